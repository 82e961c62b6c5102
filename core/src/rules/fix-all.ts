import { EditedText } from "../edits/edited-text.ts";
import { PlanEditor } from "../edits/plan-editor.ts";
import type { TextEdit } from "../edits/text-edit.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Finding, Fix } from "./finding.ts";
import { missingParts } from "./missing-parts.ts";
import { openChoice } from "./open-choice.ts";
import type { Rule } from "./rule.ts";
import { runRules } from "./run.ts";

/** One repair may be what another waits for; no plan has ever needed more rounds than a few. */
const MOST_ROUNDS = 20;

export interface FixAllOptions {
  readonly rules: readonly Rule[];
  /** Reads the plan anew with another text. */
  readonly load: (text: string) => Promise<CheckedPlan>;
  /**
   * Also what needs a person: what is missing is inserted as placeholders, and each other finding gets its preferred fix;
   * where none is preferred, a placeholder names what there is to choose from.
   */
  readonly stubs?: boolean;
}

/** A plan in which all is put right that can be. */
export interface FixedPlan {
  /** Edits of the text that was checked, in its order; none of them is of another file. */
  readonly edits: readonly TextEdit[];
  /** What was done, in the order in which it was done. */
  readonly done: readonly DoneFix[];
  /** What is found after it. */
  readonly left: readonly Finding[];
}

export interface DoneFix {
  readonly rule: string;
  /** What was done, as an editor offers it. */
  readonly title: string;
  readonly kind: Fix["kind"];
}

/** Changes that are made together, with what they are for. */
interface Step {
  readonly edits: readonly TextEdit[];
  readonly done: readonly DoneFix[];
}

/**
 * Makes all repairs of a plan that can be made unseen: each finding's preferred one, checks again, and goes on until there
 * is none left. Touches the plan alone. The same plan always gets the same edits, and what they leave gets none.
 */
export async function fixAll(
  plan: CheckedPlan,
  findings: readonly Finding[],
  { rules, load, stubs = false }: FixAllOptions,
): Promise<FixedPlan> {
  const { uri } = plan.file;
  const edited = new EditedText(plan.file.text);
  const known = new Map<string, FixedPlan>();
  let now = plan;
  let left = findings;
  let done: readonly DoneFix[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const repairs = repairing(left, uri);
    // In a text that cannot be read whole, what seems to be missing may be there.
    const isReadable = now.file.syntax.length === 0;
    const step = repairs.edits.length > 0 || !stubs || !isReadable ? repairs : completing(now, left);
    if (step.edits.length === 0) break;
    const before: FixedPlan = { edits: edited.edits(uri), done, left };
    known.set(edited.text, before);
    edited.apply(step.edits);
    // Fixes that undo each other would go on forever: what they begin with stays.
    const same = known.get(edited.text);
    if (same) return same;
    const next = await load(edited.text);
    // One slip can garble all that follows it: what then looks like a mistake was none.
    if (next.file.syntax.length > now.file.syntax.length) return before;
    now = next;
    done = [...done, ...step.done];
    left = runRules(now.workspace, rules);
  }
  return { edits: edited.edits(uri), done, left };
}

/** The repair of a finding that may be made unseen. What a waiver accepts stays as it is. */
export function safeRepair({ fixes, accepted }: Pick<Finding, "fixes" | "accepted">): Fix | undefined {
  const first = fixes.find(({ preferred }) => preferred);
  return !accepted && first?.kind === "repair" && !first.createsFile ? first : undefined;
}

/** As many repairs as go together, those of the first finding first. */
function repairing(findings: readonly Finding[], uri: string): Step {
  const steps = findings.flatMap((finding) => {
    const fix = safeRepair(finding);
    return fix ? [stepOf(finding, fix.title, fix.kind, fix.edits())] : [];
  });
  return compatible(steps, uri);
}

/** What is missing is inserted at once, as an editor inserts it; of all else what goes together with that. */
function completing(plan: CheckedPlan, findings: readonly Finding[]): Step {
  const { uri, text } = plan.file;
  const parts = missingParts(findings);
  const inserted: Step = {
    edits: new PlanEditor(plan).insertAll(parts.map(({ inserts }) => inserts)),
    done: parts.map(({ finding, fix }) => ({ rule: finding.rule, title: fix.title, kind: fix.kind })),
  };
  const others = findings.flatMap((finding) => {
    if (finding.accepted || parts.some((part) => part.finding === finding)) return [];
    const fix = finding.fixes.find(({ preferred }) => preferred);
    if (!fix) return [stepOf(finding, "Leave the choice as a placeholder", "stub", openChoice(finding, text))];
    return fix.createsFile ? [] : [stepOf(finding, fix.title, fix.kind, fix.edits())];
  });
  return compatible([inserted, ...others], uri);
}

function stepOf({ rule }: Finding, title: string, kind: Fix["kind"], edits: readonly TextEdit[]): Step {
  return { edits, done: [{ rule, title, kind }] };
}

/** As many steps as go together, the first ones first. A step is made whole or not at all. */
function compatible(steps: readonly Step[], uri: string): Step {
  const edits: TextEdit[] = [];
  const done: DoneFix[] = [];
  for (const step of steps) {
    const fits = step.edits.every((edit) => edit.uri === uri && !edits.some((other) => meets(edit, other)));
    if (!fits || step.edits.length === 0) continue;
    edits.push(...step.edits);
    done.push(...step.done);
  }
  return { edits, done };
}

/** Two edits that only touch may still be about the same words. */
function meets(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

import { EditedText } from "../edits/edited-text.ts";
import type { TextEdit } from "../edits/text-edit.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Finding, Fix } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { runRules } from "./run.ts";

/** One repair may be what another waits for; no plan has ever needed more rounds than a few. */
const MOST_ROUNDS = 10;

/**
 * Makes all repairs of a plan that can be made unseen: each finding's preferred one, checks again, and goes on until there
 * is none left. Touches the plan alone. The same plan always gets the same edits, and what they leave gets none.
 *
 * @param load reads the plan anew with another text
 * @returns edits of the text that was checked, in its order
 */
export async function fixAll(
  plan: CheckedPlan,
  findings: readonly Finding[],
  { rules, load }: { rules: readonly Rule[]; load: (text: string) => Promise<CheckedPlan> },
): Promise<TextEdit[]> {
  const { uri } = plan.file;
  const edited = new EditedText(plan.file.text);
  const made = new Map<string, TextEdit[]>();
  let found = findings;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = compatible(found, uri);
    if (edits.length === 0) break;
    made.set(edited.text, edited.edits(uri));
    edited.apply(edits);
    // Repairs that undo each other would go on forever: what they begin with stays.
    const same = made.get(edited.text);
    if (same) return same;
    found = runRules((await load(edited.text)).workspace, rules);
  }
  return edited.edits(uri);
}

/** The repair of a finding that may be made unseen. What a waiver accepts stays as it is. */
export function safeRepair({ fixes, accepted }: Pick<Finding, "fixes" | "accepted">): Fix | undefined {
  const first = fixes.find(({ preferred }) => preferred);
  return !accepted && first?.kind === "repair" && !first.createsFile ? first : undefined;
}

/** The edits of as many repairs as go together, those of the first finding first. A repair is made whole or not at all. */
function compatible(findings: readonly Finding[], uri: string): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const edits = safeRepair(finding)?.edits() ?? [];
    const fits = edits.every((edit) => edit.uri === uri && !taken.some((other) => meets(edit, other)));
    if (fits) taken.push(...edits);
  }
  return taken;
}

/** Two edits that only touch may still be about the same words. */
function meets(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

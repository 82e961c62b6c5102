import type { Gate, Rollout, RolloutStep } from "../../language/index.ts";
import { compare, type Quantity } from "../../quantity/index.ts";
import { listNames } from "../../rules/messages.ts";
import { containerType, type Node, type NodeOf, type ScalarNode } from "../../syntax/nodes.ts";
import { judgeBounds } from "../bounds.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { isKeptIn, moved, reportLost, reportMoved } from "../judging.ts";
import { saySame } from "../meaning.ts";
import { subjectOf } from "../words/subject.ts";

type Step = NodeOf<typeof RolloutStep>;

const UNEARNED = {
  so: "nothing that was measured speaks for it, so the errors that review would have shown reach users",
  advice:
    "Keep the step as it was agreed until its gates are met, or write down what was measured in `success-criteria`.",
};
/** Of a step that no user sees anything of. */
const UNSEEN =
  "nothing that was measured speaks for it, so the errors that review would have shown wait for the first step with traffic";
const EASIER = {
  so: "the step can be entered on less evidence than was agreed, with errors that are not known yet",
  advice: "Keep the gate as it was; or have those who agreed on it accept this one, with a waiver.",
};

/** A step with less review or more traffic than was agreed, and nothing measured that speaks for it. */
export function judgeStep({ before, after }: Pair<Step>, context: ChangeContext): void {
  if (!before) return;
  if (!after) {
    if (hasGates(before) && !wasEntered(before, context) && !endsEarlier(before, context))
      context.removed(before, {
        noun: "rollout step",
        name: `\`${before.get("id")?.value ?? "?"}\``,
        so: "the rollout now takes in one stride what was to be earned in two, without the evidence between them",
        advice: "Put the step back.",
      });
    return;
  }
  if (hasEvidence(after, context)) return;
  const lessReview = after.get("traffic")?.value?.base === 0 ? { ...UNEARNED, so: UNSEEN } : UNEARNED;
  reportMoved(before.get("review"), after.get("review"), "lower", lessReview, context);
  reportLost(before, after, "review", { ...UNEARNED, so: "nobody knows how much people are to review" }, context);
  reportMoved(before.get("traffic"), after.get("traffic"), "higher", { ...UNEARNED, severity: "warning" }, context);
  const shorter = {
    ...UNEARNED,
    so: "what takes longer than that to show is met only by the next step, with more traffic",
  };
  reportMoved(
    before.get("min-duration"),
    after.get("min-duration"),
    "lower",
    { ...shorter, severity: "warning" },
    context,
  );
  reportLost(before, after, "min-duration", { ...shorter, severity: "warning" }, context);
}

/** Evidence that is asked for no longer, or less of it. */
export function judgeGate({ before, after }: Pair<NodeOf<typeof Gate>>, context: ChangeContext): void {
  if (!before) return;
  const step = stepOf(before);
  if (!step || !isKeptIn(before, "RolloutStep", context) || wasEntered(step, context)) return;
  const [was, is] = [before.get("metric"), after?.get("metric")];
  if (!after || (was && is && !saySame(was, is, context.comparison.versions))) {
    const name = subjectOf(before).replace(/^gate on /, "");
    context.removed(before, { noun: "gate on", name, ...EASIER });
    return;
  }
  judgeBounds(
    before,
    after,
    { low: "at-least", high: "at-most", range: "within" },
    {
      wider: { what: `The ${subjectOf(before)} lets a wider range pass`, ...EASIER },
      open: (side) => ({ what: `The ${subjectOf(before)} lets values pass that are too ${side}`, ...EASIER }),
      lost: EASIER,
    },
    context,
  );
  reportMoved(before.get("for"), after.get("for"), "lower", { ...EASIER, severity: "warning" }, context);
  reportMoved(
    before.get("min-samples"),
    after.get("min-samples"),
    "lower",
    { ...EASIER, severity: "warning" },
    context,
  );
  for (const key of ["for", "min-samples", "slice"] as const)
    reportLost(before, after, key, { ...EASIER, severity: "warning" }, context);
}

/** One step after the other: a step that is left out was never earned. */
export function judgeLadder({ before, after }: Pair<NodeOf<typeof Rollout>>, context: ChangeContext): void {
  const [was, is] = [before?.get("current"), after?.get("current")];
  const ids = (after?.get("steps")?.items() ?? []).map((step) => step.get("id")?.value);
  if (was?.value === undefined || is?.value === undefined) return;
  const from = ids.indexOf(context.comparison.versions.renames.of("rollout-step", was.word));
  const skipped = ids.slice(from + 1, ids.indexOf(is.word));
  if (from < 0 || skipped.length === 0) return;
  context.report(
    { before: was, after: is },
    {
      what: `The rollout went from \`${was.word}\` to \`${is.word}\` and left out ${listNames(skipped.map((id) => id ?? "?"))}`,
      so: "what those steps were to bring to light is met with more traffic and less review",
      advice: "Go step by step, or take out of the plan, in the open, what is no longer meant.",
    },
  );
}

function stepOf(node: Node): Step | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const type = at.kind === "map" ? containerType(at) : undefined;
    if (type?.kind === "object" && type.name === "RolloutStep") return at as Step;
  }
  return undefined;
}

function hasGates(step: Step): boolean {
  return (step.get("when")?.items().length ?? 0) > 0;
}

/** Are the steps that are left all from before this one? Then nothing is taken in its place: the rollout stops short of it. */
function endsEarlier(step: Step, { before, after, comparison }: ChangeContext): boolean {
  const [was, is] = [before, after].map(({ file }) => file.root.get("rollout")?.get("steps")?.items() ?? []);
  const earlier = new Set(was!.slice(0, was!.indexOf(step)).map((one) => comparison.partners.get(one)));
  return is!.length > 0 && is!.every((one) => earlier.has(one));
}

/** Was a step entered already, by its date or because a later one is current? */
function wasEntered(step: Step, { before }: ChangeContext): boolean {
  if (step.get("entered")?.value) return true;
  const rollout = before.file.root.get("rollout");
  const ids = (rollout?.get("steps")?.items() ?? []).map((one) => one.get("id")?.value);
  const current = rollout?.get("current")?.value;
  const place = ids.indexOf(step.get("id")?.value);
  return current !== undefined && place >= 0 && place <= ids.indexOf(current);
}

/** Does what was measured last meet every gate of the step? */
function hasEvidence(step: Step, { after }: ChangeContext): boolean {
  const gates = step.get("when")?.items() ?? [];
  const targets = after.file.root.get("success-criteria")?.get("targets");
  return (
    gates.length > 0 &&
    gates.every((gate) => {
      const target = targets?.items().find(({ id }) => id === gate.get("metric")?.value)?.value;
      const measured = target?.get("measured");
      const last = measured?.get("month-6") ?? measured?.get("month-1");
      return last?.value !== undefined && meets(last, gate);
    })
  );
}

function meets(measured: ScalarNode<Quantity>, gate: NodeOf<typeof Gate>): boolean {
  const [least, most] = [gate.get("at-least"), gate.get("at-most")];
  if (gate.has("within") || gate.has("slice") || (!least && !most)) return false;
  const isComparable = [least, most].every(
    (end) => !end || (end.value && compare(end.value, measured.value!) !== undefined),
  );
  return isComparable && moved(least, measured) !== "lower" && moved(most, measured) !== "higher";
}

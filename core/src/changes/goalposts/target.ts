import type { Metric, Target } from "../../language/index.ts";
import { compareDates, formatReadable, type Quantity } from "../../quantity/index.ts";
import type { Severity } from "../../rules/severity.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { isOver } from "../build-time.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { subjectOf } from "../words/subject.ts";
import { whatChanged } from "../words/what-changed.ts";
import { judgeValues } from "./asks-for-less.ts";

/** The values that decide whether the system works. */
const BENCHMARKS = ["pilot-exit", "month-1", "month-6", "worst-slice"] as const;

/** A target that asks for less than before, or is gone; and a baseline that makes less look like more. */
export function judgeTarget({ before, after }: Pair<NodeOf<typeof Target>>, context: ChangeContext): void {
  if (!before) return;
  const id = before.key?.text;
  const metric = context.before.definitions.find("metric", id);
  for (const name of BENCHMARKS) {
    const [was, is] = [before.get(name), after?.get(name)];
    if (!was?.value) continue;
    if (!after?.has(name) || is?.isPlaceholder) reportRemoved(was, context);
    else if (is?.value && metric) judgeValue(was, is, { metric, target: before }, context);
    else if (is && !is.value && !is.spoiled) reportNoNumber(was, is, context);
  }
  const [was, is] = [before.get("baseline"), after?.get("baseline")];
  if (was?.value && is?.value && metric) {
    const { isWorse, why } = judgeValues(was.value, is.value, "baseline", { metric, target: before });
    if (isWorse) reportBaseline(was, is, why, after, context);
  }
  if (metric) judgeMeasured(before, after, metric, context);
}

function judgeValue(
  was: ScalarNode<Quantity>,
  is: ScalarNode<Quantity>,
  of: { readonly metric: NodeOf<typeof Metric>; readonly target: NodeOf<typeof Target> },
  context: ChangeContext,
): void {
  const { isWorse, why } = judgeValues(was.value!, is.value!, was.key?.text ?? "", of);
  if (!isWorse) return;
  const better = of.metric.get("direction")?.value === "lower" ? " (lower is better)" : why;
  const value = formatReadable(was.value!);
  context.report(
    { before: was, after: is },
    {
      what: `The ${whatChanged(was, is)}${better}`,
      so: "the plan now asks for less than was agreed, so the system can miss the goal and still count as a success",
      advice: agreedAnew(context)
        ? "The criteria were agreed anew: see that whoever approves them knows which number went down, and why."
        : `Put ${value} back and let the miss show what must improve; or have ${approver(context)} agree on the new number, and date that in \`success-criteria.agreed\`.`,
    },
    { severity: severityOf(context) },
  );
}

function reportNoNumber(was: ScalarNode<Quantity>, is: ScalarNode, context: ChangeContext): void {
  context.report(
    { before: was, after: is },
    {
      what: `The ${subjectOf(was)} was ${formatReadable(was.value!)} and is no longer a number`,
      so: "nobody can say any more whether it is reached",
      advice: "Write the number that was agreed.",
    },
    { severity: severityOf(context) },
  );
}

/** What was measured is history: where it gets better afterwards, somebody should say why. */
function judgeMeasured(
  before: NodeOf<typeof Target>,
  after: NodeOf<typeof Target> | undefined,
  metric: NodeOf<typeof Metric>,
  context: ChangeContext,
): void {
  for (const name of ["month-1", "month-6"] as const) {
    const [was, is] = [before.get("measured")?.get(name), after?.get("measured")?.get(name)];
    if (!was?.value || !is?.value) continue;
    const { isBetter, why } = judgeValues(was.value, is.value, "measured", { metric, target: before });
    if (!isBetter) continue;
    const so = "it had been recorded as less good, and the target is now judged by the new value";
    const advice = "See that the value was corrected, and by whom.";
    context.report(
      { before: was, after: is },
      { what: `The ${whatChanged(was, is)}${why}`, so, advice },
      { severity: "info" },
    );
  }
}

function reportRemoved(was: ScalarNode<Quantity>, context: ChangeContext): void {
  context.removed(
    was,
    {
      noun: "target",
      name: `${subjectOf(was).replace("target of", "of").replace("target for the worst slice", "worst slice")} (${formatReadable(was.value!)})`,
      single: `the ${subjectOf(was)} (${formatReadable(was.value!)})`,
      so: "nobody can say any more whether the system does what was agreed",
      advice: `Put it back; or have ${approver(context)} agree to go without, and date that in \`success-criteria.agreed\`.`,
    },
    { severity: severityOf(context) },
  );
}

/** A baseline that was measured again is news, not a trick. */
function reportBaseline(
  was: ScalarNode<Quantity>,
  is: ScalarNode<Quantity>,
  why: string,
  after: NodeOf<typeof Target> | undefined,
  context: ChangeContext,
): void {
  const day = after?.get("baseline-measured");
  const isNew = day?.value && [...context.comparison.differences].some(({ after: changed }) => changed === day);
  context.report(
    { before: was, after: is },
    {
      what: `The ${whatChanged(was, is)}${why}`,
      so: "the same result now looks like more of an improvement than it is",
      advice: "Put it back; or, if it was measured again, write the day in `baseline-measured`.",
    },
    { severity: isNew ? "info" : "warning" },
  );
}

/** The headline: after the build began, by date, it is an error at any stage; where it was agreed in the open, it weighs less. */
export function severityOf(context: ChangeContext): Severity | undefined {
  if (agreedAnew(context)) return "warning";
  return context.isAfterBuild ? "error" : undefined;
}

/** Were the criteria agreed again, on a later day that has come, by somebody who is named? */
function agreedAnew({ before, after, date }: ChangeContext): boolean {
  const [was, is] = [before, after].map(({ file }) => file.root.get("success-criteria")?.get("agreed")?.value);
  const approved = after.file.root.get("success-criteria")?.get("approved-by")?.value;
  return Boolean(was && is && compareDates(is, was) > 0 && isOver(is, date) !== false && approved !== undefined);
}

/** Whoever lowers a target could name somebody else in the same change: it was agreed with those who stood there before. */
function approver({ before, after }: ChangeContext): string {
  const [role] = [before, after].flatMap(
    ({ file }) => file.root.get("success-criteria")?.get("approved-by")?.value ?? [],
  );
  return role === undefined ? "those who approved it" : `\`${role}\``;
}

import type { Metric, Outcome } from "../../language/index.ts";
import { sameDimension, type Unit } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { reportLost } from "../judging.ts";
import { saySame } from "../meaning.ts";
import { severityOf } from "./target.ts";

/** A metric with targets that now means something else: the number stays, and says another thing. */
export function judgeMetric({ before, after }: Pair<NodeOf<typeof Metric>>, context: ChangeContext): void {
  const id = after?.key?.text;
  if (!before || !after || id === undefined || !decides(before.key?.text, context)) return;
  const [wasDirection, direction] = [before.get("direction"), after.get("direction")];
  const advice = "Put it back, or give what is measured now an id and targets of its own.";
  if (wasDirection?.value && direction?.value && wasDirection.value !== direction.value)
    context.report(
      { before: wasDirection, after: direction },
      {
        what: `The direction of \`${id}\` was changed from \`${wasDirection.value}\` to \`${direction.value}\``,
        so: "the same targets now ask for the opposite, so what was a miss counts as a success",
        advice,
      },
      { severity: severityOf(context) },
    );
  reportLost(
    before,
    after,
    "direction",
    {
      so: "nobody can say any more which values are better, so no target can be missed",
      advice,
      severity: severityOf(context),
    },
    context,
  );
  const [wasUnit, unit] = [before.get("unit"), after.get("unit")];
  if (wasUnit?.value && unit?.value && !measuresTheSame(wasUnit.value, unit.value))
    context.report(
      { before: wasUnit, after: unit },
      {
        what: `The unit of \`${id}\` was changed from \`${wasUnit.word}\` to \`${unit.word}\``,
        so: "its targets no longer measure what was agreed",
        advice,
      },
      { severity: severityOf(context) },
    );
  judgeOrigin(before, after, context);
  judgeSlices(before, after, context);
}

/** Words that authors have for a percentage; the language takes them for things that are counted. */
const SHARE_WORDS: ReadonlySet<string> = new Set(["share", "shares", "percentage", "percentages", "percents"]);

/** A share can be written as a plain number: its targets are compared as what they mean. */
function measuresTheSame(one: Unit, other: Unit): boolean {
  const isNumber = ({ dimension, noun = "" }: Unit) =>
    dimension === "share" || dimension === "number" || SHARE_WORDS.has(noun.toLowerCase());
  return isNumber(one) || isNumber(other) ? isNumber(one) && isNumber(other) : sameDimension(one, other);
}

/** Measured from other data, as another quantity or by another definition. */
function judgeOrigin(before: NodeOf<typeof Metric>, after: NodeOf<typeof Metric>, context: ChangeContext): void {
  const words = { source: ["measured", "from"], measures: ["a measure", "of"], slo: ["defined", "by"] } as const;
  for (const name of ["source", "measures", "slo"] as const) {
    const [was, is] = [before.get(name), after.get(name)];
    const [what, by] = words[name];
    if (was?.value === undefined || is?.value === undefined || saySame(was, is, context.comparison.versions)) continue;
    context.report(
      { before: was, after: is },
      {
        what: `\`${after.key?.text}\` is ${what} ${by} \`${is.word}\` and no longer ${by} \`${was.word}\``,
        so: "its targets keep their numbers and mean something else, so results before and after cannot be compared",
        advice: "Put it back; or measure both for a while, and agree on targets for the new one.",
      },
      { severity: "warning" },
    );
  }
}

/** Groups that are no longer looked at one by one. */
function judgeSlices(before: NodeOf<typeof Metric>, after: NodeOf<typeof Metric>, context: ChangeContext): void {
  const left = new Set(after.get("slices")?.all.map((slice) => (slice.kind === "scalar" ? slice.word : "")));
  for (const slice of before.get("slices")?.items() ?? []) {
    if (slice.value === undefined || left.has(slice.word)) continue;
    context.removed(
      slice,
      {
        noun: `slice of \`${after.key?.text}\``,
        name: `\`${slice.word}\``,
        single: `the slice \`${slice.word}\` of \`${after.key?.text}\``,
        so: "a good average can now hide a group for which the system fails",
        advice: "Go on looking at each group apart.",
      },
      { severity: "warning" },
    );
  }
}

/** Does the plan judge its success by the metric? */
function decides(id: string | undefined, { before }: ChangeContext): boolean {
  const { root } = before.file;
  if (id === undefined) return false;
  return root.get("success-criteria")?.get("targets")?.has(id) || root.get("outcome")?.get("kpi")?.word === id;
}

/** The outcome is to be shown by another metric. */
export function judgeKpi({ before, after }: Pair<NodeOf<typeof Outcome>>, context: ChangeContext): void {
  const [was, is] = [before?.get("kpi"), after?.get("kpi")];
  if (was?.value === undefined || is?.value === undefined || saySame(was, is, context.comparison.versions)) return;
  context.report(
    { before: was, after: is },
    {
      what: `The KPI of the outcome was changed from \`${was.word}\` to \`${is.word}\``,
      so: "the outcome that was agreed is no longer what the system is judged by",
      advice: "Put it back; or have the business agree on the new outcome, and date that in `outcome.agreed`.",
    },
    { severity: severityOf(context) },
  );
}

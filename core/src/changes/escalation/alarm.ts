import type { Trigger } from "../../language/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { judgeBounds } from "../bounds.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { reportChanged, reportLost, reportMoved } from "../judging.ts";
import { saySame } from "../meaning.ts";
import { subjectOf } from "../words/subject.ts";

type Alarm = NodeOf<typeof Trigger>;

/** Weakest first. */
const SEVERITIES: readonly string[] = ["sev4", "sev3", "sev2", "sev1"];
const REACTIONS: readonly string[] = ["review", "notify", "step-back", "pause", "rollback"];

const LATER = {
  so: "the alarm fires later, or not at all, and what it watches for goes on meanwhile",
  advice:
    "Keep it as it was; if it fired too often, look at why before you turn it down, or say in a waiver who accepts it.",
  severity: "warning",
} as const;

/** An alarm that is gone, fires later, or leads to less. */
export function judgeAlarm({ before, after }: Pair<Alarm>, context: ChangeContext): void {
  if (!before) return;
  if (!after) {
    context.removed(before, {
      noun: "alarm",
      name: `\`${before.key?.text}\``,
      so: "what it watched for now goes unnoticed until users complain",
      advice: "Put it back, or let another alarm watch the same metric.",
    });
    return;
  }
  judgeCondition(before, after, context);
  judgeReaction(before, after, context);
}

function judgeCondition(before: Alarm, after: Alarm, context: ChangeContext): void {
  const [was, is] = [before.get("metric"), after.get("metric")];
  if (was?.value !== undefined && is?.value !== undefined && !saySame(was, is, context.comparison.versions)) {
    const so = `nothing says any more that ${subjectOf(before)} watches \`${was.word}\``;
    reportChanged(was, is, { so, advice: "Give the other metric an alarm of its own.", severity: "warning" }, context);
    return;
  }
  judgeBounds(
    before,
    after,
    { low: "below", high: "above", range: "outside" },
    {
      wider: { what: `The ${subjectOf(before)} tolerates a wider range`, ...LATER },
      open: (side) => ({ what: `The ${subjectOf(before)} no longer fires at values that are too ${side}`, ...LATER }),
      lost: { so: "the alarm can never fire", advice: "Put it back." },
    },
    context,
  );
  reportMoved(before.get("for"), after.get("for"), "higher", LATER, context);
  reportMoved(before.get("min-samples"), after.get("min-samples"), "higher", LATER, context);
  reportLost(
    before,
    after,
    "slice",
    {
      so: "a good average can now hide a group for which the system fails",
      advice: "Go on watching each group apart.",
      severity: "warning",
    },
    context,
  );
}

function judgeReaction(before: Alarm, after: Alarm, context: ChangeContext): void {
  const [severity, severityNow] = [before.get("severity"), after.get("severity")];
  if (isWeaker(SEVERITIES, severity?.value, severityNow?.value))
    reportChanged(
      severity,
      severityNow,
      {
        so: "the same failure now calls fewer people, later",
        advice: "Keep it as grave as it was.",
        severity: "warning",
      },
      context,
    );
  const [reaction, reactionNow] = [before.get("do"), after.get("do")];
  if (isWeaker(REACTIONS, reaction?.value, reactionNow?.value))
    reportChanged(
      reaction,
      reactionNow,
      { so: "the alarm fires and the system goes on", advice: "Let it do what was agreed.", severity: "warning" },
      context,
    );
  judgeRoute(before, after, context);
  reportLost(
    before,
    after,
    "escalate",
    { so: "when the alarm fires nobody in particular is told", advice: "Put the path back." },
    context,
  );
}

/** The alarm takes another path, on which nobody answers at night. */
function judgeRoute(before: Alarm, after: Alarm, context: ChangeContext): void {
  const [was, is] = [before.get("escalate"), after.get("escalate")];
  if (!was || !is || saySame(was, is, context.comparison.versions)) return;
  const hours = (checked: CheckedPlan, path: ScalarNode<string>) =>
    checked.definitions.find("escalation-path", path.value)?.get("hours")?.value;
  if (hours(context.before, was) !== "24x7" || hours(context.after, is) !== "business") return;
  const so = `it used to reach somebody day and night, and on \`${is.word}\` nobody answers outside of business hours`;
  reportChanged(was, is, { so, advice: "Put the path back.", severity: "warning" }, context);
}

function isWeaker(order: readonly string[], was: string | undefined, is: string | undefined): boolean {
  return was !== undefined && is !== undefined && order.indexOf(is) < order.indexOf(was);
}

import { type AlarmEnd, endsOf, firesAt, type Side } from "../../figures/alarm-ends.ts";
import type { Target, Trigger } from "../../language/index.ts";
import type { Direction } from "../../language/types.ts";
import { formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { rewrite, swapFix } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Limit = ScalarNode<Quantity>;

/** A value that the plan calls good enough. */
interface Goal {
  readonly node: Limit;
  readonly value: Quantity;
  /** As in "the month-one target". */
  readonly words: string;
}

export default defineRule({
  id: "trigger-contradicts-target",
  principle: "reviews-follow-data",
  severity: from("pilot", "warning"),
  summary: "An alarm stays silent at a value that meets the target.",
  why: `An alarm that fires while all is as agreed fires every day. People learn to ignore it, and on the day something is wrong
they ignore that too. Where \`below\` and \`above\` were mixed up it is worse: the alarm fires when the system does well,
and stays silent while it fails. An alarm whose lower end lies above its upper one needs no target to be wrong: it fires at
every value.`,
  silent: `Before the stage pilot, where the target itself is the limit, where a value is missing, cannot be read or measures
something else, and for alarms on the good side that lie beyond the targets: what is too good to be true may be worth a
look. A trigger on a slice is compared with \`worst-slice\` alone, every other with month one. Month six counts only for
limits on the good side of the metric, because other limits move up with the targets.`,
  source: "Article, What the 12% do differently",
  reads: ["metrics", "success-criteria", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    latency: {month-1: 2.5 s, month-6: 2 s}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 90%, do: review}
#                                                  ^^^ \`accuracy-drop\` fires below 90%, and 88% already meets the month-one target of \`routing-accuracy\`
  worst-language: {metric: routing-accuracy, slice: language, below: 85%, do: review}
#                                                                    ^^^ \`worst-language\` fires below 85%, and 80% already meets the target for the weakest slice of \`routing-accuracy\`
  slow: {metric: latency, above: 900 ms, do: notify}
#                                ^^^^^^ \`slow\` fires above 900 ms, and 2.5 s already meets the month-one target of \`latency\`
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    latency: {month-1: 2.5 s, month-6: 2 s}
triggers:
  accuracy-drop: {metric: routing-accuracy, below: 88%, do: review}
  worst-language: {metric: routing-accuracy, slice: language, below: 80%, do: review}
  slow: {metric: latency, above: 2.5 s, do: notify}
`,
      },
      {
        plan: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  overrides: {kind: oversight, unit: percent, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    overrides: {month-1: 10%, month-6: 5%}
triggers:
  accuracy-drop:
    metric: routing-accuracy
    above: 85%
#          ^^^ \`accuracy-drop\` fires above 85%, and \`routing-accuracy\` is better the higher it is: at its month-one target of 88% the alarm fires, and when it falls the alarm stays silent. Write \`below\`
  override-spike:
    metric: overrides
    below: 8%
#          ^^ \`override-spike\` fires below 8%, and 5% already meets the month-six target of \`overrides\`
`,
        fixed: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  overrides: {kind: oversight, unit: percent, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    overrides: {month-1: 10%, month-6: 5%}
triggers:
  accuracy-drop:
    metric: routing-accuracy
    below: 85%
  override-spike:
    metric: overrides
    below: 5%
`,
      },
      {
        plan: `
stage: pilot
metrics: {queue-length: {kind: reliability, unit: item, direction: target}}
success-criteria: {targets: {queue-length: {month-1: 40 item, month-6: 20 item}}}
triggers:
  queue: {metric: queue-length, outside: [10 item, 30 item], do: review}
#                                                  ^^^^^^^ \`queue\` fires above 30 item, and 40 item already meets the month-one target of \`queue-length\`
  stuck: {metric: queue-length, below: 50 item, do: review}
#                                      ^^^^^^^ \`stuck\` fires below 50 item, and 40 item already meets the month-one target of \`queue-length\`
`,
      },
      {
        plan: `
stage: pilot
metrics: {share-of-scans: {kind: data, unit: percent, direction: target}}
triggers:
  scans: {metric: share-of-scans, outside: [35%, 10%], do: review}
#                                          ^^^^^^^^^^ \`scans\` fires below 35% and above 10%, so at every value
`,
        fixed: `
stage: pilot
metrics: {share-of-scans: {kind: data, unit: percent, direction: target}}
triggers:
  scans: {metric: share-of-scans, outside: [10%, 35%], do: review}
`,
      },
      {
        plan: `
stage: pilot
metrics: {accuracy: {kind: quality, unit: percent, direction: higher}}
success-criteria: {targets: {accuracy: {month-1: 88%, month-6: 93%}}}
triggers:
  drop: {metric: accuracy, below: 90%, above: 80%, do: review}
#                                             ^^^ \`drop\` fires below 90% and above 80%, so at every value
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  overrides: {kind: oversight, unit: percent, direction: lower}
  latency: {kind: reliability, unit: s, direction: lower}
  queue-length: {kind: reliability, unit: item, direction: target}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%, worst-slice: 80%}
    overrides: {month-1: 10%, month-6: 5%}
    latency: {month-1: 2.5 s, month-6: 2 s}
    queue-length: {month-1: 40 item, month-6: 20 item}
triggers:
  at-the-target: {metric: routing-accuracy, below: 88%}
  worst-language: {metric: routing-accuracy, slice: language, below: 80%}
  too-good: {metric: routing-accuracy, above: 99%}
  nobody-looks: {metric: overrides, below: 2%}
  slow: {metric: latency, above: 2500 ms}
  queue: {metric: queue-length, outside: [30 item, 40 item]}
  scans: {metric: queue-length, below: 10 item, above: 50 item}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}, latency: {direction: lower}}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: <month-six target>}
    latency: {month-1: <month-one target>}
triggers:
  by-language: {metric: routing-accuracy, slice: language, below: 90%}
  some-slice: {metric: routing-accuracy, slice: <group to watch apart e.g. language>, below: 90%}
  other-unit: {metric: routing-accuracy, below: 90 h}
  open: {metric: routing-accuracy, below: <value it must not fall below>}
  no-metric: {below: 90%}
  no-target: {metric: drift, above: 0.2}
  slow: {metric: latency, above: 1 s}
`,
      `
stage: proposal
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}}
success-criteria: {targets: {routing-accuracy: {month-1: 93%, month-6: 88%}}}
triggers: {accuracy-drop: {metric: routing-accuracy, below: 95%}}
`,
      `
stage: pilot
metrics: {routing-accuracy: {kind: quality, unit: percent, direction: higher}}
success-criteria: {targets: {routing-accuracy: {month-1: 93%, month-6: 88%}}}
triggers: {accuracy-drop: {metric: routing-accuracy, below: 90%}}
`,
    ],
  },
  check: {
    Trigger(trigger, context) {
      if (reportEndless(trigger, context)) return;
      const found = contradiction(trigger, context);
      if (found) report(trigger, found, context);
    },
  },
});

/** Where the lower end is above the upper one, every value lies past one of the two. */
function reportEndless(trigger: NodeOf<typeof Trigger>, context: RuleContext): boolean {
  const ends = endsOf(trigger);
  const below = ends.find(({ side }) => side === "below");
  const above = below && ends.find((end) => end.side === "above" && firesAt(below.value, end));
  if (!below || !above) return false;
  const [low, high] = [formatQuantity(below.value), formatQuantity(above.value)];
  const range = below.node.parent === above.node.parent ? below.node.parent : undefined;
  const isRange = range?.kind === "list";
  const advice = isRange ? "Write the lower end first." : "Take out the one that is not meant.";
  context.report(
    isRange ? range : above.node,
    `\`${trigger.key?.text}\` fires below ${low} and above ${high}, so at every value: it never falls silent, and people learn to ignore it. ${advice}`,
    {
      related: isRange ? [] : [{ at: below.node, message: `It fires below ${low}` }],
      fixes: isRange ? [swapFix("Write the lower end first", below.node, above.node, context)] : [],
    },
  );
  return true;
}

interface Contradiction {
  readonly goal: Goal;
  readonly end: AlarmEnd;
  /** The alarm fires on the side to which the metric should move, and from where it should be by now. */
  readonly isInverted: boolean;
}

/** The first end of the alarm at which it fires although the metric is where the plan wants it. */
function contradiction(trigger: NodeOf<typeof Trigger>, context: RuleContext): Contradiction | undefined {
  const direction = context.find("metric", trigger.get("metric"))?.get("direction")?.value;
  const [goal, later] = goalsOf(trigger, context);
  for (const end of endsOf(trigger)) {
    const isInverted = isGoodSide(end.side, direction);
    if (goal && firesAt(goal.value, end)) return { goal, end, isInverted };
    if (later && isInverted && firesAt(later.value, end)) return { goal: later, end, isInverted: false };
  }
  return undefined;
}

/** The value that is just good enough now, and the one that is to be reached later. */
function goalsOf(trigger: NodeOf<typeof Trigger>, context: RuleContext): (Goal | undefined)[] {
  const targets = context.plan.get("success-criteria")?.get("targets");
  const target = targets?.get(trigger.get("metric")?.value ?? "") as NodeOf<typeof Target> | undefined;
  const goal = (node: Limit | undefined, words: string) =>
    node?.value ? { node, value: node.value, words } : undefined;
  return trigger.has("slice")
    ? [goal(target?.get("worst-slice"), "target for the weakest slice")]
    : [goal(target?.get("month-1"), "month-one target"), goal(target?.get("month-6"), "month-six target")];
}

function isGoodSide(side: Side, direction: Direction | undefined): boolean {
  return direction === "higher" ? side === "above" : direction === "lower" && side === "below";
}

function report(trigger: NodeOf<typeof Trigger>, { goal, end, isInverted }: Contradiction, context: RuleContext): void {
  const name = `\`${trigger.key?.text}\``;
  const metric = `\`${trigger.get("metric")?.value}\``;
  const [limit, met] = [formatQuantity(end.value), formatQuantity(goal.value)];
  const fires = `${name} fires ${end.side} ${limit}`;
  const other: Side = end.side === "below" ? "above" : "below";
  const better = end.side === "above" ? "higher" : "lower";
  const worse = end.side === "above" ? "falls" : "rises";
  const isRange = end.node.parent?.kind === "list";
  const message = isInverted
    ? `${fires}, and ${metric} is better the ${better} it is: at its ${goal.words} of ${met} the alarm fires, and when it ${worse} the alarm stays silent.${isRange ? " Write a range that holds the targets." : ` Write \`${other}\` if that is the limit.`}`
    : `${fires}, and ${met} already meets the ${goal.words} of ${metric}: the alarm fires while all is as agreed, and people learn to ignore it. Let it fire only ${end.side} ${met}, or further off.`;
  context.report(end.node, message, {
    related: [{ at: goal.node, message: `The ${goal.words} is ${met}` }],
    fixes: isRange ? [] : isInverted ? turnFix(trigger, end, other, context) : moveFix(end, goal, context),
  });
}

/** Lets the alarm fire on the other side of its limit. */
function turnFix(trigger: NodeOf<typeof Trigger>, { side }: AlarmEnd, other: Side, context: RuleContext): Fix[] {
  const key = trigger.entry(side)?.key;
  return key && !trigger.entry(other) ? rewrite(context, key, other, { kind: "stub" }) : [];
}

/** Lets the alarm fire once the target is missed. */
function moveFix({ node, side }: AlarmEnd, goal: Goal, context: RuleContext): Fix[] {
  const value = formatQuantity(goal.value);
  return rewrite(context, node, value, {
    title: `Fire only ${side} ${value}`,
    kind: "stub",
  });
}

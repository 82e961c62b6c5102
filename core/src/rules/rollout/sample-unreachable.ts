import { reviewedSamples } from "../../figures/review-load.ts";
import { type Step, seenShare, stepBefore, stepName } from "../../figures/rollout-steps.ts";
import { formatNumber, formatRounded, millisecondsPerDay, type Quantity } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** What waits for so many cases of a metric in a window of time, and the step that gives them. */
interface Waiting {
  readonly metric: ScalarNode<string> | undefined;
  readonly wanted: ScalarNode<Quantity> | undefined;
  readonly window: ScalarNode<Quantity> | undefined;
  readonly step: Step;
  /** How a message speaks of the two. */
  readonly who: string;
  readonly where: string;
  readonly never: "opens" | "fires";
}

/** Right answers that exist only where people have looked at a case. */
const BY_PEOPLE: ReadonlySet<string | undefined> = new Set(["human-review", "expert-panel"]);

export default defineRule({
  id: "sample-unreachable",
  principle: "stepwise-oversight",
  severity: from("pilot", "warning"),
  summary: "The number of cases that a gate or an alarm waits for comes together within its window.",
  why: `When people decide what was right, there are only as many right answers as there are reviews. A gate that waits for more
never opens, so somebody opens it by hand; an alarm that waits for more never fires, and that looks exactly like a system
without errors. It comes with success: each step has less reviewed than the one before.`,
  silent: `For metrics that are not of kind \`quality\` or \`oversight\`, where their data source has no \`labels\` that come from
\`human-review\` or an \`expert-panel\` (what a \`system-log\` records is known of every case), without \`for\`, where a number is
missing or cannot be read, and for a number that is just reached. It counts the average load; in a window shorter than a day,
which may be a busy one, the load at peak. The evidence of a gate is gathered in the step before. An
alarm is judged in the last step, the one that stays: in a small first step it may well have too few cases.`,
  source: "Article, What the 12% do differently",
  reads: ["data-sources", "load", "metrics", "rollout", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
load: {unit: item, average: 3200 item/d}
data-sources:
  tickets: {labels: {field: right_team, method: human-review}}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
rollout:
  steps:
    - {id: canary, traffic: 5%, review: 50%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%, when: [{metric: routing-accuracy, at-least: 88%, for: 2 w, min-samples: 3000}]}
#                                                                                                                   ^^^^ The gate of step \`half\` waits for 3,000 reviewed cases in 2 w, but step \`canary\` gives 1,120 (3,200 item/d x 5% traffic x 50% review x 2 w)
`,
        fixed: `
stage: pilot
load: {unit: item, average: 3200 item/d}
data-sources:
  tickets: {labels: {field: right_team, method: human-review}}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
rollout:
  steps:
    - {id: canary, traffic: 5%, review: 50%, starts: 2026-07-06}
    - {id: half, traffic: 50%, review: 25%, when: [{metric: routing-accuracy, at-least: 88%, for: 6 w, min-samples: 3000}]}
`,
      },
      {
        plan: `
stage: production
load: {average: 3200 item/d}
data-sources:
  tickets:
    labels: {field: right_team, method: expert-panel}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
triggers:
  accuracy-drop:
    metric: routing-accuracy
    below: 85%
    for: 1 w
    min-samples: 1500 item
#                ^^^^^^^^^ The alarm \`accuracy-drop\` waits for 1,500 reviewed cases in 1 w, but the last step, \`steady\`, gives 1,120 (3,200 item/d x 100% traffic x 5% review x 1 w)
rollout:
  steps:
    - {id: full, traffic: 100%, review: 10%, starts: 2026-07-06}
    - {id: steady, traffic: 100%, review: 5%}
`,
        fixed: `
stage: production
load: {average: 3200 item/d}
data-sources:
  tickets:
    labels: {field: right_team, method: expert-panel}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
triggers:
  accuracy-drop:
    metric: routing-accuracy
    below: 85%
    for: 2 w
    min-samples: 1500 item
rollout:
  steps:
    - {id: full, traffic: 100%, review: 10%, starts: 2026-07-06}
    - {id: steady, traffic: 100%, review: 5%}
`,
      },
      {
        plan: `
stage: pilot
load: {average: 3200 item/d}
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {overrides: {kind: oversight, unit: percent, direction: lower, source: tickets}}
rollout:
  steps:
    - {traffic: 0%, review: 100%, starts: 2026-05-04}
    - {traffic: 10%, review: 100%, when: [{metric: overrides, at-most: 8%, for: 1 w, min-samples: 100}]}
#                                                                                                 ^^^ The gate of step \`2\` waits for 100 reviewed cases in 1 w, but step \`1\` gives none (3,200 item/d x 0% traffic x 100% review x 1 w)
`,
      },
      {
        plan: `
stage: production
load: {average: 3200 item/d, peak: 900 item/h}
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}}
triggers: {drop: {metric: accuracy, below: 85%, for: 90 min, min-samples: 100}}
#                                                                         ^^^ The alarm \`drop\` waits for 100 reviewed cases in 90 min, but the last step, \`full\`, gives 67.5 (900 item/h x 100% traffic x 5% review x 90 min)
rollout: {steps: [{id: full, traffic: 100%, review: 5%, starts: 2026-07-06}]}
`,
        fixed: `
stage: production
load: {average: 3200 item/d, peak: 900 item/h}
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}}
triggers: {drop: {metric: accuracy, below: 85%, for: 134 min, min-samples: 100}}
rollout: {steps: [{id: full, traffic: 100%, review: 5%, starts: 2026-07-06}]}
`,
      },
    ],
    good: [
      `
stage: production
load: {average: 3200 item/d, peak: 900 item/h}
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}}
triggers: {drop: {metric: accuracy, below: 85%, for: 90 min, min-samples: 50}}
rollout: {steps: [{id: full, traffic: 100%, review: 5%, starts: 2026-07-06}]}
`,
      `
stage: production
load: {average: 3200 item/d}
data-sources:
  tickets: {labels: {method: human-review}}
  log: {labels: {method: system-log}}
  unlabelled: {system: helpdesk}
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
  logged: {kind: quality, unit: percent, direction: higher, source: log}
  unlabelled: {kind: quality, unit: percent, direction: higher, source: unlabelled}
  latency: {kind: reliability, unit: s, direction: lower}
  sourceless: {kind: quality, unit: percent, direction: higher}
triggers:
  logged: {metric: logged, below: 85%, for: 1 h, min-samples: 10000}
  slow: {metric: latency, above: 3 s, for: 1 min, min-samples: 10000}
  sourceless: {metric: sourceless, below: 85%, for: 1 h, min-samples: 10000}
  unwindowed: {metric: accuracy, below: 85%, min-samples: 10000}
  reached: {metric: accuracy, below: 85%, for: 1 w, min-samples: 1120}
  later: {metric: accuracy, below: 85%, for: 1 w, min-samples: <number of cases e.g. 3000>}
rollout:
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04}
    - {id: canary, traffic: 1%, review: 100%, when: [{metric: accuracy, at-least: 85%, for: 2 w, min-samples: 4480}]}
    - {id: half, traffic: 50%, review: 25%, when: [{metric: accuracy, at-least: 85%, min-samples: 9000}]}
    - {id: full, traffic: 100%, review: 10%, when: [{metric: unlabelled, at-least: 85%, for: 1 h, min-samples: 9000}]}
    - {id: most, traffic: 100%, review: <share>}
    - {id: steady, traffic: 100%, review: 5%, when: [{metric: accuracy, at-least: 85%, for: 1 h, min-samples: 9000}]}
`,
      `
stage: build
load: {average: 3200 item/d}
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}}
triggers: {drop: {metric: accuracy, below: 85%, for: 1 h, min-samples: 10000}}
rollout: {steps: [{id: full, traffic: 100%, review: 10%, starts: 2026-07-06}]}
`,
      `
stage: production
data-sources: {tickets: {labels: {method: human-review}}}
metrics: {accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}}
triggers: {drop: {metric: accuracy, below: 85%, for: 1 h, min-samples: 10000}}
rollout: {steps: [{id: full, traffic: 100%, review: 10%, starts: 2026-07-06}]}
`,
    ],
  },
  check: {
    RolloutStep(step, context) {
      const before = stepBefore(step);
      if (!before) return;
      for (const gate of step.get("when")?.items() ?? [])
        checkSamples(
          {
            metric: gate.get("metric"),
            wanted: gate.get("min-samples"),
            window: gate.get("for"),
            step: before,
            who: `The gate of step \`${stepName(step)}\``,
            where: `step \`${stepName(before)}\``,
            never: "opens",
          },
          context,
        );
    },
    Trigger(trigger, context) {
      const last = context.plan.get("rollout")?.get("steps")?.all.at(-1);
      if (last?.kind !== "map" || !last.type) return;
      const step = last as Step;
      // An alarm has nothing to watch before there is any traffic.
      if (!seenShare(step)?.share.base) return;
      checkSamples(
        {
          metric: trigger.get("metric"),
          wanted: trigger.get("min-samples"),
          window: trigger.get("for"),
          step,
          who: `The alarm \`${trigger.key?.text}\``,
          where: `the last step, \`${stepName(step)}\`,`,
          never: "fires",
        },
        context,
      );
    },
  },
});

function checkSamples(waiting: Waiting, context: RuleContext): void {
  const { wanted, window, step, who, where, never } = waiting;
  const isShort = window?.value !== undefined && isPartOfDay(window.value.base);
  const load = context.plan.get("load")?.get(isShort ? "peak" : "average");
  const samples = reviewedSamples(step, load?.value, window?.value);
  if (!wanted?.value || !window?.value || !load?.value || !samples || !needsReview(waiting, context)) return;
  const { base } = samples.quantity;
  if (wanted.value.base <= base * (1 + 1e-9)) return;
  const number = base === 0 ? "none" : formatNumber(base < 100 ? Number(base.toPrecision(3)) : Math.floor(base));
  context.report(
    wanted,
    `${who} waits for ${formatNumber(wanted.value.base)} reviewed ${wanted.value.base === 1 ? "case" : "cases"} in ${formatRounded(window.value)}, but ${where} gives ${number} (${samples.how}): it never ${never}. Give it more time, review more, or let it rest on fewer cases.`,
    {
      related: [
        { at: step.get("review") ?? step, message: `What is reviewed at step \`${stepName(step)}\`` },
        { at: load, message: `The load ${isShort ? "at peak" : "on average"} is ${formatRounded(load.value)}` },
      ],
      fixes: [...fixesFor(wanted, window, base, context)],
    },
  );
}

/** In a part of a day there may be much more than on average. */
function isPartOfDay(milliseconds: number): boolean {
  return milliseconds < millisecondsPerDay * (1 - 1e-9);
}

/** Is what is right known only of the cases that people have looked at? */
function needsReview({ metric: id }: Waiting, context: RuleContext): boolean {
  const metric = context.find("metric", id);
  const kind = metric?.get("kind")?.value;
  const source = context.find("data-source", metric?.get("source"));
  return (kind === "quality" || kind === "oversight") && BY_PEOPLE.has(source?.get("labels")?.get("method")?.value);
}

/** A longer window keeps what the evidence is worth; fewer cases keep the time it takes. */
function* fixesFor(
  wanted: ScalarNode<Quantity>,
  window: ScalarNode<Quantity>,
  reached: number,
  context: RuleContext,
): Generator<Fix> {
  if (!wanted.value || !window.value || reached < 1) return;
  const times = wanted.value.base / reached;
  const longer = `${Math.ceil(window.value.value * times - 1e-9)} ${window.value.unit}`;
  // A load at peak says nothing of whole days.
  const holds = isPartOfDay(window.value.base) === isPartOfDay(window.value.base * times);
  if (!window.borrowed && holds)
    yield context.replaceFix(`Lengthen \`for\` to ${longer}`, window, longer, { kind: "stub", preferred: false });
  const fewer = [Math.floor(reached), wanted.value.unit].filter((part) => part !== "").join(" ");
  if (!wanted.borrowed)
    yield context.replaceFix(`Lower \`min-samples\` to ${fewer}`, wanted, fewer, { kind: "stub", preferred: false });
}

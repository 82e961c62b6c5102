import { actionDemand } from "../../figures/action-demand.ts";
import { compare, formatNumber, formatRounded, unitInTimeOf } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

const WORDS = {
  "at peak": {
    when: "At peak",
    stops: "it stops the system in a normal busy hour, when it is needed most. Raise the limit above the peak",
  },
  "on average": {
    when: "On average",
    stops: "it stops the system on an ordinary day. Raise the limit above what a busy day needs",
  },
} as const;

export default defineRule({
  id: "action-limit-below-peak",
  principle: "operating-limits",
  severity: from("pilot", "warning"),
  summary: "The limit on actions leaves room for a normal peak.",
  why: `The limit on actions is there to stop a system that runs wild. If an ordinary busy hour reaches it as well, it stops
the healthy system when it is needed most, and after the second time somebody raises it to a number that stops nothing.

Where no step of the rollout reaches 100%, only the highest traffic counts. A limit by the day or longer is compared with the
average load: a busy hour may take more than its share of it.`,
  silent: `While \`operating-limits.autonomy\` is \`suggest\` (the system then takes no action), where the peak or the limit is missing or
cannot be read, where the rollout has steps and none of them a traffic that can be, and for a limit that is just met. Without \`actions-per-item\` it counts one action for each item.`,
  source: "Article, The gap between testing and production",
  reads: ["load", "operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
load: {unit: item, average: 3200 item/d, peak: 900 item/h}
operating-limits:
  autonomy: act
  actions: {allowed: [assign-team, add-tag], actions-per-item: 2, max-rate: 1500 action/h}
#                                                                           ^^^^^^^^^^^^^ At peak the system takes 1,800 action/h (900 item/h x 2 actions), and the limit is 1,500 action/h
`,
      },
      {
        plan: `
stage: production
load:
  peak: 500 invoices/h
operating-limits:
  actions:
    max-rate: 8 bookings/min
#             ^^^^^^^^^^^^^^ At peak the system takes 500 bookings/h (500 invoices/h x 1 action), and the limit is 480 bookings/h
`,
      },
      {
        plan: `
stage: pilot
load: {peak: 900 item/h}
operating-limits: {autonomy: act, actions: {actions-per-item: 2, max-rate: 800 action/h}}
#                                                                          ^^^^^^^^^^^^ At peak the system takes 900 action/h (900 item/h x 50% traffic x 2 actions), and the limit is 800 action/h
rollout: {steps: [{id: tenth, traffic: 10%}, {id: half, traffic: 50%}]}
`,
      },
      {
        plan: `
stage: pilot
load: {average: 3200 item/d, peak: 900 item/h}
operating-limits: {autonomy: act, actions: {actions-per-item: 2, max-rate: 6000 action/d}}
#                                                                          ^^^^^^^^^^^^^ On average the system takes 6,400 action/d (3,200 item/d x 2 actions), and the limit is 6,000 action/d: it stops the system on an ordinary day
`,
      },
    ],
    good: [
      `
stage: pilot
load: {average: 3200 item/d, peak: 900 item/h}
operating-limits: {autonomy: act, actions: {actions-per-item: 2, max-rate: 8000 action/d}}
`,
      `
stage: pilot
load: {peak: 900 item/h}
operating-limits: {autonomy: act, actions: {actions-per-item: 2, max-rate: 900 action/h}}
rollout: {steps: [{id: shadow, traffic: 0%, mirror: 100%}, {id: half, traffic: 50%}]}
`,
      `
stage: production
load: {peak: 900 item/h}
operating-limits:
  autonomy: act
  actions: {actions-per-item: 2, max-rate: 30 action/min}
`,
      `
stage: production
load: {average: 9000 item/h}
operating-limits:
  actions: {actions-per-item: 2, max-rate: 30 action/min}
`,
      `
stage: production
load: {peak: 900 item/h}
operating-limits:
  actions: {actions-per-item: many, max-rate: 1 action/min}
`,
      `
stage: production
load: {peak: 900 item/h}
operating-limits:
  actions: {actions-per-item: 2, max-rate: <most actions e.g. 2000 action/h>}
`,
      `
stage: production
load: {peak: 900 item/h}
operating-limits:
  autonomy: suggest
  actions: {actions-per-item: 2, max-rate: 1 action/min}
`,
      `
stage: build
load: {peak: 900 item/h}
operating-limits:
  actions: {actions-per-item: 2, max-rate: 1 action/min}
`,
    ],
  },
  check: {
    Actions(actions, context) {
      const limit = actions.get("max-rate");
      const demand = actionDemand(context.checked, actions);
      const perItem = actions.get("actions-per-item");
      if (!demand || !limit?.value || context.checked.due.onlySuggests) return;
      if ((compare(demand.quantity, limit.value) ?? 0) <= 0) return;
      const unit = unitInTimeOf(limit.value, demand.quantity);
      context.report(
        limit,
        `${WORDS[demand.period].when} the system takes ${formatRounded(demand.quantity, unit, limit.value)} (${demand.how}), and the limit is ${formatRounded(limit.value, unit)}: ${WORDS[demand.period].stops}, or let fewer items in.`,
        {
          related: [
            { at: demand.at, message: `The load ${demand.period}` },
            ...(perItem
              ? [{ at: perItem, message: `Each item leads to ${formatNumber(perItem.value ?? 1)} actions` }]
              : []),
          ],
        },
      );
    },
  },
});

import { type FallingLoad, heaviestFalls } from "../../figures/falling-load.ts";
import { compare, formatRounded, subtract, unitInTimeOf } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "fallback-capacity-exceeded",
  principle: "load-on-legacy",
  severity: from("pilot", "warning"),
  summary: "Each fallback mode can take on the work that falls to it in the busiest hour.",
  why: `A way to go on without the system is worth what it can carry. Systems fail when there is most to do, and then all of it arrives
at once at people or at an older system sized for an ordinary day. The backlog lasts longer than the failure, and the team
hesitates to switch off a system that does harm because there is nowhere for the work to go.

When the system is off (\`workflow.fallback\`) or rolled back (\`rollout.rollback.to\`), all that it handles falls to the mode: the
peak, times the highest traffic of the rollout. When one system fails (\`on-failure\`), the items that call it do. A capacity by the
day or longer is compared with the average load, for nobody knows how many hours a day the mode works.`,
  silent: `Before the stage pilot, for modes without a \`capacity\`, where \`load.peak\` or the traffic of all steps is missing or cannot be
read, and for what lies outside the operating limits: nobody knows how much that is.`,
  source: "Article, The gap between testing and production; Google SRE book, Addressing Cascading Failures",
  reads: ["data-sources", "fallback-modes", "load", "operating-limits", "rollout", "systems", "workflow"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes:
  manual-queue: {how: Dispatchers sort the inbox, capacity: 500 item/h}
#                                                           ^^^^^^^^^^ When the system is off, 900 item/h fall to \`manual-queue\` at peak, and it can take on 500 item/h: a backlog grows by 400 item/h for as long as it lasts.
  by-rules: {how: The old rules sort, capacity: 5 item/min}
#                                               ^^^^^^^^^^ When \`model-api\` fails, 450 item/h (900 item/h x 50% that call it) fall to \`by-rules\` at peak, and it can take on 300 item/h: a backlog grows by 150 item/h
  spare: {how: Not used yet, capacity: 1 item/h}
load: {peak: 900 item/h}
systems:
  model-api: {calls-per-item: 0.5, on-failure: by-rules}
  crm-db: {calls-per-item: 0.1, on-failure: by-rules}
`,
      },
      {
        plan: `
stage: production
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 200 item/h}}
#                                                                          ^^^^^^^^^^ When the system is rolled back, 450 item/h (900 item/h x 50% traffic) fall to \`manual-queue\` at peak, and it can take on 200 item/h
load: {peak: 900 item/h}
rollout: {rollback: {to: manual-queue}, steps: [{traffic: 10%}, {traffic: 50%}]}
`,
      },
      {
        plan: `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 2000 item/d}}
#                                                                          ^^^^^^^^^^^ When the system is off, 3,200 item/d fall to \`manual-queue\` on average, and it can take on 2,000 item/d: a backlog grows by 1,200 item/d
load: {average: 3200 item/d, peak: 900 item/h}
`,
      },
      {
        plan: `
-- org.aiplan --
kind: catalog
fallback-modes:
  manual-queue: {how: Dispatchers sort the inbox, capacity: 500 item/h}
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
load: {peak: 900 item/h}
workflow: {fallback: manual-queue}
#                    ^^^^^^^^^^^^ When the system is off, 900 item/h fall to \`manual-queue\` at peak, and it can take on 500 item/h
`,
      },
    ],
    good: [
      `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 4000 item/d}}
load: {average: 3200 item/d, peak: 900 item/h}
`,
      `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 100 item/d}}
load: {peak: 900 item/h}
`,
      `
stage: production
workflow: {fallback: manual-queue}
fallback-modes:
  manual-queue: {how: Dispatchers sort the inbox, capacity: 15 item/min}
  by-hand: {how: Somebody does it}
  later: {how: To be found, capacity: <work it can take on e.g. 1000 item/h>}
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, on-failure: queue}
  crm-db: {calls-per-item: 3, on-failure: by-hand}
  erp: {calls-per-item: 3, on-failure: later}
  other: {calls-per-item: 3, on-failure: not-defined}
`,
      `
stage: production
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 90 item/h}}
load: {peak: 900 item/h}
rollout: {steps: [{traffic: 10%, review: 100%}]}
`,
      `
stage: production
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 10 item/h}}
load: {peak: 900 item/h}
rollout: {steps: [{traffic: <share of items>}]}
`,
      `
stage: production
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 10 item/h}}
load: {average: 900 item/h}
`,
      `
stage: build
workflow: {fallback: manual-queue}
fallback-modes: {manual-queue: {how: Dispatchers sort the inbox, capacity: 10 item/h}}
load: {peak: 900 item/h}
`,
    ],
  },
  check: {
    Plan(_plan, context) {
      for (const falling of heaviestFalls(context.checked)) checkMode(falling, context);
    },
  },
});

function checkMode({ mode, from: at, when, quantity: load, how, period }: FallingLoad, context: RuleContext): void {
  const capacity = context.find("fallback-mode", mode)?.get("capacity");
  const backlog = capacity?.value && subtract(load, capacity.value);
  if (!capacity?.value || !backlog || (compare(load, capacity.value) ?? 0) <= 0) return;
  const falls = formatRounded(load, load.unit, capacity.value);
  const sum = how === falls ? falls : `${falls} (${how})`;
  const takes = formatRounded(capacity.value, unitInTimeOf(capacity.value, load), load);
  const isOwn = capacity.section.uri === context.file.uri;
  context.report(
    isOwn ? capacity : at,
    `When ${when}, ${sum} fall to \`${mode}\` ${period}, and it can take on ${takes}: a backlog grows by ${formatRounded(backlog)} for as long as it lasts. Give it more capacity, share the work between two modes, or queue what can wait.`,
    {
      related: [
        isOwn ? { at, message: `The work falls to \`${mode}\` from here` } : { at: capacity, message: "Its capacity" },
      ],
    },
  );
}

import { systemDemand } from "../../figures/system-demand.ts";
import { systemsUsed, type UsedSystem } from "../../figures/systems-used.ts";
import { compare, formatRounded, multiply, unitInTimeOf } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** Above this part of the limit there is no room for a retry or a busy minute. */
const TIGHT = 0.8;

const WORDS = {
  "at peak": { when: "At peak", busier: "hour" },
  "on average": { when: "On average", busier: "day" },
} as const;

export default defineRule({
  id: "peak-exceeds-rate-limit",
  principle: "load-on-legacy",
  severity: from("build", "warning"),
  summary: "Each system takes the calls that the busiest hour makes to it, with room to spare.",
  why: `Older systems were sized for people who click, not for a system that calls them three times for every item. Above the
limit, requests are refused or slowed down, retries come on top, and other users of the same system suffer too. It shows
at the first real peak and not in the pilot, which had a fraction of the load.

What is compared is \`load.peak\` x \`calls-per-item\` with \`rate-limit\`. Where no step of the rollout reaches 100%, only the
highest traffic counts, or the highest share that is mirrored. A limit by the day or longer is compared with the average load: a
busy hour may take more than its share of it. Above ${TIGHT * 100}% of the limit it is information.`,
  silent: `At the stage proposal, where one of the three numbers is missing or cannot be read, where the rollout has steps and none
of them a share that can be, and for systems of a catalog that no data source of the plan used for inference comes from.`,
  source: "Article, The gap between testing and production",
  reads: ["data-sources", "load", "operating-limits", "rollout", "systems"],
  examples: {
    bad: [
      {
        plan: `
stage: build
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 30 req/min}
#                                           ^^^^^^^^^^ At peak, \`helpdesk\` gets 2,700 req/h (900 item/h x 3 calls), and its limit is 1,800 req/h: requests will be refused or slowed down.
  model-api: {calls-per-item: 1, rate-limit: 0.3 req/s}
#                                            ^^^^^^^^^ At peak, \`model-api\` gets 900 req/h (900 item/h x 1 call), which is 83.3% of its limit of 1,080 req/h: a few retries
  crm-db: {calls-per-item: 0.5, rate-limit: 20 req/s}
`,
      },
      {
        plan: `
stage: build
load: {average: 3200 item/d, peak: 900 item/h}
systems:
  crm: {calls-per-item: 3, rate-limit: 9000 req/d}
#                                      ^^^^^^^^^^ On average, \`crm\` gets 9,600 req/d (3,200 item/d x 3 calls), and its limit is 9,000 req/d: requests will be refused
  erp: {calls-per-item: 3, rate-limit: 10000 req/d}
#                                      ^^^^^^^^^^^ On average, \`erp\` gets 9,600 req/d (3,200 item/d x 3 calls), which is 96% of its limit of 10,000 req/d: a few retries or a busier day
`,
      },
      {
        plan: `
-- org.aiplan --
kind: catalog
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 60 req/min}
  erp: {calls-per-item: 3, rate-limit: 1 req/min}
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
load: {peak: 2 item/s}
#            ^^^^^^^^ At peak, \`helpdesk\` gets 6 req/s (2 item/s x 3 calls), and its limit is 1 req/s: requests
data-sources:
  tickets: {system: helpdesk, used-for: [training, inference]}
  orders: {system: erp, used-for: [training]}
`,
      },
      {
        plan: `
stage: pilot
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 20 req/min}
#                                           ^^^^^^^^^^ At peak, \`helpdesk\` gets 1,350 req/h (900 item/h x 50% traffic x 3 calls), and its limit is 1,200 req/h
  model-api: {calls-per-item: 1, rate-limit: 10 req/min}
rollout: {steps: [{id: shadow, traffic: 0%, mirror: 20%}, {id: half, traffic: 50%}]}
`,
      },
      {
        plan: `
stage: build
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 30 req/min}
#                                           ^^^^^^^^^^ At peak, \`helpdesk\` gets 2,700 req/h (900 item/h x 3 calls)
operating-limits: {autonomy: suggest}
rollout: {steps: [{id: two-sites, starts: 2026-07-06}]}
`,
      },
    ],
    good: [
      `
stage: build
load: {average: 3200 item/d, peak: 900 item/h}
systems:
  crm: {calls-per-item: 3, rate-limit: 20000 req/d}
  erp: {calls-per-item: 3, rate-limit: 400000 req/mo}
`,
      `
stage: build
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 60 req/min}
  at-80-percent: {calls-per-item: 1, rate-limit: 1125 req/h}
  open: {calls-per-item: <calls for one item e.g. 3>, rate-limit: 1 req/min}
  unlimited: {calls-per-item: 3}
  other: {calls-per-item: 3, rate-limit: 60 s}
`,
      `
stage: build
load: {average: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 1 req/min}
`,
      `
stage: pilot
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 30 req/min}
rollout: {steps: [{id: shadow, traffic: 0%, mirror: 20%}, {id: half, traffic: 50%}]}
`,
      `
stage: pilot
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 30 req/min}
rollout: {steps: [{id: half, traffic: <share of items it handles>}]}
`,
      `
stage: proposal
load: {peak: 900 item/h}
systems:
  helpdesk: {calls-per-item: 3, rate-limit: 30 req/min}
`,
    ],
  },
  check: {
    Plan(_plan, context) {
      for (const used of systemsUsed(context.checked)) checkSystem(used, context);
    },
  },
});

function checkSystem(used: UsedSystem, context: RuleContext): void {
  const calls = used.system.get("calls-per-item");
  const limit = used.system.get("rate-limit");
  const demand = systemDemand(context.checked, used.system);
  const tight = limit?.value && multiply(limit.value, TIGHT);
  if (!calls || !limit?.value || !demand || !tight || (compare(demand.quantity, tight) ?? 0) <= 0) return;
  const { at, how, period, quantity } = demand;
  const { when, busier } = WORDS[period];
  const unit = unitInTimeOf(limit.value, quantity);
  const most = formatRounded(limit.value, unit);
  const gets = `${when}, \`${used.id}\` gets ${formatRounded(quantity, unit, limit.value)} (${how})`;
  const isOver = (compare(quantity, limit.value) ?? 0) > 0;
  const share = formatRounded({ ...quantity, dimension: "share", base: quantity.base / limit.value.base }, "%");
  const message = isOver
    ? `${gets}, and its limit is ${most}: requests will be refused or slowed down. Make fewer calls for an item, let items wait in a queue, or agree on a higher limit with the owner.`
    : `${gets}, which is ${share} of its limit of ${most}: a few retries or a busier ${busier} go over it. Agree on more room with the owner.`;
  const atLoad = { at, message: `The load ${period}` };
  context.report(used.isOwn ? limit : at, message, {
    severity: isOver ? undefined : "info",
    related: used.isOwn
      ? [atLoad, { at: calls, message: "The calls for one item" }]
      : [{ at: limit, message: `The limit of \`${used.id}\`` }],
  });
}

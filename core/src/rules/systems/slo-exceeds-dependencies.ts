import { promisedLevel, targetsInWords } from "../../figures/promised-level.ts";
import { systemsUsed } from "../../figures/systems-used.ts";
import { compare, formatBase, formatQuantity, multiply, type Quantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "slo-exceeds-dependencies",
  principle: "load-on-legacy",
  severity: from("pilot", "warning"),
  summary: "The plan promises no more availability than the systems that it cannot work without have together.",
  why: `A system that fails whenever one of three others fails is down as often as all three together. Promising more than that
is a promise that no effort of the team can keep: it is broken in the first bad week of somebody else's system.

What counts are the systems whose \`on-failure\` is \`fail\` or \`retry\`: those with a queue or a fallback mode are bridged. Their
availabilities are multiplied, which takes it that they fail independently of each other.`,
  silent: `Before the stage pilot, where no target of a metric that \`measures: availability\` can be read, and for systems whose
\`availability\` or \`on-failure\` is missing (the rest is multiplied all the same: it can only get less). Where several metrics
measure availability, the least strict of them counts, if all of them can be read.`,
  source: "Article, The gap between testing and production; Google SRE book, Embracing Risk",
  reads: ["data-sources", "metrics", "success-criteria", "systems"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  uptime: {kind: reliability, unit: percent, direction: higher, measures: availability}
success-criteria: {targets: {uptime: {month-1: 99%, month-6: 99.9%}}}
#                                                            ^^^^^ \`uptime\` is to be 99.9% in month six, but the systems that it cannot work without are up 99.7% of the time (\`crm-db\` 99.8% x \`model-api\` 99.9%, if they fail independently): the promise can't be kept.
systems:
  crm-db: {availability: 99.8%, on-failure: fail}
  model-api: {availability: 99.9%, on-failure: retry}
  helpdesk: {availability: 95%, on-failure: queue}
  history: {availability: 90%, on-failure: without-history}
fallback-modes:
  without-history: {how: Route on the text alone}
`,
      },
      {
        plan: `
stage: production
metrics:
  uptime: {kind: reliability, unit: percent, direction: higher, measures: availability}
success-criteria: {targets: {uptime: {month-1: 99.95%, month-6: 99.99%}}}
#                                              ^^^^^^ \`uptime\` is to be 99.95% in month one and 99.99% in month six, but \`crm-db\`, which it cannot work without, is up 99.9% of the time: the promise can't be kept.
systems:
  crm-db: {availability: 99.9%, on-failure: fail}
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  uptime: {kind: reliability, unit: percent, direction: higher, measures: availability}
  rest: {kind: reliability, unit: percent, direction: higher}
success-criteria: {targets: {uptime: {month-1: 99%, month-6: 99.8%}, rest: {month-1: 100%, month-6: 100%}}}
systems:
  crm-db: {availability: 99.8%, on-failure: fail}
  helpdesk: {availability: 95%, on-failure: queue}
  open: {availability: 90%, on-failure: <retry or queue>}
  unknown: {availability: 90%}
  unmeasured: {on-failure: fail}
`,
      `
stage: pilot
metrics:
  uptime: {kind: reliability, unit: percent, direction: higher, measures: availability}
  at-night: {kind: reliability, unit: percent, direction: <which way is better>, measures: availability}
success-criteria: {targets: {uptime: {month-1: 99%, month-6: 99.9%}, at-night: {month-1: 95%, month-6: 95%}}}
systems:
  crm-db: {availability: 99.8%, on-failure: fail}
`,
      `
stage: build
metrics:
  uptime: {kind: reliability, unit: percent, direction: higher, measures: availability}
success-criteria: {targets: {uptime: {month-1: 99%, month-6: 99.9%}}}
systems:
  crm-db: {availability: 99.8%, on-failure: fail}
`,
    ],
  },
  check: {
    Plan(_plan, context) {
      const promised = promisedLevel(context.checked, "availability");
      const needed = systemsUsed(context.checked).flatMap(({ id, system }) => {
        const at = system.get("availability");
        const onFailure = system.get("on-failure")?.value;
        const counts = onFailure === "fail" || onFailure === "retry";
        return at?.value?.dimension === "share" && counts ? [{ id, at, share: at.value }] : [];
      });
      const [first, ...others] = needed;
      const product = first && others.reduce<Quantity | undefined>((a, b) => a && multiply(a, b.share), first.share);
      const exceeded = promised?.targets.filter(({ value }) => product && (compare(value, product) ?? 0) > 0) ?? [];
      const [target] = exceeded;
      if (!promised || !product || !target) return;
      const up = formatBase(product.base, "share", "%");
      const factors = needed.map(({ id, share }) => `\`${id}\` ${formatQuantity(share)}`).join(" x ");
      const systems =
        others.length === 0
          ? `\`${first?.id}\`, which it cannot work without, is up ${up} of the time`
          : `the systems that it cannot work without are up ${up} of the time (${factors}, if they fail independently)`;
      context.report(
        target.node,
        `\`${promised.metric}\` is to be ${targetsInWords(exceeded)}, but ${systems}: the promise can't be kept. Say how the work goes on when one of them fails (\`on-failure\`: a queue or a fallback mode), or promise less.`,
        { related: needed.map(({ id, at }) => ({ at, message: `The availability of \`${id}\`` })) },
      );
    },
  },
});

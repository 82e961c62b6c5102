import { promisedLevel, targetsInWords } from "../../figures/promised-level.ts";
import { callsOnPath, systemsUsed, type UsedSystem } from "../../figures/systems-used.ts";
import {
  add,
  compare,
  formatNumber,
  formatQuantity,
  formatRounded,
  multiply,
  type Quantity,
} from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "latency-budget-exceeded",
  principle: "load-on-legacy",
  severity: from("build", "info"),
  summary: "The calls that a user waits for fit into the latency that the plan promises.",
  why: `Each system on the way is fast enough on its own, and the sum of them is not. In the pilot nobody counted, because the
systems were idle; at production load each answers as slowly as its p95 (the time within which 95 of 100 calls are
answered) says.

The sum is rough: p95s do not simply add up, since calls are rarely all slow at once, and calls made at the same time cost only
the longest of them. So it is information. But a sum above the target leaves nothing for the system itself.`,
  silent: `At the stage proposal, where no target of a metric that \`measures: latency\` can be read, for systems whose \`latency-p95\` or
number of calls is missing (the rest is summed all the same), and for calls that nobody waits for (\`calls-on-path: 0\`). Where
several metrics measure latency, the least strict of them counts, if all of them can be read.`,
  source: "Article, The gap between testing and production",
  reads: ["data-sources", "metrics", "success-criteria", "systems"],
  examples: {
    bad: [
      {
        plan: `
stage: build
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 2.5 s, month-6: 2 s}}}
#                                                               ^^^ The calls that a user waits for take 2.2 s (\`helpdesk\` 2 x 400 ms + \`crm-db\` 300 ms + \`model-api\` 1100 ms), and \`latency\` is to be 2 s in month six: answers will be slower than promised.
systems:
  helpdesk: {calls-per-item: 3, calls-on-path: 2, latency-p95: 400 ms}
  crm-db: {calls-per-item: 1, latency-p95: 300 ms}
  model-api: {calls-per-item: 1, latency-p95: 1100 ms}
  archive: {calls-per-item: 1, calls-on-path: 0, latency-p95: 5 s}
  later: {calls-per-item: 1}
`,
      },
      {
        plan: `
stage: pilot
metrics:
  fast: {kind: reliability, unit: ms, direction: lower, measures: latency}
success-criteria: {targets: {fast: {month-1: 500 ms, month-6: 400 ms}}}
#                                            ^^^^^^ The calls that a user waits for take 600 ms (\`model-api\` 600 ms), and \`fast\` is to be 500 ms in month one and 400 ms in month six
systems:
  model-api: {calls-per-item: 1, latency-p95: 600 ms}
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
  slowest: {kind: reliability, unit: s, direction: lower, measures: latency}
  turnaround: {kind: business, unit: ms, direction: lower}
success-criteria:
  targets:
    latency: {month-1: 1 s, month-6: 1 s}
    slowest: {month-1: 4 s, month-6: 3 s}
    turnaround: {month-1: 1 ms, month-6: 1 ms}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
  open: {calls-per-item: 1, latency-p95: <answer time for 95 of 100 calls>}
`,
      `
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: <month-one target>, month-6: fast}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
  all-words: {kind: reliability, unit: s, direction: lower, measures: <what it measures>}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-words: {month-1: 9 s, month-6: 8 s}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
  all-words: {kind: reliability, unit: s, measures: latency}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-words: {month-1: 9 s, month-6: 8 s}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
  all-words: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-words: {month-1: <month-one target>}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
  all-words: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-words: {}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
  all-words: {}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-words: {month-1: 9 s, month-6: 8 s}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
      `
stage: proposal
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 1 s, month-6: 1 s}}}
systems:
  helpdesk: {calls-per-item: 2, latency-p95: 1500 ms}
`,
    ],
  },
  check: {
    Plan(_plan, context) {
      const promised = promisedLevel(context.checked, "latency");
      const waits = systemsUsed(context.checked).flatMap((used) => waitOf(used) ?? []);
      const [first, ...others] = waits.map(({ time }) => time);
      const sum = first && others.reduce<Quantity | undefined>((a, b) => a && add(a, b), first);
      const exceeded = promised?.targets.filter(({ value }) => sum && (compare(sum, value) ?? 0) > 0) ?? [];
      const [target] = exceeded;
      if (!promised || !sum || !target) return;
      context.report(
        target.node,
        `The calls that a user waits for take ${formatRounded(sum, target.value.unit, target.value)} (${waits.map(({ words }) => words).join(" + ")}), and \`${promised.metric}\` is to be ${targetsInWords(exceeded)}: answers will be slower than promised. Of each call this is the time that 95 of 100 keep to, and such times do not simply add up, so the sum is rough. Make fewer calls while the user waits, make them at the same time, or promise less.`,
        { related: waits.map(({ used, at }) => ({ at, message: `The answer time of \`${used.id}\`` })) },
      );
    },
  },
});

/** How long a user waits for a system, for all the calls that one item makes. */
function waitOf(used: UsedSystem) {
  const at = used.system.get("latency-p95");
  const calls = callsOnPath(used.system);
  const time = at?.value && calls ? multiply(at.value, calls) : undefined;
  if (!at?.value || !time) return undefined;
  const words = `\`${used.id}\` ${calls === 1 ? "" : `${formatNumber(calls ?? 0)} x `}${formatQuantity(at.value)}`;
  return { used, at, time, words };
}

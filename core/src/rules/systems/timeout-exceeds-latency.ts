import { promisedLevel } from "../../figures/promised-level.ts";
import { callsOnPath } from "../../figures/systems-used.ts";
import { compare, formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "timeout-exceeds-latency",
  principle: "load-on-legacy",
  severity: from("pilot", "info"),
  summary: "No system is waited for longer than the whole answer may take.",
  why: `A timeout is there to give up on a system that hangs while the promise can still be kept some other way. One that is longer
than the promised latency never helps: when it ends, the answer is late already, and on a bad day every answer is as late as
the timeout allows.`,
  silent: `Before the stage pilot, where no target of a metric that \`measures: latency\` can be read, for a timeout equal to the target,
for systems that nobody waits for (\`calls-on-path: 0\`, or \`calls-per-item: 0\`) or whose number of calls is missing, and for
systems that a catalog lends. Where several metrics measure latency, the least strict of them counts, if all of them can be
read.`,
  source: "Google SRE book, Addressing Cascading Failures",
  reads: ["metrics", "success-criteria", "systems"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 2.5 s, month-6: 2 s}}}
systems:
  model-api: {calls-per-item: 1, timeout: 2100 ms}
#                                         ^^^^^^^ An item waits up to 2100 ms for \`model-api\`, and \`latency\` is to be 2 s in month six: when this one system hangs
  archive: {calls-per-item: 2, calls-on-path: 0, timeout: 30 s}
`,
        fixed: `
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 2.5 s, month-6: 2 s}}}
systems:
  model-api: {calls-per-item: 1, timeout: 2 s}
  archive: {calls-per-item: 2, calls-on-path: 0, timeout: 30 s}
`,
      },
      {
        plan: `
stage: production
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 5 s}}}
systems:
  model-api:
    calls-per-item: 1
    timeout: 1 min
#            ^^^^^ An item waits up to 1 min for \`model-api\`, and \`latency\` is to be 5 s in month one
`,
        fixed: `
stage: production
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 5 s}}}
systems:
  model-api:
    calls-per-item: 1
    timeout: 5 s
`,
      },
    ],
    good: [
      `
stage: pilot
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
  slowest: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 1 s, month-6: 1 s}, slowest: {month-1: 3 s, month-6: 2 s}}}
systems:
  model-api: {calls-per-item: 1, timeout: 2000 ms}
  open: {calls-per-item: 1, timeout: <longest wait for an answer>}
  unknown: {timeout: 30 s}
  unclear: {calls-per-item: 1, calls-on-path: <calls the user waits for>, timeout: 30 s}
`,
      `
stage: pilot
metrics:
  first-word: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {first-word: {month-1: 1 s, month-6: 1 s}, all-wrods: {month-1: 9 s, month-6: 8 s}}}
systems:
  model-api: {calls-per-item: 1, timeout: 2 s}
`,
      `
stage: build
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
success-criteria: {targets: {latency: {month-1: 1 s, month-6: 1 s}}}
systems:
  model-api: {calls-per-item: 1, timeout: 30 s}
`,
      `
stage: production
metrics:
  latency: {kind: reliability, unit: s, direction: lower, measures: latency}
  accuracy: {kind: quality, unit: percent, direction: higher, measures: accuracy}
success-criteria: {targets: {latency: {month-1: <month-one target>}, accuracy: {month-1: 90%}}}
systems:
  model-api: {calls-per-item: 1, timeout: 30 s}
`,
    ],
  },
  check: {
    System(system, context) {
      const timeout = system.get("timeout");
      const target = promisedLevel(context.checked, "latency");
      if (!timeout?.value || !target || !callsOnPath(system)) return;
      const { month, node, value } = target.strictest;
      if ((compare(timeout.value, value) ?? 0) <= 0) return;
      const limit = formatQuantity(value);
      context.report(
        timeout,
        `An item waits up to ${formatQuantity(timeout.value)} for \`${system.key?.text}\`, and \`${target.metric}\` is to be ${limit} in ${month}: when this one system hangs, each answer is late before anything is done about it. Give up sooner, and say with \`on-failure\` how the item goes on.`,
        {
          related: [{ at: node, message: `The target for ${month} is ${limit}` }],
          fixes: timeout.borrowed
            ? []
            : [context.replaceFix(`Wait no longer than the target, ${limit}`, timeout, limit, { kind: "stub" })],
        },
      );
    },
  },
});

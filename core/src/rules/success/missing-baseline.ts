import { Target } from "../../language/index.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "missing-baseline",
  principle: "numeric-criteria",
  severity: from("proposal", "info"),
  summary: "For business and quality metrics, the targets say where the metric stands today.",
  why: `Without the value from before, nobody can tell later what the system has changed. A good number after six months may
have been reached the year before without it, and a poor one may be twice what people managed. It can only be measured
now: once the system is live, the old way of working is gone.`,
  silent: `For metrics of other kinds (a new system has no latency yet), for metrics whose kind is not known, where neither target
can be read yet, for a placeholder, and where the YAML around is broken.`,
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    time-to-right-team: {month-1: 3 h, month-6: 1.5 h}
#   ^^^^^^^^^^^^^^^^^^ Nothing says where \`time-to-right-team\` stands today
    routing-accuracy:
#   ^^^^^^^^^^^^^^^^ Nothing says where \`routing-accuracy\` stands today
      month-1: 88%
`,
        fixed: `
stage: proposal
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    time-to-right-team: {baseline: <value today e.g. 4.2 h>, month-1: 3 h, month-6: 1.5 h}
    routing-accuracy:
      baseline: <value today e.g. 90%>
      month-1: 88%
`,
      },
    ],
    good: [
      `
stage: build
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  tone: {kind: quality, unit: percent, direction: higher}
  latency: {kind: reliability, unit: s, direction: lower}
  drift: {unit: psi, direction: lower}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: 3 h, month-6: 1.5 h}
    routing-accuracy: {baseline: <value today>, month-1: 88%, month-6: 93%}
    tone: {month-1: <month-one target>, month-6: <month-six target>}
    latency: {month-1: 2.5 s, month-6: 2 s}
    drift: {month-1: 0.2, month-6: 0.2}
    unknown: {month-1: 88%, month-6: 93%}
`,
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {basline: 71%, month-1: 88%, month-6: 93%}
`,
      `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
   baseline
`,
    ],
  },
  check: {
    Target(target, context) {
      const kind = context.find("metric", target.key?.text)?.get("kind")?.value;
      if (kind !== "business" && kind !== "quality") return;
      if (!target.get("month-1")?.value && !target.get("month-6")?.value) return;
      if (isWritten(target, "baseline") || target.all.some(({ key }) => key.spoiled)) return;
      context.report(
        context.checked.nameOf(target),
        `Nothing says where \`${target.key?.text}\` stands today: without a \`baseline\` nobody can tell later what the system has changed, and once it is live it can't be measured any more. Measure it now and write it down.`,
        {
          fixes: target.borrowed
            ? []
            : [context.insertFix("Insert `baseline`", target, [{ name: "baseline", key: Target.keys.baseline }])],
        },
      );
    },
  },
});

import { compare, formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "identical-benchmarks",
  principle: "numeric-criteria",
  severity: from("proposal", "hint"),
  summary: "For business and quality metrics, month six asks for more than month one.",
  why: `Month one proves that the system can work at all, with people still looking at everything. Month six shows what it is
worth once it is left alone with the full load. Where one number stands for both, month one is often too strict and ends
a good start, or month six is too easy and nobody asks for the gain that was promised.`,
  silent: `For metrics of other kinds, such as availability, which rightly stay the same; for metrics whose kind or direction is not
known, or whose direction is \`target\`; where a value is missing or cannot be read; and where nothing better than the
target is possible (100%, or zero of what should be few).`,
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {baseline: 71%, month-1: 90%, month-6: 90%}
#                                                            ^^^ Month six asks for the same as month one (90%)
    time-to-right-team: {month-1: 90 min, month-6: 1.5 h}
#                                                  ^^^^^ Month six asks for the same as month one (1.5 h)
`,
      },
    ],
    good: [
      `
stage: proposal
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  availability: {kind: reliability, unit: percent, direction: higher}
  calibration: {kind: quality, unit: ratio, direction: target}
  coverage: {kind: quality, unit: percent}
  tone: {unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
    availability: {month-1: 99.5%, month-6: 99.5%}
    calibration: {month-1: 1, month-6: 1}
    coverage: {month-1: 80%, month-6: 80%}
    tone: {month-1: 80%, month-6: 80%}
    unknown: {month-1: 80%, month-6: 80%}
`,
      `
stage: build
metrics:
  refusals: {kind: quality, unit: percent, direction: higher}
  lost-claims: {kind: business, unit: item/mo, direction: lower}
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    refusals: {month-1: 100%, month-6: 100%}
    lost-claims: {month-1: 0 item/mo, month-6: 0 item/mo}
    accuracy: {month-1: <month-one target>, month-6: <month-one target>}
`,
    ],
  },
  check: {
    Target(target, context) {
      const metric = context.find("metric", target.key?.text);
      const kind = metric?.get("kind")?.value;
      const direction = metric?.get("direction")?.value;
      if (kind !== "business" && kind !== "quality") return;
      const month1 = target.get("month-1");
      const month6 = target.get("month-6");
      if (!month1?.value || !month6?.value || compare(month1.value, month6.value) !== 0) return;
      const { base, dimension } = month6.value;
      const best = direction === "lower" ? 0 : dimension === "share" ? 1 : undefined;
      if (direction === undefined || direction === "target" || base === best) return;
      const value = formatQuantity(month6.value);
      context.report(
        month6,
        `Month six asks for the same as month one (${value}): one of the two is not thought through. Early proof is then judged as if it were lasting performance, or nobody expects the system to get better. Ask for less in month one or for more in month six.`,
        { related: [{ at: month1, message: `The target for month one is ${formatQuantity(month1.value)}` }] },
      );
    },
  },
});

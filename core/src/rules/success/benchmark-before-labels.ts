import { convertTo, formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

/** How many days one month and six months can have at most: what takes longer isn't known by then. */
const ONE_MONTH = 31;
const SIX_MONTHS = 184;

export default defineRule({
  id: "benchmark-before-labels",
  principle: "numeric-criteria",
  severity: from("proposal", "info"),
  summary: "A target for month one is of a metric whose true value is known within that month.",
  why: `Where it takes two months until the truth about a case is known, month one ends without a single case to judge by. The
number that is shown then is of cases from before go-live, or of the few that were settled early, which are the easy
ones. The decision to go on is taken on it all the same.`,
  silent: `Where the metric has no \`label-delay\`, where the delay or the target cannot be read, and where the delay is no longer
than a month: the first weeks can then be judged.`,
  source: "Article, Agreeing on what success looks like before you build",
  reads: ["metrics", "success-criteria"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
metrics:
  chargeback-rate: {kind: quality, unit: percent, direction: lower, label-delay: 60 d}
  default-rate: {kind: business, unit: percent, direction: lower, label-delay: 12 mo}
success-criteria:
  targets:
    chargeback-rate: {baseline: 2%, month-1: 1.5%, month-6: 1%}
#                                            ^^^^ The truth about a case is known after 60 d (\`label-delay\`), so nothing that happens after go-live can be judged in month one
    default-rate: {baseline: 4%, month-1: 3.8%, month-6: 3.5%}
#                                         ^^^^ The truth about a case is known after 12 mo (\`label-delay\`), so nothing that happens after go-live can be judged in month one, nor in month six
`,
      },
    ],
    good: [
      `
stage: proposal
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher, label-delay: 3 d}
  returns: {kind: business, unit: percent, direction: lower, label-delay: 1 mo}
  refunds: {kind: business, unit: percent, direction: lower, label-delay: 31 d}
  latency: {kind: reliability, unit: s, direction: lower}
  churn: {kind: business, unit: percent, direction: lower, label-delay: <time until the truth is known e.g. 3 d>}
  fraud: {kind: business, unit: percent, direction: lower, label-delay: 90 d}
success-criteria:
  targets:
    accuracy: {month-1: 88%, month-6: 93%}
    returns: {month-1: 5%, month-6: 4%}
    refunds: {month-1: 5%, month-6: 4%}
    latency: {month-1: 3 s, month-6: 2 s}
    churn: {month-1: 5%, month-6: 4%}
    fraud: {month-1: <month-one target e.g. 5%>, month-6: 4%}
    unknown: {month-1: 5%, month-6: 4%}
`,
    ],
  },
  check: {
    Target(target, context) {
      const delay = context.find("metric", target.key?.text)?.get("label-delay");
      const month1 = target.get("month-1");
      const days = delay?.value && convertTo(delay.value, "d");
      if (!delay?.value || !month1?.value || days === undefined || days <= ONE_MONTH) return;
      const isTooLongForBoth = target.get("month-6")?.value !== undefined && days > SIX_MONTHS;
      const months = isTooLongForBoth ? "month one, nor in month six" : "month one";
      const written = formatQuantity(delay.value);
      context.report(
        month1,
        `The truth about a case is known after ${written} (\`label-delay\`), so nothing that happens after go-live can be judged in ${months}: the number shown then would be of other cases. Set the early target for something that is known sooner, and judge this metric later.`,
        { related: [{ at: delay, message: `\`label-delay\` is ${written}` }] },
      );
    },
  },
});

import { type Stub, written } from "../../edits/stub.ts";
import { formatQuantity } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "review-calendar-only",
  principle: "reviews-follow-data",
  severity: from("pilot", "warning"),
  summary: "From pilot on, every review is called for by alarms; the calendar is only a backstop.",
  why: `Models do not fail by the month. What goes wrong on the day after a monthly review has four weeks to do harm before
anybody meets, and a review for which there is no cause teaches people to skip it. Reviews that alarms call for take place
when there is something to see.`,
  silent: `Before the stage pilot, for reviews without \`at-latest-every\` (\`missing-key\` speaks of those, and of the key
\`triggered-by\` itself), where \`triggered-by\` is a placeholder or cannot be read, and where the YAML around is broken.`,
  implies: ["missing-key"],
  source: "Article, What the 12% do differently",
  reads: ["reviews", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: review}
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  dear: {metric: spend, above: 9000 EUR/mo, do: review}
  drift: {metric: input-drift, above: 0.2, do: review}
reviews:
  cost-review: {triggered-by: [dear], chair: finance}
  quality-review: {at-latest-every: 1 mo, chair: triage-lead}
# ^^^^^^^^^^^^^^ \`quality-review\` follows the calendar alone, every 1 mo: what goes wrong the day after a review
`,
        fixed: `
stage: pilot
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: review}
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  dear: {metric: spend, above: 9000 EUR/mo, do: review}
  drift: {metric: input-drift, above: 0.2, do: review}
reviews:
  cost-review: {triggered-by: [dear], chair: finance}
  quality-review: {triggered-by: [accuracy-drop, drift], at-latest-every: 1 mo, chair: triage-lead}
`,
      },
      {
        plan: `
stage: production
reviews:
  quality-review:
# ^^^^^^^^^^^^^^ \`quality-review\` follows the calendar alone, every 2 w
    triggered-by: []
    at-latest-every: 2 w
    chair: triage-lead
`,
        fixed: `
stage: production
reviews:
  quality-review:
    triggered-by: [<id of a trigger>]
    at-latest-every: 2 w
    chair: triage-lead
`,
      },
    ],
    good: [
      `
stage: production
reviews:
  quality-review: {triggered-by: [drift], at-latest-every: 1 mo, chair: triage-lead}
  cost-review: {triggered-by: [<id of a trigger>], at-latest-every: 1 mo, chair: triage-lead}
  data-review: {triggered-by: <alarms>, at-latest-every: 1 mo, chair: triage-lead}
`,
      `
stage: build
reviews: {quality-review: {at-latest-every: 1 mo}}
`,
      `
stage: production
reviews: {quality-review: {chair: triage-lead}}
`,
      `
stage: production
reviews:
  quality-review:
    at-latest-every: 1 mo
   triggered
`,
    ],
  },
  check: {
    Review(review, context) {
      const lack = context.checked.due.lackedBy(review).find(({ name }) => name === "triggered-by");
      const latest = review.get("at-latest-every")?.value;
      if (!lack || !latest) return;
      const value = stubFor(context);
      context.report(
        context.checked.nameOf(review),
        `\`${review.key?.text}\` follows the calendar alone, every ${formatQuantity(latest)}: what goes wrong the day after a review is not looked at before the next. Name the alarms that call for it in \`triggered-by\`.`,
        { fixes: [context.insertFix("Insert `triggered-by`", review, [value ? { ...lack, value } : lack])] },
      );
    },
  },
});

/** The alarms that ask for a review and that no review lists yet, if there are any. */
function stubFor({ plan }: RuleContext): Stub | undefined {
  const reviews = plan.get("reviews")?.items() ?? [];
  const listed = new Set(
    reviews.flatMap(({ value }) => value.get("triggered-by")?.items() ?? []).map(({ value }) => value),
  );
  const asking = (plan.get("triggers")?.items() ?? []).filter(
    ({ id, value }) => value.get("do")?.value === "review" && !listed.has(id),
  );
  return asking.length > 0 ? { kind: "list", items: asking.map(({ id }) => written(id)), inline: true } : undefined;
}

import { compareDates, distanceInWords } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "technology-before-outcome",
  principle: "outcome-before-technology",
  severity: from("proposal", "warning"),
  summary: "The technology is selected only after the business has agreed on the outcome.",
  why: `A technology that is chosen first looks for a problem it can solve, and the outcome is then written to fit it. Nobody has
asked whether something simpler would do, and when the result disappoints there is no agreed goal to choose again by: the
contract is signed, and the project goes on because of what it has cost so far.`,
  silent: `Where one of the two dates is missing, a placeholder or not a date, and where both are the same day.`,
  source: "Article, What the 12% do differently; Questions to ask first",
  reads: ["milestones", "outcome"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team, agreed: 2026-01-30}
milestones:
  technology-selected: 2026-01-09
#                      ^^^^^^^^^^ The technology is selected on 2026-01-09, 3 weeks before the outcome was agreed (2026-01-30)
  build-start: 2026-03-02
`,
      },
      {
        plan: `
stage: production
milestones: {technology-selected: 2026-01-29}
#                                 ^^^^^^^^^^ The technology is selected on 2026-01-29, 1 day before the outcome was agreed (2026-01-30)
outcome: {agreed: 2026-01-30}
`,
      },
    ],
    good: [
      `
stage: proposal
outcome: {agreed: 2026-01-30}
milestones: {technology-selected: 2026-02-20}
`,
      `
stage: build
outcome: {agreed: 2026-01-30}
milestones: {technology-selected: 2026-01-30}
`,
      `
stage: proposal
outcome: {agreed: <date agreed YYYY-MM-DD>}
milestones: {technology-selected: 2026-01-09}
`,
      `
stage: build
outcome: {agreed: 2026-01-30}
milestones: {technology-selected: soon}
`,
      `
stage: proposal
outcome: {statement: Cut the time to the right team.}
milestones: {technology-selected: 2026-01-09}
`,
    ],
  },
  check: {
    Outcome(outcome, context) {
      const agreed = outcome.get("agreed");
      const selected = context.find("milestone", "technology-selected");
      if (!agreed?.value || !selected?.value || compareDates(selected.value, agreed.value) >= 0) return;
      const distance = distanceInWords(agreed.value, selected.value);
      context.report(
        selected,
        `The technology is selected on ${selected.value.text}, ${distance} the outcome was agreed (${agreed.value.text}): the goal is then written to fit the tool, and nobody asks whether something simpler would do. Agree on the outcome first, and select the technology by it.`,
        { related: [{ at: agreed, message: `The outcome was agreed on ${agreed.value.text}` }] },
      );
    },
  },
});

import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { type Consequence, reportLost, reportMoved } from "../../judging.ts";

const CEILING: Consequence = {
  so: "the sum above which the case was to count as lost now moves with the costs, so it can no longer be lost",
  advice:
    "Keep the ceiling and look at what drives the cost; or have the business agree, and date that in `economics.agreed`.",
};
const PAYBACK: Consequence = {
  so: "the case now holds however long it takes to pay",
  advice: "Keep the time that was agreed; or have the business agree on another, and date that in `economics.agreed`.",
};

export default defineChangeRule({
  id: "ceiling-raised",
  principle: "economics-at-scale",
  severity: from("build", "warning"),
  summary: "The cost ceiling and the payback time that were agreed stay.",
  why: `A ceiling is agreed before the build so that there is a sum at which somebody asks whether the system is still worth it.
That question comes in month three or four, when the costs at scale are known. A ceiling that is raised to the costs answers it
before it was asked; a payback time that is stretched does the same.`,
  silent: `For plans at \`proposal\`, where the case is still being made, for a lower ceiling or a shorter payback, and for costs and
returns themselves: they are what they are. Where two sums are in different currencies.`,
  source: "Article, Agreeing on what success looks like before you build; The path forward",
  implies: ["economics-agreed-after-build"],
  dated: true,
  examples: {
    bad: [
      {
        before: `
stage: build
milestones: {build-start: 2026-03-02}
economics: {agreed: 2026-02-06, ceiling: 22000 EUR/mo, payback: 14 mo}
`,
        after: `
stage: build
milestones: {build-start: 2026-03-02}
economics: {agreed: 2026-02-06, ceiling: 30000 EUR/mo, payback: 2 y}
#                                        ^^^^^^^^^^^^ The cost ceiling was raised from 22,000 EUR/mo to 30,000 EUR/mo, 10 weeks after the build started (2026-03-02)
#                                                               ^^^ The payback time was lengthened from 14 mo to 2 y, 10 weeks after
`,
        changedOn: "2026-05-11",
      },
      {
        before: `
stage: build
economics: {ceiling: 22000 EUR/mo, payback: 14 mo}
`,
        after: `
stage: build
economics: {payback: 14 mo}
^^^^^^^^^ The cost ceiling was removed
`,
      },
    ],
    good: [
      {
        before: `
stage: build
economics: {ceiling: 24000 EUR/mo, payback: 14 mo, cost-per-item: 0.03 EUR/item}
`,
        after: `
stage: build
economics: {ceiling: 264000 EUR/y, payback: 12 mo, cost-per-item: 0.05 EUR/item}
`,
      },
    ],
  },
  judge: {
    Economics({ before, after }, context) {
      reportMoved(before?.get("ceiling"), after?.get("ceiling"), "higher", CEILING, context);
      reportMoved(before?.get("payback"), after?.get("payback"), "higher", PAYBACK, context);
      const now = after ?? context.after.file.root;
      reportLost(
        before,
        now,
        "ceiling",
        { ...CEILING, so: "there is no sum any more above which the case is lost" },
        context,
      );
      reportLost(before, now, "payback", PAYBACK, context);
    },
  },
});

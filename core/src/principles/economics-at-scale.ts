import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const economicsAtScale: Principle = {
  number: 4,
  id: "economics-at-scale",
  title: "Return and the cost at scale before code",
  what: "Work out what one item costs and brings in, reviewers included, at the volume expected after six months. Set the monthly cost at which the case is lost, and how long the build may take to pay back.",
  why: "A pilot of a few hundred items hides the bill. At 4,000 items a day and 0.90 EUR a review, checking 10% instead of 5% costs about 5,500 EUR more each month (4,000 × 30.4 days × 5% × 0.90 EUR). Found in month four, this ends projects that work. Found before the build, it changes a number in the plan.",
  sources: [article("Agreeing on What Success Looks Like Before You Build", "The Path Forward")],
  says: [
    "`economics.build-cost`, `fixed-cost`, `cost-per-item`, `review-cost-per-item`, `value-per-item`",
    "`economics.ceiling` and `payback`, with `economics.agreed`",
    "`load.average`, `load.peak` and `load.month-6`",
  ],
  sections: ["economics", "load"],
  notCheckable: "Whether the value of an item is real money.",
};

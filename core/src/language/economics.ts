import { date, key, object, quantity } from "./types.ts";

export const Economics = object("Economics", {
  doc: 'What the system costs and earns at full volume, so that "what does this cost at scale?" is answered before any code is written. Use one currency throughout.',
  keys: {
    agreed: key(date, {
      doc: "The day the business agreed on these figures, such as `2026-02-06`. It should come before `milestones.build-start`.",
      due: "build",
      principle: "economics-at-scale",
      placeholder: "date agreed YYYY-MM-DD",
    }),
    "build-cost": key(quantity("money", "180000 EUR"), {
      doc: "What it costs once, to build the system and bring it live, for example `180000 EUR`. No comma between the thousands.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "cost to build it e.g. 180000 EUR",
    }),
    "fixed-cost": key(quantity("money-rate", "5200 EUR/mo"), {
      doc: "What it costs to run whatever the volume, such as licences, hosting and maintenance, for example `5200 EUR/mo`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "fixed running cost e.g. 5200 EUR/mo",
    }),
    "cost-per-item": key(quantity("money-per-count", "0.035 EUR/item"), {
      doc: "What the system spends on each item, such as model calls, for example `0.035 EUR/item`. The time of reviewers goes into `review-cost-per-item`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "cost of one item e.g. 0.035 EUR/item",
    }),
    "review-cost-per-item": key(quantity("money-per-count", "0.90 EUR/item"), {
      doc: "What it costs when a person reviews one item, for example `0.90 EUR/item`. People are a running cost, often the largest one.",
      principle: "economics-at-scale",
      placeholder: "cost of reviewing one item e.g. 0.90 EUR/item",
    }),
    "value-per-item": key(quantity("money-per-count", "0.25 EUR/item"), {
      doc: "What one item handled by the system is worth to the business, for example `0.25 EUR/item`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "value of one item e.g. 0.25 EUR/item",
    }),
    ceiling: key(quantity("money-rate", "22000 EUR/mo"), {
      doc: "The monthly running cost above which the system is no longer worth it, for example `22000 EUR/mo`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "highest monthly cost e.g. 22000 EUR/mo",
    }),
    payback: key(quantity("duration", "14 mo"), {
      doc: "The time within which the build cost must be earned back by what the system brings in each month at month six, for example `14 mo`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "time to earn it back e.g. 14 mo",
    }),
  },
});

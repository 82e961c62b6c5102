import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const fragmentationFoundEarly: Principle = {
  number: 13,
  id: "fragmentation-found-early",
  title: "Fragmentation is found early",
  what: "Before building starts, run the joins on real data and count how many records find their partner. The share and the date go into the plan.",
  why: "Information about one customer or order often lies in several systems that do not quite fit. At 3,200 items a day, a match rate of 97% leaves 96 items daily without their data (3% of 3,200). Seen before the build, that is a task for the owner of the source. Seen after training, it means new integration, a new model and months of delay.",
  sources: [article("Why Production-Ready Data Is Not the Same as Clean Data")],
  says: [
    "`joins.<id>.match-rate`: the share of records that found a partner",
    "`joins.<id>.profiled`: a date no later than `milestones.build-start`",
  ],
  sections: ["joins.<id>.match-rate", "joins.<id>.profiled"],
  notCheckable: "Whether the profiled sample was typical.",
};

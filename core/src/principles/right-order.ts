import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const rightOrder: Principle = {
  number: 16,
  id: "right-order",
  title: "The right order; gaps closed before scaling",
  what: "Outcome, workflow, criteria, costs and data checks come before the build; integration gaps are closed before traffic grows. The dates in the plan show the order.",
  why: "Each of these steps is cheap early and dear late. Criteria agreed after the build are fitted to what was built, and a gap left open at 10% of traffic is ten times as large at 100%. A team can do every step and still fail, because each came after the decision it should have informed.",
  sources: [article("Introduction", "The Path Forward")],
  says: [
    "`milestones`: in order, from `technology-selected` to `go-live`",
    "`systems.<id>.gaps[].due`: before the first step above 10% traffic",
    "`pilot.differs-from-production[].closed-by`",
    "`stage`: what the plan claims to be ready for",
  ],
  sections: ["milestones", "stage", "systems.<id>.gaps", "pilot.differs-from-production"],
  notCheckable: "Whether a date was met or only written down.",
};

import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const numericCriteria: Principle = {
  number: 3,
  id: "numeric-criteria",
  title: "Numeric criteria before build; month one is not month six",
  what: "Write down, as numbers with units, what the system must reach one month after go-live and six months after. Agree on them before building starts, with today's value beside each.",
  why: '"High accuracy" can neither be met nor missed, so the argument about success begins after the money is spent. One target for all times fails too: set low, it hides a system that stops improving; set high, it condemns a healthy first month. A baseline is needed because 88% is good news after 71% and bad news after 92%.',
  sources: [
    article("What the 12% Do Differently", "Agreeing on What Success Looks Like Before You Build"),
    {
      title: "EU AI Act, Regulation (EU) 2024/1689",
      reference: "Article 9(8): testing against metrics and thresholds defined beforehand",
    },
  ],
  says: [
    "`success-criteria.targets.<metric>.month-1` and `month-6`: quantities in the metric's unit",
    "`baseline` and `baseline-measured` beside them",
    "`success-criteria.agreed`: no later than `milestones.build-start`",
    "`success-criteria.approved-by`: a role",
  ],
  sections: ["success-criteria", "metrics"],
  notCheckable: "Whether a number is true, and whether it was measured the same way each time.",
};

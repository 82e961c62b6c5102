import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const outcomeBeforeTechnology: Principle = {
  number: 1,
  id: "outcome-before-technology",
  title: "Business outcome before technology",
  what: "Say what should get better for customers, staff or the budget, and which number will show it. Choose the technology afterwards, because it serves that number.",
  why: "A team that starts from a tool ends with something that runs and that nobody needs. IDC and Lenovo, cited in the first source below, counted 4 projects in production for every 33 approved; the other 29 are the 88%. Without a business number agreed first, nothing decides between going on and stopping, and the money is withdrawn at the next budget round.",
  sources: [
    article("What the 12% Do Differently", "Frequently Asked Questions"),
    {
      title: "NIST AI Risk Management Framework 1.0",
      reference: "MAP 1.4: business value or context of use is clearly defined",
    },
  ],
  says: [
    "`outcome.statement`: what changes, in one sentence",
    "`outcome.kpi`: a metric whose `kind` is `business`",
    "`outcome.agreed`: a date no later than `milestones.technology-selected`",
  ],
  sections: ["outcome", "milestones.technology-selected"],
  notCheckable: "Whether the outcome is worth having, and whether the technology was in truth chosen first.",
};

import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const stepwiseOversight: Principle = {
  number: 7,
  id: "stepwise-oversight",
  title: "Human oversight is reduced step by step as metrics stabilise",
  what: "People check all results at first and fewer later. Each step towards more traffic or less review must be earned: a metric has held a value for a stated time.",
  why: "Review dropped on launch day means that the first error is found by a customer. Review kept at 100% fails as well: 50% of 3,200 items a day is 1,600 checks, and a team that can do 500 starts to wave items through. A rate that falls with evidence keeps both the risk and the work within what people can carry.",
  sources: [
    article("What the 12% Do Differently"),
    {
      title: "EU AI Act, Regulation (EU) 2024/1689",
      reference: "Article 14: human oversight; Article 26(2): overseers who are competent and trained",
    },
  ],
  says: [
    "`rollout.steps[]`: `traffic` rising and `review` falling",
    "`rollout.steps[].when`: a metric, a bound, and `for`, from the second step on",
    "`human-oversight.reviewers`, `capacity` and `sampling`",
  ],
  sections: [
    "rollout.steps",
    "rollout.current",
    "rollout.link",
    "human-oversight.reviewers",
    "human-oversight.capacity",
    "human-oversight.sampling",
  ],
  notCheckable: "Whether a reviewer really reads what is approved.",
};

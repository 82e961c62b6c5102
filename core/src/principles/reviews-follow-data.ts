import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const reviewsFollowData: Principle = {
  number: 6,
  id: "reviews-follow-data",
  title: "Reviews follow performance data, not the calendar",
  what: "A review starts when a number crosses a line that was drawn beforehand. A date in the calendar is only a backstop, so that nothing is left unseen for long.",
  why: "Quality does not wait for the monthly meeting. A fault on the second day of the month costs four weeks of wrong answers before the review, while quiet months fill meetings with nothing to decide, and people stop coming. A line that fires although the target is met does the same harm: false alarms teach people to look away.",
  sources: [article("What the 12% Do Differently")],
  says: [
    "`triggers.<id>`: metric, threshold, `for`, `severity`, and `do`",
    "`reviews.<id>.triggered-by`: the triggers that call it",
    "`reviews.<id>.chair`, and `at-latest-every` as backstop",
  ],
  sections: ["reviews", "triggers"],
  notCheckable: "Whether a review leads to a change.",
};

import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const reviewIsSignal: Principle = {
  number: 18,
  id: "review-is-signal",
  title: "Early review is signal, not failure",
  what: "When a reviewer corrects the system, the correction and its reason are kept and counted. They show where the system must improve and when less review is safe.",
  why: "Many corrections in the first weeks are expected; no test gives a better list of what to repair. Where they count as failure, reviewers stop recording them, the same errors return, and oversight is cut on a feeling. Where they are not logged, nobody can show that the system got better.",
  sources: [article("What the 12% Do Differently")],
  says: [
    "`human-oversight.overrides-logged: true`",
    "A metric of kind `oversight`, used in a trigger or in `rollout.steps[].when`",
    "`success-criteria.targets.<metric>.measured`: what month one and month six really gave",
  ],
  sections: ["human-oversight.overrides-logged", "success-criteria.targets.<metric>.measured"],
  notCheckable: "Whether reviewers feel free to disagree with the system.",
};

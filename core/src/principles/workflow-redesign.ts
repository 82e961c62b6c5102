import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const workflowRedesign: Principle = {
  number: 2,
  id: "workflow-redesign",
  title: "The workflow is redesigned first",
  what: "Describe how the work is done today and how it will be done with the system in it: who does what, in which order, and what falls away. The people who own the work approve the new flow before anything is built.",
  why: "A model put into an unchanged workflow adds a step and removes none. People check its answers, do the old work as well, and the time it saves is never seen in the outcome. Studies by MIT Sloan and others, cited in the source below, find lasting deployments where the business process itself was changed.",
  sources: [article("What the 12% Do Differently")],
  says: [
    "`workflow.current` and `workflow.target`: links to both descriptions",
    "`workflow.redesign-approved`: a date no later than `milestones.build-start`",
  ],
  sections: ["workflow.current", "workflow.target", "workflow.redesign-approved"],
  notCheckable: "Whether the new workflow is better, and whether people will follow it.",
};

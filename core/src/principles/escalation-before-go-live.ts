import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const escalationBeforeGoLive: Principle = {
  number: 8,
  id: "escalation-before-go-live",
  title: "Escalation paths and review triggers before go-live",
  what: "For each alarm, settle beforehand who is told, by which means, how soon they must answer, and who is next if they do not. The way back to the old process is part of it.",
  why: "When output goes wrong on a Saturday, the first hour goes into finding out whose problem it is, and the system keeps acting meanwhile. A path that names one person without a deputy, has no time limit, or is staffed only in business hours breaks exactly then. A rollback nobody has tried takes longer than anyone assumed.",
  sources: [
    article("What the 12% Do Differently"),
    {
      title: "Kubernetes Production Readiness Review",
      reference: "questionnaire on rollout, upgrade and rollback planning",
    },
  ],
  says: [
    "`triggers.<id>.escalate`: the id of an escalation path",
    "`escalation-paths.<id>.hours` and `steps[]`: `notify`, `via`, `within`",
    "`roles.<id>.contact` and `deputy`",
    "`rollout.rollback.max-time`, `owner` and `tested`",
  ],
  sections: [
    "escalation-paths",
    "triggers.<id>.escalate",
    "operating-limits.out-of-bounds",
    "rollout.rollback",
    "roles",
  ],
  notCheckable: "Whether the person called can solve it.",
};

import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const monitoringFromDayOne: Principle = {
  number: 5,
  id: "monitoring-from-day-one",
  title: "Output quality and reliability monitored from day one",
  what: "Measure how good the answers are, not only whether the service is up. Monitoring is designed before the build and runs from the first item of the pilot.",
  why: "A model can answer every request in time and be wrong. Uptime dashboards stay green while accuracy falls, and customers notice first. Monitoring added after launch also misses the first weeks, which hold the cases no test had, and without them nobody can say later what normal looked like.",
  sources: [
    article("What the 12% Do Differently"),
    {
      title: "The ML Test Score, Breck et al., 2017",
      reference: "rubric for production readiness, section on monitoring",
    },
  ],
  says: [
    "`monitoring.designed`: no later than `milestones.build-start`",
    "`monitoring.active-from`: no later than go-live",
    "`triggers`: at least one for each metric that has targets, of kind `quality` too",
    "`metrics.<id>.label-delay`: how long until the truth is known",
  ],
  sections: ["monitoring", "triggers", "metrics.<id>.measures", "metrics.<id>.slo", "metrics.<id>.label-delay"],
  notCheckable: "Whether anybody looks at the dashboard.",
};

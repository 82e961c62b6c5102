import { testPlaces } from "./places.ts";

describe("completion of ids, dates and units", () => {
  testPlaces([
    // Ids.
    {
      it: "roles of the plan and of its catalogs",
      plan: "-- org.aiplan --\nkind: catalog\nroles: {sre: {contact: x}}\n-- plan.aiplan --\nimports: [./org.aiplan]\nowner: $0\nroles: {lead: {contact: y}}\n",
      labels: ["lead", "sre"],
    },
    {
      it: "business metrics first for the KPI",
      plan: "outcome: {kpi: $0}\nmetrics:\n  speed: {kind: reliability}\n  gain: {kind: business}\n",
      labels: ["gain", "speed"],
    },
    {
      it: "fixed words and ids",
      plan: "systems:\n  a: {on-failure: $0}\nfallback-modes:\n  by-hand: {how: x}\n",
      labels: ["retry", "queue", "fail", "by-hand"],
    },
    {
      it: "not the one that would name itself",
      plan: "roles:\n  a: {contact: x, deputy: $0}\n  b: {contact: y}\n",
      labels: ["b"],
    },
    {
      it: "metrics that have no target yet",
      plan: "metrics:\n  m: {unit: h}\n  n: {unit: percent}\nsuccess-criteria:\n  targets:\n    m: {month-1: 3 h}\n    $0\n",
      labels: ["n"],
      after: { n: "    n: {month-1: <month-one target e.g. 90%>, month-6: <month-six target e.g. 90%>}" },
    },
    {
      it: "ids that are used and not defined yet",
      plan: "triggers:\n  a: {escalate: misroute}\nescalation-paths:\n  $0\n",
      labels: ["misroute", "new escalation path"],
    },
    {
      it: "the slices of the metric",
      plan: "metrics:\n  m: {slices: [language, channel]}\ntriggers:\n  a: {metric: m, slice: $0}\n",
      labels: ["language", "channel"],
    },
    {
      it: "columns that the plan declares",
      plan: "data-sources:\n  a: {columns: {id: string, day: date}}\n  b: {contract: x}\njoins:\n  j: {left: $0}\n",
      labels: ["a.id", "a.day", "b."],
    },

    // Dates.
    {
      it: "days of milestones",
      plan: "outcome: {agreed: $0}\nmilestones: {go-live: 2026-07-06}\n",
      labels: ["2026-07-06"],
    },
    {
      it: "milestones where their names may stand",
      plan: "monitoring: {active-from: $0}\nmilestones: {go-live: 2026-07-06}\n",
      labels: ["go-live", "2026-07-06"],
    },

    // Units.
    {
      it: "units after a number",
      plan: "systems:\n  a: {timeout: 2 $0}\n",
      labels: ["ms", "s", "min", "h", "d", "w", "mo", "y"],
      after: { s: "  a: {timeout: 2 s}" },
    },
    {
      it: "units right after a number",
      plan: "systems:\n  a: {timeout: 2$0}\n",
      labels: ["ms", "…"],
      after: { s: "  a: {timeout: 2 s}" },
    },
    {
      it: "a unit typed in part",
      plan: "systems:\n  a: {rate-limit: 60 req/$0}\n",
      labels: ["item/s", "…"],
      after: { "req/min": "  a: {rate-limit: 60 req/min}" },
    },
    {
      it: "a rate of the noun that was typed",
      plan: "systems:\n  a: {rate-limit: 60 ticket/$0}\n",
      labels: ["ticket/s", "ticket/min", "ticket/h", "…"],
    },
    {
      it: "the unit of the metric first",
      plan: "metrics: {m: {unit: h}}\nsuccess-criteria: {targets: {m: {month-1: 3 $0}}}\n",
      labels: ["h", "ms", "…"],
    },
    {
      it: "the unit of an alarm's metric",
      plan: "metrics: {m: {unit: percent}}\ntriggers: {a: {metric: m, below: 80$0}}\n",
      labels: ["%"],
      after: { "%": "triggers: {a: {metric: m, below: 80%}}" },
    },
    { it: "the plan's own currency", plan: "economics:\n  build-cost: 100 USD\n  ceiling: 3 $0\n", labels: ["USD/mo"] },
    { it: "nothing before the number", plan: "systems:\n  a: {timeout: $0}\n", labels: [] },
    { it: "no unit for a plain number", plan: "systems:\n  a: {calls-per-item: 3 $0}\n", labels: [] },
    { it: "names of units", plan: "metrics: {m: {unit: $0}}\n", labels: ["percent", "ms", "s", "min", "h", "…"] },
  ]);
});

import { testPlaces } from "./places.ts";

const CONTRACT = `-- a.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
schema: [{name: t, properties: [{name: id, logicalType: string}, {name: team, logicalType: string}]}]
-- plan.aiplan --
`;

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
      it: "ids that the plan uses elsewhere and has yet to define, after those it defines; no slips, nor what is being typed",
      plan: "owner: ops-$0\nworkflow: {fallback: by-hand}\nsystems:\n  a: {owner: ops-desk}\n  b: {owner: claim-lead}\nroles: {claims-lead: {contact: x}}\n",
      labels: ["claims-lead", "ops-desk"],
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
    {
      it: "columns that a data contract declares",
      plan: `${CONTRACT}data-sources:\n  a: {contract: ./a.odcs.yaml}\njoins:\n  j: {left: $0}\n`,
      labels: ["a.id", "a.team"],
    },
    {
      it: "the columns of the data source where one holds the labels",
      plan: `${CONTRACT}data-sources:\n  a: {contract: ./a.odcs.yaml, labels: {field: $0}}\n  b: {columns: {x: string}}\n`,
      labels: ["id", "team"],
    },

    // Dates.
    {
      it: "days in their order",
      plan: "outcome: {agreed: $0}\nmilestones: {go-live: 2026-07-06, build-start: 2026-03-02}\n",
      labels: ["2026-03-02", "2026-07-06"],
    },
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
      labels: ["req/min", "req/s", "…"],
      after: { "req/min": "  a: {rate-limit: 60 req/min}" },
    },
    {
      it: "a rate of the noun that was typed",
      plan: "systems:\n  a: {rate-limit: 60 ticket/$0}\n",
      labels: ["ticket/min", "ticket/s", "ticket/h", "…"],
    },
    {
      it: "the unit of the same key elsewhere first",
      plan: "systems:\n  a: {rate-limit: 3 call/s}\n  b: {rate-limit: 60 $0}\n",
      labels: ["call/s", "req/min", "req/s", "…"],
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
    {
      it: "a rate in the plan's word for an item, which may be many",
      plan: "load:\n  unit: claim\n  average: 40 $0\n",
      labels: ["claim/d", "claim/s", "claim/min", "claim/h", "claim/w", "claim/mo", "claims/d", "…"],
      after: { "claims/d": "  average: 40 claims/d" },
    },
    {
      it: "a rate in the word for many items that the plan uses, be its braces open",
      plan: "load: {unit: query, average: 40 queries/d, peak: 9 $0",
      labels: ["queries/h", "queries/s", "queries/min", "queries/d", "queries/w", "queries/mo", "item/h", "…"],
    },
    {
      it: "a rate of what the key is about, then of items, then of what else the plan counts",
      plan: "load: {unit: claim}\npilot: {volume: 3 letters/d}\noperating-limits:\n  actions: {max-rate: 30 $0}\n",
      labels: ["action", "actions", "claim", "letters", "item", "req", "call"].flatMap((noun) =>
        ["h", "s", "min", "d", "w", "mo"].map((time) => `${noun}/${time}`),
      ),
    },
    {
      it: "a noun that is typed in part is no noun of the plan",
      plan: "load: {unit: claim, peak: 9 claims/h}\nsystems:\n  a: {rate-limit: 60 cla$0}\n",
      labels: ["req", "claims", "item", "call", "action"].flatMap((noun) =>
        ["min", "s", "h", "d", "w", "mo"].map((time) => `${noun}/${time}`),
      ),
    },
    {
      it: "money for one item",
      plan: "load: {unit: claim}\neconomics:\n  ceiling: 90 GBP/mo\n  cost-per-item: 3 $0\n",
      labels: ["GBP/claim", "GBP/item"],
    },
    {
      it: "the unit of a metric that counts, then others of its noun",
      plan: "metrics: {m: {unit: tickets/w}}\nsuccess-criteria: {targets: {m: {month-1: 3 $0}}}\n",
      labels: ["tickets/w", "tickets/s", "tickets/min", "…"],
    },
    { it: "nothing before the number", plan: "systems:\n  a: {timeout: $0}\n", labels: [] },
    { it: "no unit for a plain number", plan: "systems:\n  a: {calls-per-item: 3 $0}\n", labels: [] },
    {
      it: "names of units that the plan's targets are in",
      plan: "metrics: {m: {kind: business, unit: $0}}\nsuccess-criteria: {targets: {m: {month-1: 3 letters/w, month-6: 2 GBP/mo}}}\n",
      labels: [
        ..."percent ms s min h d w mo y letters item req call action ratio score psi kappa f1 auc GBP".split(" "),
        ..."letters item req call action"
          .split(" ")
          .flatMap((noun) => ["s", "min", "h", "d", "w", "mo"].map((time) => `${noun}/${time}`)),
        "GBP/mo",
        "GBP/item",
      ],
    },
    { it: "names of units", plan: "metrics: {m: {unit: $0}}\n", labels: ["percent", "ms", "s", "min", "h", "…"] },
  ]);
});

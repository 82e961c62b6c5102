import { examples } from "../../harness/examples.ts";

/** A whole plan of the examples and what somebody did to it. */
export interface PlanPair {
  readonly title: string;
  /** The plan's path below `examples`. */
  readonly plan: string;
  /** What is replaced by what, in the plan, or in the file whose path stands before a colon and a space. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** The same edits in a catalog beside the plan. */
  readonly catalog?: { readonly file: string; readonly edits: readonly (readonly [from: string, to: string])[] };
  readonly changedOn?: string;
}

const TICKETS = "ticket-routing/ticket-routing.aiplan";
const FRAUD = "fraud-review/fraud-review.aiplan";

/** Ways of moving the goalposts. */
const goalposts: readonly PlanPair[] = [
  {
    title: "The month-six target is lowered after the build began",
    plan: TICKETS,
    edits: [["month-6: 93%", "month-6: 88%"]],
    changedOn: "2026-06-22",
  },
  {
    title: "A target of which lower is better is raised, in other units and under a new order of keys",
    plan: TICKETS,
    edits: [["{month-1: 2.5 s, month-6: 2 s}", "{month-6: 4000 ms, month-1: 2500 ms}"]],
    changedOn: "2026-06-22",
  },
  {
    title: "A target is taken out, when is not known",
    plan: TICKETS,
    edits: [["month-1: 88%, month-6: 93%, worst-slice: 80%", "month-1: 88%, worst-slice: 80%"]],
  },
  {
    title: "All targets of a metric are taken out",
    plan: FRAUD,
    edits: [
      [
        "    availability:\n      month-1: 99.3%\n      month-6: 99.5%\n      measured: {month-1: 99.4%, month-6: 99.7%}\n",
        "",
      ],
    ],
    changedOn: "2026-10-20",
  },
  {
    title: "The baseline is made worse, so that less looks like more",
    plan: TICKETS,
    edits: [["baseline: 4.2 h", "baseline: 6 h"]],
    changedOn: "2026-06-22",
  },
  {
    title: "The metric is turned round",
    plan: TICKETS,
    edits: [
      [
        "{kind: quality, unit: percent, direction: higher, measures",
        "{kind: quality, unit: percent, direction: lower, measures",
      ],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "The metric is measured on other data, and no longer by language",
    plan: TICKETS,
    edits: [
      [
        "source: tickets, label-delay: 3 d, slices: [language, channel]",
        "source: accounts, label-delay: 3 d, slices: [channel]",
      ],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "Go-live is put off once it has come, and with it the day of month six",
    plan: FRAUD,
    edits: [["go-live: 2026-04-13", "go-live: 2026-07-13"]],
    changedOn: "2026-10-20",
  },
  {
    title: "The outcome is to be shown by another metric",
    plan: TICKETS,
    edits: [["kpi: time-to-right-team", "kpi: override-rate"]],
    changedOn: "2026-06-22",
  },
  {
    title: "The start of the build is moved behind the day of the agreement, and a target lowered with it",
    plan: TICKETS,
    edits: [
      ["agreed: 2026-02-06\n  approved-by", "agreed: 2026-04-03\n  approved-by"],
      ["build-start: 2026-03-02", "build-start: 2026-04-06"],
      ["month-6: 1.5 h", "month-6: 2.5 h"],
    ],
    changedOn: "2026-04-20",
  },
  {
    title: "A lower target is agreed anew, in the open",
    plan: TICKETS,
    edits: [
      ["agreed: 2026-02-06\n  approved-by", "agreed: 2026-06-19\n  approved-by"],
      ["month-6: 93%", "month-6: 90%"],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "The metric gets a new name and a lower target in one go",
    plan: TICKETS,
    edits: [
      ["routing-accuracy", "accuracy-of-routing"],
      ["month-6: 93%", "month-6: 85%"],
    ],
    changedOn: "2026-06-22",
  },
];

/** Other ways of weakening a plan. */
const weakened: readonly PlanPair[] = [
  {
    title: "Review is cut and gates are loosened",
    plan: TICKETS,
    edits: [
      ["traffic: 10%,  review: 100%", "traffic: 10%,  review: 30%"],
      ["at-least: 88%, for: 2 w, min-samples: 3000", "at-least: 80%, for: 2 d, min-samples: 300"],
    ],
  },
  {
    title: "Alarms fire later, and nobody answers at night",
    plan: TICKETS,
    edits: [
      ["above: 3 s, for: 30 min", "above: 10 s, for: 6 h"],
      [
        "  drift:          {metric: input-drift, above: 0.2, for: 1 d, severity: sev3, do: review, escalate: misroute}\n",
        "",
      ],
      ["override-spike, drift, late", "override-spike, late"],
      ["hours: 24x7", "hours: business"],
      ["      - {notify: support-ops, via: phone, within: 30 min}\n", ""],
    ],
  },
  {
    title: "The catalog loses a step of an escalation path",
    plan: FRAUD,
    edits: [],
    catalog: {
      file: "fraud-review/insurance.aiplan",
      edits: [["      - {notify: it-director, via: phone, within: 1 h}\n", ""]],
    },
  },
  {
    title: "The kill switch is taken out",
    plan: TICKETS,
    edits: [[/\n {2}kill-switch: .*/.exec(textOf(TICKETS))?.[0] ?? "", ""]],
  },
  {
    title: "Limits and the ceiling are raised",
    plan: TICKETS,
    edits: [
      ["max-rate: 2000 action/h", "max-rate: 20000 action/h"],
      ["min-confidence: 0.75", "min-confidence: 0.5"],
      ["forbidden: [close-ticket, reply-to-customer]", "forbidden: [reply-to-customer]"],
      ["ceiling: 22000 EUR/mo", "ceiling: 31000 EUR/mo"],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "The data moves away from production",
    plan: TICKETS,
    edits: [
      ["environment: production        # production", "environment: pilot             # production"],
      ["max-staleness: 36 h", "max-staleness: 7 d"],
      ["    lineage: ./lineage/accounts.md\n", ""],
    ],
  },
  {
    title: "The way back gets longer and the logs shorter",
    plan: TICKETS,
    edits: [
      ["to: manual-queue, max-time: 10 min, tested: 2026-06-15", "to: manual-queue, max-time: 1 d"],
      ["log-retention: 12 mo", "log-retention: 8 w"],
    ],
  },
  {
    title: "A waiver accepts what would have been an error",
    plan: TICKETS,
    edits: [
      ["month-6: 93%", "month-6: 88%"],
      [
        "waivers: {}",
        "waivers: {goalposts-moved: {reason: Agreed with the board, approved-by: head-of-support, expires: 2026-12-31}}",
      ],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "A comment ignores the change",
    plan: TICKETS,
    edits: [
      [
        "    latency-p95:        {month-1: 2.5 s, month-6: 2 s}",
        "    # aiplan-ignore goalposts-moved: measured at the wrong end before\n    latency-p95:        {month-1: 2.5 s, month-6: 2.2 s}",
      ],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "The plan goes back to a proposal to get rid of all that",
    plan: TICKETS,
    edits: [
      ["stage: pilot ", "stage: proposal "],
      ["month-6: 93%", "month-6: 88%"],
    ],
  },
];

/** What changes a plan and does it no harm. */
const harmless: readonly PlanPair[] = [
  {
    title: "Targets and limits are tightened",
    plan: TICKETS,
    edits: [
      ["month-6: 93%", "month-6: 95%"],
      ["within: 15 min", "within: 10 min"],
      ["ceiling: 22000 EUR/mo", "ceiling: 20000 EUR/mo"],
    ],
    changedOn: "2026-06-22",
  },
  {
    title: "The next step of the rollout is entered, with what was measured",
    plan: TICKETS,
    edits: [
      ["stage: pilot ", "stage: production "],
      ["  steps:\n    - {id: shadow", "  current: canary\n  steps:\n    - {id: shadow"],
      ["worst-slice: 80%}", "worst-slice: 80%, measured: {month-1: 89%}}"],
    ],
    changedOn: "2026-08-10",
  },
  {
    title: "Ids get better names",
    plan: TICKETS,
    edits: [
      ["triage-lead", "head-of-triage"],
      ["outage", "platform-down"],
      ["go-live", "launch-day"],
      ["id: half", "id: half-of-all"],
    ],
  },
  {
    title: "A target is lowered before the build began",
    plan: TICKETS,
    edits: [["month-6: 93%", "month-6: 92%"]],
    changedOn: "2026-02-20",
  },
  {
    title: "Sentences are reworded, and a person is added to those who are told",
    plan: TICKETS,
    edits: [
      [
        "Cut the time until a ticket reaches the team that can solve it.",
        "Get each ticket sooner to the team that can solve it.",
      ],
      ["consulted: [triage-lead]", "consulted: [triage-lead, support-ops]"],
    ],
  },
];

function textOf(plan: string): string {
  return examples().find(({ name }) => name === plan)?.text ?? "";
}

export const PAIRS: Readonly<Record<string, readonly PlanPair[]>> = {
  "moving-the-goalposts": goalposts,
  weakened,
  harmless,
};

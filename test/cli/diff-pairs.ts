/** A change of the ticket-routing example, which was agreed in February and has been built since 2026-03-02. */
export interface Pair {
  /** The name of its golden. */
  readonly name: string;
  /** Texts of the plan, each of which it has once, and what they become. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** The day of the change, if any is known. */
  readonly on?: string;
}

const AFTER_BUILD = "2026-05-26";

function pair(name: string, edits: Pair["edits"], on: string | null = AFTER_BUILD): Pair {
  return { name, edits, ...(on === null ? {} : { on }) };
}

const ACCURACY = "{baseline: 71%, pilot-exit: 85%, month-1: 88%, month-6: 93%, worst-slice: 80%}";
const LATENCY_METRIC = "latency-p95:        {kind: reliability, unit: s, direction: lower";
const TIME_METRIC = "time-to-right-team: {kind: business, unit: h, direction: lower, source: tickets}";

/** Success is made to mean less than what was agreed. */
export const GOALPOSTS: readonly Pair[] = [
  pair("target-lowered", [["month-6: 93%", "month-6: 88%"]]),
  pair("target-lowered-nobody-knows-when", [["month-6: 93%", "month-6: 88%"]], null),
  pair("target-lowered-before-build", [["month-6: 93%", "month-6: 88%"]], "2026-02-20"),
  pair("target-agreed-anew", [
    ["month-6: 93%", "month-6: 90%"],
    ["agreed: 2026-02-06\n  approved-by", "agreed: 2026-05-26\n  approved-by"],
  ]),
  pair("target-lowered-and-waived", [
    ["month-6: 93%", "month-6: 88%"],
    [
      "waivers: {}",
      "waivers:\n  goalposts-moved: {reason: New product line, approved-by: head-of-support, expires: 2026-12-31}",
    ],
  ]),
  pair("target-raised-where-lower-is-better", [["month-6: 1.5 h", "month-6: 2.5 h"]]),
  pair("target-removed", [["{month-1: 2.5 s, month-6: 2 s}", "{month-1: 2.5 s}"]]),
  pair("targets-of-a-metric-removed", [["    availability:       {month-1: 99%, month-6: 99.5%}\n", ""]]),
  pair("target-left-open-again", [["month-6: 93%", "month-6: <month-six target>"]]),
  pair("baseline-made-worse", [["baseline: 71%", "baseline: 60%"]]),
  pair("worst-slice-and-pilot-exit", [[ACCURACY, "{baseline: 71%, pilot-exit: 75%, month-1: 88%, month-6: 93%}"]]),
  pair("metric-turned-round", [[LATENCY_METRIC, LATENCY_METRIC.replace("lower", "higher")]]),
  pair("metric-measured-elsewhere", [[TIME_METRIC, TIME_METRIC.replace("tickets", "accounts")]]),
  pair("slice-no-longer-looked-at", [["slices: [language, channel]", "slices: [channel]"]]),
  pair("kpi-exchanged", [
    ["kpi: time-to-right-team", "kpi: tickets-touched"],
    [
      TIME_METRIC,
      `${TIME_METRIC}\n  tickets-touched: {kind: business, unit: item/d, direction: higher, source: tickets}`,
    ],
  ]),
  pair("go-live-put-off-after-the-day", [["go-live: 2026-07-06", "go-live: 2026-10-05"]], "2026-07-20"),
  pair("build-start-moved-behind-the-agreement", [
    ["build-start: 2026-03-02", "build-start: 2026-06-01"],
    ["agreed: 2026-02-06\n  approved-by", "agreed: 2026-05-20\n  approved-by"],
  ]),
  pair("ceiling-raised", [["ceiling: 22000 EUR/mo", "ceiling: 31000 EUR/mo"]]),
  pair("case-made-easier", [
    ["payback: 14 mo", "payback: 30 mo"],
    ["value-per-item: 0.25 EUR/item", "value-per-item: 0.40 EUR/item"],
  ]),
];

/** Something that catches failures is weakened. */
export const SAFEGUARDS: readonly Pair[] = [
  pair("gates-lowered", [
    ["at-least: 92%, for: 8 w", "at-least: 90%, for: 2 w"],
    ["min-samples: 3000", "min-samples: 300"],
  ]),
  pair("rollout-step-skipped", [
    [
      "    - {id: half,    traffic: 50%,  review: 25%,  min-duration: 4 w, when: [{metric: override-rate, at-most: 8%, for: 2 w}]}\n",
      "",
    ],
  ]),
  pair("alarms-loosened-and-removed", [
    ["below: 85%, for: 1 w", "below: 75%, for: 4 w"],
    [
      "  drift:          {metric: input-drift, above: 0.2, for: 1 d, severity: sev3, do: review, escalate: misroute}\n",
      "",
    ],
    ["override-spike, drift, late", "override-spike, late"],
  ]),
  pair("review-reduced-without-evidence", [
    ["review: 50%,", "review: 10%,"],
    ["sampling: random", "sampling: risk-based"],
  ]),
  pair("more-autonomy", [
    ["forbidden: [close-ticket, reply-to-customer]", "forbidden: [reply-to-customer]"],
    ["allowed: [assign-team, add-tag]", "allowed: [assign-team, add-tag, close-ticket]"],
    ["min-confidence: 0.75", "min-confidence: 0.5"],
  ]),
  pair("kill-switch-removed", [
    [
      "  kill-switch: {how: ./flags/flags.flagd.json#ticket-routing, operators: [routing-sre, triage-lead], max-time: 5 min, tested: 2026-06-15}\n",
      "",
    ],
  ]),
  pair("kill-switch-slower", [
    [
      "operators: [routing-sre, triage-lead], max-time: 5 min, tested: 2026-06-15",
      "operators: [routing-sre], max-time: 2 h",
    ],
  ]),
  pair("escalation-step-removed", [["      - {notify: head-of-support, via: phone, within: 2 h}\n", ""]]),
  pair("escalation-slower", [
    ["hours: 24x7", "hours: business"],
    ["within: 5 min", "within: 4 h"],
  ]),
  pair("data-source-demoted", [
    ["environment: production        # production", "environment: export        # production"],
    ["max-staleness: 15 min", "max-staleness: 24 h"],
    ["    lineage: ./lineage/accounts.md\n", ""],
  ]),
  pair("stage-lowered-with-the-target", [
    ["stage: pilot ", "stage: proposal "],
    ["month-6: 93%", "month-6: 88%"],
  ]),
];

/** Nothing is weakened. */
export const HARMLESS: readonly Pair[] = [
  pair("targets-raised", [
    ["month-6: 93%", "month-6: 95%"],
    ["month-6: 1.5 h", "month-6: 1 h"],
    ["below: 85%, for: 1 w", "below: 87%, for: 3 d"],
  ]),
  pair("words-and-people", [
    ["title: Route support tickets to the team that can solve them", "title: Send tickets to the right team"],
    ["support-ops@example.com", "operations@example.com"],
    [
      "no-history:   {how: Route on the ticket text alone, owner: routing-sre}\n",
      "no-history:   {how: Route on the ticket text alone, owner: routing-sre, capacity: 100 item/h}\n",
    ],
  ]),
  pair("more-safeguards", [
    [
      "triggers:\n",
      "triggers:\n  worst-channel: {metric: routing-accuracy, slice: channel, below: 80%, for: 2 w, severity: sev3, do: review}\n",
    ],
    ["[worst-language, accuracy-drop", "[worst-language, worst-channel, accuracy-drop"],
    [
      "      - {notify: support-ops, via: phone, within: 30 min}\n",
      "      - {notify: support-ops, via: phone, within: 30 min}\n      - {notify: head-of-support, via: phone, within: 1 h}\n",
    ],
  ]),
];

/** Nothing is said otherwise. */
export const SAME: readonly Pair[] = [
  pair("same-values-in-other-words", [
    ["month-6: 93%", 'month-6: "93 %"'],
    ["month-6: 2 s", "month-6: 2000 ms"],
    ["payback: 14 mo", "payback: 14 months"],
    [
      "  current: ./flows/triage-today.md\n  target: ./flows/triage-redesigned.md\n",
      "  target: flows/triage-redesigned.md # new\n\n  current: /flows/triage-today.md\n",
    ],
    ["{rate: 1000 item/h, duration: 2 h,", "{duration: 120 min, rate: 1000 items/h,"],
    ["# kebab-case, unique in the workspace", "# The name"],
  ]),
];

import { configured, type Mutations, onDay, slip, slipIn } from "./mutation.ts";

/** Slips in what a plan names, links and claims; those in how it is written are in `writing.ts`. */
export const HYGIENE: Mutations = {
  "missing-key": [
    slip("ticket-routing", "risk-tier: limited                 # minimal | limited | high\n", ""),
    slip(
      "fraud-review",
      "{kind: oversight, unit: percent, direction: lower, source: verdicts}",
      "{kind: oversight, unit: percent, source: verdicts}",
    ),
    slip("staff-assistant", "    cardinality: many-to-one\n    match-rate: 99.6% ", "    match-rate: 99.6% "),
    slip("demand-forecasting", "owner: replenishment\n", ""),
  ],
  "duplicate-definition": [
    slip(
      "ticket-routing",
      "  routing-sre:     {contact",
      "  crm-team:        {contact: crm-support@example.com}\n  routing-sre:     {contact",
    ),
    slip(
      "fraud-review",
      "  case-desk:\n    owner: investigation-lead\n",
      "  case-desk:\n    owner: investigation-lead\n    owner: head-of-claims\n",
    ),
    slip("staff-assistant", "\nartifacts:\n", "\nload:\n  unit: question\n  average: 420 questions/d\n\nartifacts:\n"),
    slipIn(
      "demand-forecasting",
      "retail.aiplan",
      "roles:\n",
      "roles:\n    category-management:\n        contact: category-office@kaufring.example\n",
    ),
  ],
  "undefined-reference": [
    slip("ticket-routing", "reviewers: triage-lead", "reviewers: triage-team"),
    slip("fraud-review", "on-failure: without-pool", "on-failure: no-pool"),
    slip("staff-assistant", "metric: editor-corrections", "metric: corrections"),
    slip("demand-forecasting", "kpi: write-off-rate", "kpi: write-offs"),
    slip(
      "document-agent",
      "notify: data-protection, via: incident register",
      "notify: data-protection-officer, via: incident register",
    ),
  ],
  "unused-definition": [
    slip("ticket-routing", "on-failure: no-history", "on-failure: retry"),
    slip(
      "fraud-review",
      "do: step-back, escalate: fraud-desk",
      "do: step-back, escalate: not-scoring",
      "below: 20%, for: 6 w, severity: sev3, do: review, escalate: fraud-desk",
      "below: 20%, for: 6 w, severity: sev3, do: review",
      "{do: hand-to-human, escalate: fraud-desk}",
      "{do: hand-to-human, escalate: not-scoring}",
    ),
    slip(
      "ticket-routing",
      "  routing-sre:     {contact",
      "  release-manager: {contact: releases@example.com}\n  routing-sre:     {contact",
    ),
    slip(
      "staff-assistant",
      "  much-corrected:\n    metric: editor-corrections\n    above: 25%\n    for: 2 w\n    severity: sev3\n    do: review\n",
      "",
      "      - much-corrected\n",
      "",
    ),
  ],
  "raci-accountable": [
    slip("ticket-routing", "accountable: head-of-support", "accountable: [head-of-support, support-ops]"),
    slip("fraud-review", "less-review: {accountable: head-of-claims", "less-review: {accountable: []"),
    slip(
      "staff-assistant",
      "accountable: chief-operating-officer",
      "accountable: chief-operating-officer, digital-workplace",
    ),
    slip(
      "document-agent",
      "  new-action:\n    accountable: head-of-office",
      "  new-action:\n    accountable: head-of-office and staff-council",
    ),
  ],
  "milestone-order": [
    slip("ticket-routing", "technology-selected: 2026-02-20", "technology-selected: 2026-03-20"),
    slip("staff-assistant", "pilot-start: 2027-02-01", "pilot-start: 2026-02-01"),
    slip("demand-forecasting", "go-live: 2027-10-11", "go-live: 2026-10-11"),
    slip("fraud-review", "technology-selected: 2025-10-20", "technology-selected: 2026-10-20"),
  ],
  "stage-not-earned": [
    onDay("2026-06-20", slip("ticket-routing", "stage: pilot ", "stage: production ")),
    slip("staff-assistant", "stage: build", "stage: pilot"),
    slip("demand-forecasting", "stage: proposal ", "stage: build "),
  ],
  "stage-before-milestone": [
    onDay("2026-05-10", slip("ticket-routing", "pilot-start: 2026-05-04", "pilot-start: 2026-05-25")),
    onDay("2026-11-23", slip("staff-assistant", "build-start: 2026-10-12", "build-start: 2026-12-07")),
    onDay("2026-05-01", slip("fraud-review", "go-live: 2026-04-13", "go-live: 2026-05-11")),
  ],
  "evidence-in-future": [
    onDay(
      "2026-11-23",
      slip(
        "demand-forecasting",
        "baseline: 1.9%\n            baseline-measured: 2026-10-04",
        "baseline: 1.9%\n            baseline-measured: 2026-12-04",
      ),
    ),
    onDay("2026-06-20", slip("ticket-routing", "date: 2026-06-10, report", "date: 2026-07-01, report")),
    onDay("2026-11-23", slip("fraud-review", "tested: 2026-03-26, owner", "tested: 2026-12-26, owner")),
    onDay("2026-11-23", slip("staff-assistant", "baseline-measured: 2026-06-05", "baseline-measured: 2027-06-05")),
    onDay("2026-11-23", slip("invoice-extraction", "baseline-measured: 2026-04-17", "baseline-measured: 2027-04-17")),
  ],
  "import-not-found": [
    slip("ticket-routing", "imports: [./org.aiplan]", "imports: [./organisation.aiplan]"),
    slip("fraud-review", "imports: [./insurance.aiplan]", "imports: [../insurance.aiplan]"),
    slip("demand-forecasting", "- ./retail.aiplan", "- https://wiki.kaufring.example/plans/retail.aiplan"),
    slipIn("ticket-routing", "org.aiplan", "kind: catalog\n", ""),
    slip("document-agent", "imports: [./region.aiplan]", "imports: [./region.aiplan, ./city.aiplan]"),
  ],
  "import-cycle": [
    slip("ticket-routing", "imports: [./org.aiplan]", "imports: [./org.aiplan, ./ticket-routing.aiplan]"),
    slipIn("fraud-review", "insurance.aiplan", "name: insurance\n", "name: insurance\nimports: [./insurance.aiplan]\n"),
    slipIn(
      "demand-forecasting",
      "retail.aiplan",
      "name: retail\n",
      "name: retail\nimports:\n    - /demand-forecasting/retail.aiplan\n",
    ),
  ],
  "linked-file-missing": [
    slip("ticket-routing", "lineage: ./lineage/tickets.md", "lineage: ./lineage/ticket.md"),
    slip("fraud-review", "claims.odcs.yaml#/schema/claims", "claims.odcs.yaml#/schema/motor_claims"),
    slip("staff-assistant", "#component:default/handbook-search", "#component:default/search"),
    slip(
      "demand-forecasting",
      "model-card: ./cards/backtest.modelcard.json",
      "model-card: ../cards/backtest.modelcard.json",
    ),
    slipIn("fraud-review", "flags/flags.flagd.json", '"drill": "2026-03-26"', '"drill": "2026-03-26'),
    slipIn("ticket-routing", "slo/routing.openslo.yaml", "name: routing-availability\n", "name: routing-uptime\n"),
    slip("invoice-extraction", "flags.flagd.json#invoice-posting", "flags.flagd.json#invoice-reading"),
  ],
  "invalid-config": [
    configured("ticket-routing", "rules:\n  missing-workflow: off\n"),
    configured("fraud-review", "environment:\n  production: [prod, live]\n"),
    configured("staff-assistant", "as-of: today\n"),
    configured("demand-forecasting", "rules:\n  missing-baseline: warn\n"),
  ],
  "ignore-without-reason": [
    slip("ticket-routing", "\nload: {", "\n# aiplan-ignore peak-exceeds-rate-limit\nload: {"),
    slip(
      "fraud-review",
      "  slow:             {",
      "  # aiplan-ignore latency-budget: nobody waits for a score\n  slow:             {",
    ),
    slip(
      "staff-assistant",
      "    unit: tickets/w\n",
      "    # aiplan-ignore unit-mismatch: a ticket is an item\n    unit: tickets/w\n",
    ),
    slip("demand-forecasting", "aiplan: 1\n", "# aiplan-ignore-file\naiplan: 1\n"),
  ],
  "unused-ignore": [
    slip(
      "ticket-routing",
      "\nload: {",
      "\n# aiplan-ignore cost-exceeds-ceiling: the ceiling is agreed anew each spring\nload: {",
    ),
    slip(
      "fraud-review",
      "aiplan: 1\n",
      "# aiplan-ignore-file oversight-removed: the desk looks at what is referred\naiplan: 1\n",
    ),
    slip(
      "staff-assistant",
      "    rate-limit: 60 req/min\n",
      "    rate-limit: 60 req/min  # aiplan-ignore peak-exceeds-rate-limit: raised on request\n",
    ),
  ],
  "waiver-incomplete": [
    slip(
      "ticket-routing",
      "waivers: {} ",
      "waivers: {join-unprofiled: {reason: The CRM moves in May, approved-by: head-of-support}} ",
    ),
    slip(
      "fraud-review",
      "\nartifacts: {",
      "\nwaivers:\n  missing-lineage: {at: data-source.pool-hits, reason: The pool says no more, approved-by: head-of-claims, expires: 2027-06-30}\nartifacts: {",
    ),
    slip(
      "staff-assistant",
      "\nartifacts:\n",
      "\nwaivers:\n  undefined-reference:\n    reason: The role is not filled yet\n    approved-by: chief-operating-officer\n    expires: 2027-02-28\n\nartifacts:\n",
    ),
  ],
  "waiver-expired": [
    onDay(
      "2026-11-23",
      slip(
        "ticket-routing",
        "waivers: {} ",
        "waivers: {join-unprofiled: {reason: The CRM moves in May, approved-by: head-of-support, expires: 2026-06-30}} ",
      ),
    ),
    onDay(
      "2026-11-23",
      slip(
        "fraud-review",
        "\nartifacts: {",
        "\nwaivers:\n  missing-lineage: {at: data-sources.pool-hits, reason: The pool says no more, approved-by: head-of-claims, expires: 2026-11-22}\nartifacts: {",
      ),
    ),
    onDay(
      "2027-03-01",
      slip(
        "staff-assistant",
        "\nartifacts:\n",
        "\nwaivers:\n  join-key-not-unique:\n    reason: The directory is cleaned up in January\n    approved-by: chief-operating-officer\n    expires: 2027-02-28\n\nartifacts:\n",
      ),
    ),
    onDay("2027-02-15", slip("document-agent", "expires: 2027-01-31", "expires: 2027-02-14")),
  ],
};

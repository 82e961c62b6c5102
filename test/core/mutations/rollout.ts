import { type Mutations, slip, slipIn } from "./mutation.ts";

const ENGINE = "deploy/rollout.yaml";

export const ROLLOUT: Mutations = {
  "ladder-not-monotonic": [
    slip("ticket-routing", "traffic: 50%", "traffic: 5%"),
    slip("ticket-routing", "traffic: 10%,  review: 100%", "traffic: 10%,  review: 10%"),
    slip(
      "ticket-routing",
      "{id: quarter, traffic: 25%,  review: 50%",
      "{id: quarter, traffic: 50%,  review: 25%",
      "{id: half,    traffic: 50%,  review: 25%",
      "{id: half,    traffic: 25%,  review: 50%",
    ),
    slip("document-agent", "traffic: 100%\n    review: 5%", "traffic: 85%\n    review: 5%"),
  ],
  "change-without-evidence": [
    slip("ticket-routing", ", when: [{metric: override-rate, at-most: 8%, for: 2 w}]", ""),
    slip("ticket-routing", "[{metric: routing-accuracy, at-least: 92%, for: 8 w}]", "[]"),
    slip(
      "fraud-review",
      "      when:\n        - {metric: referral-precision, at-least: 25%, for: 4 w, min-samples: 2500}\n        - {metric: overrule-rate, at-most: 40%, for: 4 w}\n",
      "",
    ),
    slip(
      "invoice-extraction",
      "          when:\n              - {metric: read-right, at-least: 96.5%, for: 6 w, min-samples: 8000}\n              - {metric: corrections, at-most: 10%, for: 6 w}\n",
      "",
    ),
  ],
  "missing-rollback": [
    slip("ticket-routing", "max-time: 10 min, tested: 2026-06-15, owner: routing-sre}", "tested: 2026-06-15}"),
    slip("ticket-routing", "  rollback: {", "  x-rollback: {"),
    slip("fraud-review", "max-time: 15 min, tested: 2026-03-26", "max-time: 15 min"),
    slip("invoice-extraction", "        max-time: 30 min\n", ""),
    slip("document-agent", "    tested: 2026-02-19\n    owner: duty-officer\n", "    owner: duty-officer\n"),
  ],
  "overrides-not-logged": [
    slip("ticket-routing", "overrides-logged: true", "overrides-logged: false"),
    slip("fraud-review", "overrides-logged: true", "overrides-logged: false"),
    slip("invoice-extraction", "overrides-logged: true", "overrides-logged: false"),
    slip("document-agent", "overrides-logged: true", "overrides-logged: false"),
  ],
  "oversight-removed": [
    slip("fraud-review", "review: 12%", "review: 0%"),
    slip("fraud-review", "review: 20%", "review: 0%", "review: 12%", "review: 0%"),
    slip("fraud-review", "risk-tier: high", "risk-tier: limited", "review: 12%", "review: 0%"),
    slip("ticket-routing", "stage: pilot ", "stage: production ", "review: 5%", "review: 0%"),
    slip("document-agent", "review: 5%", "review: 0%"),
  ],
  "reviewer-capacity-exceeded": [
    slip("ticket-routing", "capacity: 500 item/d", "capacity: 500 item/w"),
    slip("ticket-routing", "review: 50%", "review: 100%"),
    slip("fraud-review", "average: 1150 claims/d", "average: 1510 claims/d"),
    slip("fraud-review", "review: 20%", "review: 25%"),
    slip("invoice-extraction", "capacity: 260 invoices/d", "capacity: 260 invoices/w"),
    slip("document-agent", "review: 30%", "review: 60%"),
  ],
  "reviewer-trained-late": [
    slip("ticket-routing", "trained: 2026-04-24", "trained: 2026-05-24"),
    slip("fraud-review", "trained: 2026-01-23", "trained: 2026-03-23"),
    slip(
      "fraud-review",
      "scoring-oncall@mutuelle.example, trained: 2026-01-16",
      "scoring-oncall@mutuelle.example, trained: 2026-05-16",
    ),
    slip("invoice-extraction", "trained: 2026-09-25", "trained: 2026-10-25"),
  ],
  "rollout-link-mismatch": [
    slipIn("fraud-review", ENGINE, "setWeight: 33", "setWeight: 50"),
    slipIn("fraud-review", ENGINE, "        - setWeight: 33\n        - pause: {}\n", ""),
    slip("fraud-review", "traffic: 33%", "traffic: 25%"),
    slipIn("invoice-extraction", "deploy/canary.yaml", "[20, 50, 100]", "[10, 50, 100]"),
  ],
  "sample-unreachable": [
    slip("fraud-review", "mirror: 20%", "mirror: 10%"),
    slip("fraud-review", "at-least: 25%, for: 4 w", "at-least: 25%, for: 2 w"),
    slip("fraud-review", "review: 12%", "review: 7%"),
    slip("fraud-review", "min-samples: 10000", "min-samples: 100000"),
    slip("invoice-extraction", "mirror: 20%", "mirror: 15%"),
    slip("invoice-extraction", "review: 25%", "review: 15%"),
    slip("document-agent", "min-samples: 15000", "min-samples: 50000"),
  ],
  "step-entered-early": [
    slip("fraud-review", "entered: 2026-05-18", "entered: 2026-05-04"),
    slip("fraud-review", "entered: 2026-09-14", "entered: 2026-08-14"),
    slip(
      "fraud-review",
      "entered: 2026-04-13\n      min-duration: 4 w",
      "entered: 2026-04-13\n      min-duration: 8 w",
    ),
    slip("document-agent", "entered: 2026-04-13", "entered: 2026-03-30"),
  ],
};

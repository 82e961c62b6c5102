import { type Mutations, slip, slipIn } from "./mutation.ts";

const CATALOG = "catalog-info.yaml";

export const SYSTEMS: Mutations = {
  "peak-exceeds-rate-limit": [
    slip("ticket-routing", "rate-limit: 60 req/min", "rate-limit: 30 req/min"),
    slip("staff-assistant", "peak: 160 questions/h", "peak: 160 questions/min"),
    slip("fraud-review", "calls-per-item: 2 ", "calls-per-item: 6 "),
    slip("fraud-review", "rate-limit: 600 req/h", "rate-limit: 250 req/h"),
    slip("invoice-extraction", "rate-limit: 12 req/min", "rate-limit: 8 req/min"),
    slip("document-agent", "rate-limit: 30 req/min", "rate-limit: 3000 req/d"),
  ],
  "latency-budget-exceeded": [
    slip("ticket-routing", "    calls-on-path: 1               # the other two follow the decision\n", ""),
    slip("staff-assistant", "latency-p95: 1100 ms", "latency-p95: 1.6 s"),
    slip("fraud-review", "latency-p95: 700 ms", "latency-p95: 1700 ms"),
    slip("invoice-extraction", "latency-p95: 4 s", "latency-p95: 12 s"),
  ],
  "slo-exceeds-dependencies": [
    slip(
      "ticket-routing",
      "availability: 99.9%\n    timeout: 2 s\n    on-failure: manual-queue",
      "availability: 99.2%\n    timeout: 2 s\n    on-failure: retry",
    ),
    slip("fraud-review", "  availability: 99.8%", "  availability: 98.8%"),
    slip(
      "fraud-review",
      "rate-limit: 20 req/min\n    on-failure: queue",
      "rate-limit: 20 req/min\n    on-failure: fail",
      "timeout: 2 s\n    on-failure: queue",
      "timeout: 2 s\n    on-failure: fail",
    ),
    slip(
      "invoice-extraction",
      "timeout: 12 s\n        on-failure: typing",
      "timeout: 12 s\n        on-failure: fail",
      "timeout: 10 s\n        on-failure: queue",
      "timeout: 10 s\n        on-failure: retry",
    ),
  ],
  "missing-failure-behaviour": [
    slip("ticket-routing", "    on-failure: queue              # retry | queue | fail | -> fallback-modes\n", ""),
    slip("fraud-review", "    timeout: 2 s\n    on-failure: queue\n", ""),
    slip("fraud-review", "  availability: 99.8%\n  timeout: 1500 ms\n", "  availability: 99.8%\n"),
    slip("staff-assistant", "    timeout: 500 ms\n", ""),
    slip("invoice-extraction", "        timeout: 3 s\n        on-failure: queue\n", ""),
  ],
  "load-test-below-peak": [
    slip("ticket-routing", "rate: 1000 item/h", "rate: 100 item/h"),
    slip("ticket-routing", "date: 2026-06-10", "date: 2026-07-10"),
    slip("fraud-review", "rate: 300 claims/h", "rate: 300 claims/d"),
    slip("invoice-extraction", "date: 2026-11-05", "date: 2027-02-05"),
    slip("document-agent", "rate: 1200 documents/h", "rate: 1000 documents/h"),
  ],
  "integration-gap-open": [
    slip(
      "ticket-routing",
      "    on-failure: no-history\n",
      "    on-failure: no-history\n    gaps: [{what: No read replica yet, due: 2026-09-30}]\n",
    ),
    slip(
      "ticket-routing",
      "    on-failure: manual-queue\n",
      "    on-failure: manual-queue\n    gaps:\n      - {what: Second region is not set up, due: 2026-07-15}\n",
      "{id: canary,  traffic: 10%",
      "{id: canary,  traffic: 15%",
    ),
    slip(
      "fraud-review",
      "    on-failure: without-pool\n",
      "    on-failure: without-pool\n    gaps:\n      - what: No test account for reruns\n        due: 2026-06-30\n",
    ),
    slip("invoice-extraction", "due: 2027-01-15", "due: 2027-07-15"),
    slip("document-agent", "due: 2026-03-27", "due: 2026-06-27"),
  ],
  "dependency-not-production": [
    slipIn(
      "fraud-review",
      CATALOG,
      "lifecycle: production\n  owner: claims-it",
      "lifecycle: deprecated\n  owner: claims-it",
    ),
    slipIn(
      "fraud-review",
      CATALOG,
      "lifecycle: production\n  owner: scoring-team",
      "lifecycle: experimental\n  owner: scoring-team",
    ),
    slip("document-agent", "component:shared/language-model", "component:shared/language-model-next"),
  ],
  "fallback-capacity-exceeded": [
    slip("ticket-routing", "capacity: 1000 item/h", "capacity: 1000 item/d"),
    slip("ticket-routing", "text alone, owner: routing-sre", "text alone, owner: routing-sre, capacity: 600 item/h"),
    slip("fraud-review", "capacity: 400 claims/h", "capacity: 40 claims/h"),
    slip("invoice-extraction", "capacity: 150 invoices/h", "capacity: 150 invoices/d"),
    slip(
      "invoice-extraction",
      'the order names the supplier"\n',
      'the order names the supplier"\n        capacity: 1 invoice/min\n',
    ),
  ],
  "timeout-exceeds-latency": [
    slip("ticket-routing", "timeout: 1 s", "timeout: 10 s"),
    slip(
      "ticket-routing",
      "timeout: 2 s\n    on-failure: manual-queue",
      "timeout: 2 min\n    on-failure: manual-queue",
    ),
    slip("fraud-review", "  availability: 99.8%\n  timeout: 1500 ms", "  availability: 99.8%\n  timeout: 15 s"),
    slip("invoice-extraction", "timeout: 20 s", "timeout: 90 s"),
  ],
};

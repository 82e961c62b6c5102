import { type Mutations, slip, slipIn } from "./mutation.ts";

export const DATA: Mutations = {
  "missing-data-sources": [
    slip("demand-forecasting", "data-sources:\n", "x-data-sources:\n"),
    slip("ticket-routing", "data-sources:\n", "x-data-sources:\n"),
    slip("staff-assistant", "data-sources:\n", "x-data-sources:\n"),
  ],
  "pilot-only-data-source": [
    slip(
      "ticket-routing",
      "environment: production\n    used-for: [inference]",
      "environment: staging\n    used-for: [inference]",
    ),
    slip("ticket-routing", "environment: production        #", "environment: export        #"),
    slip(
      "staff-assistant",
      "system: directory\n    environment: production",
      "system: directory\n    environment: pilot",
    ),
    slipIn("staff-assistant", "contracts/handbook.odcs.yaml", "environment: production", "environment: staging"),
    slipIn("fraud-review", "contracts/policies.odcs.yaml", "status: active", "status: draft"),
    slip(
      "invoice-extraction",
      "system: mailroom\n        environment: production",
      "system: mailroom\n        environment: pilot",
    ),
  ],
  "schema-type-mismatch": [
    slipIn(
      "ticket-routing",
      "contracts/accounts.odcs.yaml",
      `logicalType: string
        logicalTypeOptions:
          minLength: 12
          maxLength: 12
          pattern: ^ACC-[0-9]{8}$
        physicalType: varchar(12)`,
      `logicalType: integer
        physicalType: bigint`,
    ),
    slip(
      "staff-assistant",
      `        type: string
        format: "^GRP-[0-9]{5}$"`,
      "        type: integer",
    ),
    slipIn(
      "fraud-review",
      "contracts/policies.odcs.yaml",
      `logicalType: string
        logicalTypeOptions: {minLength: 9, maxLength: 9, pattern: "^[0-9]{9}$"}
        physicalType: char(9)`,
      `logicalType: number
        physicalType: numeric(9,0)`,
    ),
  ],
  "schema-format-mismatch": [
    slipIn("ticket-routing", "contracts/accounts.odcs.yaml", "pattern: ^ACC-[0-9]{8}$", "pattern: ^A-[0-9]{10}$"),
    slip("staff-assistant", 'format: "^GRP-[0-9]{5}$"', 'format: "^[0-9]{5}$"'),
    slipIn(
      "fraud-review",
      "contracts/pool-hits.odcs.yaml",
      "{minLength: 17, maxLength: 17}",
      "{minLength: 11, maxLength: 11}",
    ),
  ],
  "join-column-unknown": [
    slip("ticket-routing", "right: accounts.account_id", "right: accounts.id"),
    slip("fraud-review", "right: pool-hits.vin", "right: pool-hits.vehicle_vin"),
    slip("staff-assistant", "      group_id:\n", "      group:\n"),
    slipIn("staff-assistant", "contracts/handbook.odcs.yaml", "name: passage_id", "name: chunk_id"),
  ],
  "join-key-not-unique": [
    slip("ticket-routing", "cardinality: many-to-one", "cardinality: one-to-one"),
    slip("staff-assistant", "        unique: true\n", "        unique: false\n"),
    slip("fraud-review", "cardinality: many-to-many", "cardinality: many-to-one"),
    slipIn(
      "fraud-review",
      "contracts/verdicts.odcs.yaml",
      "primaryKey: true\n        primaryKeyPosition: 1\n        required: true\n        unique: true",
      "required: true",
    ),
    slip("invoice-extraction", "cardinality: many-to-many", "cardinality: many-to-one"),
  ],
  "join-unprofiled": [
    slip("ticket-routing", "profiled: 2026-02-25", "profiled: 2026-04-25"),
    slip("staff-assistant", "profiled: 2026-09-22\n  labelled-passage", "profiled: 2026-10-20\n  labelled-passage"),
    slip("fraud-review", "profiled: 2025-10-28", "profiled: 2026-03-02"),
    slip(
      "invoice-extraction",
      "match-rate: 71.8%\n        profiled: 2026-06-03",
      "match-rate: 71.8%\n        profiled: 2026-07-03",
    ),
  ],
  "undeclared-join": [
    slip(
      "fraud-review",
      "  claim-policy:  {left: claims.policy_no, right: policies.policy_no, cardinality: many-to-one, match-rate: 99.8%, profiled: 2025-10-27}\n",
      "",
    ),
    slip(
      "fraud-review",
      "  claim-verdict: {left: verdicts.claim_id, right: claims.claim_id, cardinality: one-to-one, match-rate: 100%, profiled: 2025-10-27}\n",
      "",
    ),
    slip("staff-assistant", "      name: string\n", "      site: string\n"),
  ],
  "stale-data-for-use": [
    slip("ticket-routing", "freshness: 24 h", "freshness: 7 d"),
    slip("staff-assistant", "max-staleness: 1 h ", "max-staleness: 10 min "),
    slipIn("fraud-review", "contracts/claims.odcs.yaml", "latency, value: 10, unit: min", "latency, value: 1, unit: d"),
    slipIn("staff-assistant", "contracts/handbook.odcs.yaml", "value: 1\n    unit: d", "value: 1\n    unit: w"),
    slip("document-agent", "freshness: 20 min", "freshness: 6 h"),
    slip("invoice-extraction", "max-staleness: 30 min", "max-staleness: 30 s"),
  ],
  "missing-labels": [
    slip(
      "ticket-routing",
      "    labels: {field: resolved_team, method: system-log, how: The team that closed the ticket, coverage: 97%, agreement: 0.82}\n",
      "",
    ),
    slip("staff-assistant", "    labels:\n      field: answer_passage", "    x-labels:\n      field: answer_passage"),
    slip(
      "fraud-review",
      "used-for: [training, inference]",
      "used-for: [inference]",
      "labels: {field: verdict,",
      "x-labels: {field: verdict,",
      "  claim-verdict: {",
      "  x-claim-verdict: {",
    ),
    slip(
      "document-agent",
      "    labels:\n      field: final_file_no",
      "    x-labels:\n      field: final_file_no",
      "    labels:\n      field: right_case",
      "    x-labels:\n      field: right_case",
    ),
  ],
  "history-too-short": [
    slip("ticket-routing", "history: {from: 2023-01-01", "history: {from: 2025-01-01"),
    slip("staff-assistant", "needed: 12 mo", "needed: 36 mo"),
    slip("fraud-review", "needed: 36 mo", "needed: 6 y"),
    slipIn("ticket-routing", "contracts/tickets.odcs.yaml", "value: 5\n    unit: y", "value: 90\n    unit: d"),
    slip("document-agent", "history: {from: 2021-07-01", "history: {from: 2023-07-01"),
  ],
  "missing-lineage": [
    slip("ticket-routing", "    lineage: ./lineage/tickets.md\n", ""),
    slip("fraud-review", "    lineage: ./lineage/pool-hits.md\n", ""),
    slip("staff-assistant", "    lineage: ./lineage/handbook.md\n", ""),
    slip("document-agent", "    lineage: ./lineage/residents.md\n", ""),
  ],
  "missing-source-owner": [
    slip("ticket-routing", "    owner: crm-team\n    freshness", "    freshness"),
    slip("staff-assistant", "    owner: service-desk-manager\n    contract", "    contract"),
    slip("fraud-review", "    owner: industry-pool-desk\n    freshness", "    freshness"),
    slip("demand-forecasting", "        owner: category-management\n", ""),
  ],
};

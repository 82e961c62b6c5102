import { type Mutations, slip } from "./mutation.ts";

export const OUTCOME: Mutations = {
  "missing-outcome": [
    slip("ticket-routing", "  kpi: time-to-right-team          # -> metrics, of kind business\n", ""),
    slip("staff-assistant", "kpi: how-to-tickets", "kpi: right-answers"),
    slip("demand-forecasting", "outcome:\n", "x-outcome:\n"),
    slip(
      "fraud-review",
      "  statement: Pay honest claims sooner and stop paying invented ones, with the investigators we have.\n",
      "",
    ),
    slip("invoice-extraction", "kpi: time-to-post", "kpi: read-right"),
  ],
  "missing-workflow-redesign": [
    slip("ticket-routing", "  redesign-approved: 2026-02-13\n", ""),
    slip("staff-assistant", "workflow:\n", "x-workflow:\n"),
    slip(
      "demand-forecasting",
      "    target: ./flows/ordering-proposed.md     # a draft; approval is planned for January\n",
      "",
    ),
    slip("fraud-review", "  current: ./flows/claims-before.md\n", ""),
  ],
  "redesign-after-build": [
    slip("ticket-routing", "redesign-approved: 2026-02-13", "redesign-approved: 2026-03-13"),
    slip("staff-assistant", "redesign-approved: 2026-07-24", "redesign-approved: 2026-10-13"),
    slip("fraud-review", "redesign-approved: 2025-10-17", "redesign-approved: 2026-04-10"),
    slip("invoice-extraction", "redesign-approved: 2026-05-29", "redesign-approved: 2026-09-18"),
  ],
  "technology-before-outcome": [
    slip("ticket-routing", "  agreed: 2026-01-30", "  agreed: 2026-02-27"),
    slip("demand-forecasting", "technology-selected: 2027-02-15", "technology-selected: 2026-09-15"),
    slip("fraud-review", "technology-selected: 2025-10-20", "technology-selected: 2025-07-01"),
    slip("staff-assistant", "technology-selected: 2026-10-01", "technology-selected: 2026-06-01"),
    slip("document-agent", "technology-selected: 2025-07-21", "technology-selected: 2025-03-10"),
  ],
};

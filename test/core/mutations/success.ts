import { type Mutations, slip } from "./mutation.ts";

export const SUCCESS: Mutations = {
  "missing-success-criteria": [
    slip("ticket-routing", "  approved-by: head-of-support     # -> roles\n", ""),
    slip("staff-assistant", "success-criteria:\n  agreed: 2026-07-10\n", "success-criteria:\n"),
    slip("demand-forecasting", "success-criteria:\n", "x-success-criteria:\n"),
    slip(
      "fraud-review",
      "success-criteria:\n  agreed: 2025-10-06\n  approved-by: head-of-claims\n",
      "success-criteria:\n",
    ),
  ],
  "missing-benchmark": [
    slip("ticket-routing", "{month-1: 99%, month-6: 99.5%}", "{month-6: 99.5%}"),
    slip("fraud-review", "      month-6: 58%\n", ""),
    slip("demand-forecasting", "            month-1: 3%\n", ""),
    slip("staff-assistant", "      month-1: 1700 tickets/w\n      month-6: 1250 tickets/w\n", ""),
  ],
  "non-numeric-target": [
    slip("ticket-routing", "month-1: 88%, month-6: 93%", "month-1: 88%, month-6: high accuracy"),
    slip("staff-assistant", "month-1: 4 s\n", "month-1: fast enough to keep typing\n"),
    slip("demand-forecasting", "month-6: 1.6%", "month-6: clearly lower"),
    slip("fraud-review", "      month-1: 40%\n      month-6: 30%\n", "      month-1: few\n      month-6: hardly any\n"),
  ],
  "criteria-agreed-after-build": [
    slip("ticket-routing", "success-criteria:\n  agreed: 2026-02-06", "success-criteria:\n  agreed: 2026-04-06"),
    slip("staff-assistant", "success-criteria:\n  agreed: 2026-07-10", "success-criteria:\n  agreed: 2026-11-02"),
    slip("fraud-review", "success-criteria:\n  agreed: 2025-10-06", "success-criteria:\n  agreed: 2026-02-02"),
    slip("document-agent", "success-criteria:\n  agreed: 2025-06-27", "success-criteria:\n  agreed: 2025-10-27"),
  ],
  "benchmark-regression": [
    slip("ticket-routing", "month-1: 88%, month-6: 93%", "month-1: 93%, month-6: 88%"),
    slip("staff-assistant", "      month-1: 4%\n      month-6: 2%\n", "      month-1: 2%\n      month-6: 4%\n"),
    slip("demand-forecasting", "month-6: 1.6%", "month-6: 2.1%"),
    slip("demand-forecasting", "baseline: 95.9%", "baseline: 99.5%"),
    slip("fraud-review", "month-6: 430000 EUR/mo\n", "month-6: 43000 EUR/mo\n"),
    slip("invoice-extraction", "month-1: 1.8%, month-6: 1%", "month-1: 1%, month-6: 1.8%"),
  ],
  "identical-benchmarks": [
    slip("ticket-routing", "month-1: 3 h, month-6: 1.5 h", "month-1: 3 h, month-6: 180 min"),
    slip("staff-assistant", "      month-1: 80%\n      month-6: 86%\n", "      month-1: 80%\n      month-6: 80%\n"),
    slip("demand-forecasting", "month-1: 3%\n            month-6: 2%", "month-1: 3%\n            month-6: 3%"),
    slip("fraud-review", "month-1: 46%\n      month-6: 58%", "month-1: 46%\n      month-6: 46%"),
  ],
  "missing-baseline": [
    slip("ticket-routing", "{baseline: 71%, pilot-exit", "{pilot-exit"),
    slip(
      "staff-assistant",
      "      baseline: 7%             # replies of the desk, which are sometimes from memory\n      baseline-measured: 2026-06-30\n",
      "",
    ),
    slip("demand-forecasting", "            baseline: 95.9%\n", ""),
    slip("fraud-review", "      baseline: 310000 EUR/mo\n", ""),
  ],
  "no-business-criterion": [
    slip(
      "ticket-routing",
      "    time-to-right-team: {baseline: 4.2 h, baseline-measured: 2026-01-15, month-1: 3 h, month-6: 1.5 h}\n",
      "",
    ),
    slip(
      "staff-assistant",
      `    how-to-tickets:
      baseline: 1900 tickets/w
      baseline-measured: 2026-06-05
      month-1: 1700 tickets/w
      month-6: 1250 tickets/w
`,
      "",
    ),
    slip(
      "demand-forecasting",
      `        write-off-rate:
            baseline: 1.9%
            baseline-measured: 2026-10-04
            month-1: 1.85%       # by then only the region North, and one month of it
            month-6: 1.6%
        on-shelf-availability:
            baseline: 95.9%
            baseline-measured: 2026-10-04
            month-1: 96.1%
            month-6: 96.8%
`,
      "",
    ),
    slip(
      "document-agent",
      "    time-to-desk:\n      baseline: 62 h\n      baseline-measured: 2025-04-30\n      month-1: 58 h\n      month-6: 14 h\n      measured:\n        month-1: 56 h\n        month-6: 11 h\n",
      "",
    ),
  ],
  "benchmark-before-labels": [
    slip("staff-assistant", "label-delay: 5 d           #", "label-delay: 5 w           #"),
    slip("staff-assistant", "label-delay: 5 d\n  editor-corrections", "label-delay: 2 mo\n  editor-corrections"),
    slip("demand-forecasting", "label-delay: 9 d         #", "label-delay: 9 mo         #"),
  ],
  "benchmark-missed": [
    slip("fraud-review", "month-6: 441000 EUR/mo", "month-6: 414000 EUR/mo"),
    slip("fraud-review", "measured: {month-1: 36%, month-6: 27%}", "measured: {month-1: 46%, month-6: 27%}"),
    slip(
      "fraud-review",
      "measured: {month-1: 1.9 s, month-6: 1.8 s}",
      "measured: {month-1: 3100 ms, month-6: 2600 ms}",
    ),
    slip("fraud-review", "      month-6: 31%\n", "      month-6: 34%\n"),
    slip("document-agent", "month-6: 98.2%", "month-6: 97.2%"),
  ],
};

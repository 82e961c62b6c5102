import { type Mutations, slip } from "./mutation.ts";

export const ECONOMICS: Mutations = {
  "missing-economics": [
    slip("demand-forecasting", "economics:\n", "x-economics:\n"),
    slip("staff-assistant", "load:\n  unit", "x-load:\n  unit"),
    slip("ticket-routing", "load: {unit: item, average: 3200 item/d, peak: 900 item/h, month-6: 4000 item/d}\n", ""),
    slip("fraud-review", "economics:\n  agreed", "x-economics:\n  agreed"),
  ],
  "economics-agreed-after-build": [
    slip("ticket-routing", "economics:\n  agreed: 2026-02-06", "economics:\n  agreed: 2026-04-10"),
    slip("staff-assistant", "economics:\n  agreed: 2026-07-10", "economics:\n  agreed: 2026-10-13"),
    slip("fraud-review", "economics:\n  agreed: 2025-10-06", "economics:\n  agreed: 2026-10-06"),
    slip("invoice-extraction", "economics:\n    agreed: 2026-05-08", "economics:\n    agreed: 2026-11-16"),
  ],
  "cost-exceeds-ceiling": [
    slip("ticket-routing", "month-6: 4000 item/d", "month-6: 14000 item/d"),
    slip("staff-assistant", "fixed-cost: 9500 GBP/mo", "fixed-cost: 14000 GBP/mo"),
    slip("demand-forecasting", "ceiling: 40000 EUR/mo", "ceiling: 40000 EUR/y"),
    slip("fraud-review", "review: 12%", "review: 19%"),
    slip("invoice-extraction", "review-cost-per-item: 1.30", "review-cost-per-item: 2.20"),
    slip("document-agent", "cost-per-item: 0.09 EUR", "cost-per-item: 0.20 EUR"),
  ],
  "payback-exceeds-horizon": [
    slip("ticket-routing", "payback: 14 mo", "payback: 9 mo"),
    slip("ticket-routing", "review: 10%,  min-duration: 8 w", "review: 10%,  min-duration: 26 w"),
    slip("staff-assistant", "value-per-item: 1.70", "value-per-item: 1.07"),
    slip("demand-forecasting", "value-per-item: 0.04", "value-per-item: 0.004"),
    slip("fraud-review", "build-cost: 780000 EUR", "build-cost: 1780000 EUR"),
    slip("invoice-extraction", "build-cost: 520000 CHF", "build-cost: 620000 CHF"),
    slip("document-agent", "payback: 14 mo", "payback: 8 mo"),
  ],
  "roi-needs-less-review": [
    slip("ticket-routing", "value-per-item: 0.25", "value-per-item: 0.12"),
    slip("ticket-routing", "review-cost-per-item: 0.90", "review-cost-per-item: 4.50", "22000 EUR/mo", "40000 EUR/mo"),
    slip("fraud-review", "month-6: 1250 claims/d", "month-6: 250 claims/d"),
    slip("invoice-extraction", "value-per-item: 2.60", "value-per-item: 0.70"),
  ],
  "review-not-costed": [
    slip("ticket-routing", "  review-cost-per-item: 0.90 EUR/item   # people are a running cost\n", ""),
    slip("fraud-review", "  review-cost-per-item: 5.50", "  # review-cost-per-item: 5.50"),
    slip(
      "staff-assistant",
      "\nroles:\n",
      "\nrollout:\n  steps:\n    - {id: two-sites, traffic: 30%, review: 5%, starts: pilot-start}\n\nroles:\n",
    ),
    slip("invoice-extraction", "    review-cost-per-item: 1.30 CHF/invoice\n", ""),
  ],
};

import { type Mutations, slip } from "./mutation.ts";

/** Slips in how a plan is written: the hygiene rules about YAML and single values. */
export const WRITING: Mutations = {
  "yaml-syntax": [
    slip("fraud-review", "{what: No glass claims, closed-by: 2026-03-20}", "{what: #4711, closed-by: 2026-03-20}"),
    slip("ticket-routing", "allowed: [assign-team, add-tag]", "allowed: [assign-team, add-tag"),
    slip("fraud-review", "title: Put suspicious motor claims", "title: Fraud review: Put suspicious motor claims"),
    slip("staff-assistant", "    max-size: 4 kB", "\tmax-size: 4 kB"),
    slip("demand-forecasting", "ceiling: 40000 EUR/mo", "ceiling:40000 EUR/mo"),
    slip("staff-assistant", 'via: "Teams, channel Handbook"', 'via: "Teams, channel Handbook'),
    slip("document-agent", "peak: 1100 documents/h", "peak 1100 documents/h"),
  ],
  "multiple-documents": [
    slip("ticket-routing", "\neconomics:\n", "\n---\neconomics:\n"),
    slip(
      "staff-assistant",
      "# ------------------------------------------------------------------ what it costs\n",
      "---\n# what it costs\n",
    ),
    slip("fraud-review", "\nroles:\n", "\n--- # people\nroles:\n"),
  ],
  "newer-language-version": [
    slip("ticket-routing", "aiplan: 1 ", "aiplan: 2 "),
    slip("fraud-review", "aiplan: 1\n", "aiplan: 1.1\n"),
    slip("demand-forecasting", "aiplan: 1\n", "aiplan: 2026\n"),
  ],
  "split-value": [
    slip("ticket-routing", "average: 3200 item/d", "average: 3,200 item/d"),
    slip("ticket-routing", "coverage: 97%", "coverage: 97,5%"),
    slip(
      "fraud-review",
      "how: Verdict of the investigator; where a court decided it overrides",
      "how: Verdict of the investigator, or of a court",
    ),
    slip(
      "demand-forecasting",
      "how: Sales in the promotion less those of the four weeks before",
      "how: Sales in the promotion, less those of the four weeks before",
    ),
    slip("document-agent", "match-rate: 58.7%", "match-rate: 58,7%"),
  ],
  "comment-ate-value": [
    slip("staff-assistant", 'via: "Teams, channel Handbook"', "via: #handbook"),
    slip("demand-forecasting", "contact: replenishment@kaufring.example", "contact: #replenishment"),
    slip(
      "ticket-routing",
      "statement: Cut the time until a ticket reaches the team that can solve it.",
      "statement: #1 goal of 2026 is that tickets reach the right team at once",
    ),
    slip("fraud-review", "how: The nineteen red flags of 2019", "how: #redflags of 2019"),
  ],
  "unquoted-operator": [
    slip("ticket-routing", "metric: routing-accuracy, at-least: 88%", "metric: routing-accuracy, at-least: >= 88%"),
    slip("staff-assistant", "below: 76%", "below: < 76%"),
    slip("demand-forecasting", "month-1: 27%\n", "month-1: <=27%\n"),
    slip("fraud-review", "month-6: 31%", "month-6: ≥ 31%"),
    slip("invoice-extraction", "peak: 140 invoices/h", "peak: about 140 invoices/h"),
  ],
  "unknown-key": [
    slip("ticket-routing", "min-confidence: 0.75", "minimum-confidence: 0.75"),
    slip("fraud-review", "  rollback: {to: red-flags", "  roll-back: {to: red-flags"),
    slip(
      "staff-assistant",
      "  log-retention: 12 mo\n",
      "  log-retention: 12 mo\n  dashboard: https://northmoor.example/assistant\n",
    ),
    slip("demand-forecasting", "review-cost-per-item", "cost-per-review"),
  ],
  "wrong-type": [
    slip("ticket-routing", "languages: [en, fr, de]", 'languages: "en, fr, de"'),
    slip("fraud-review", "consulted: [data-protection], informed", "consulted: data-protection, informed"),
    slip("staff-assistant", "calls-per-item: 0.3 ", "calls-per-item: about one in three "),
    slip("demand-forecasting", "unit: forecast\n", "unit: [forecast]\n"),
    slip("invoice-extraction", 'slices: ["layout", "language"]', "slices: layout, language"),
  ],
  "unknown-choice": [
    slip("ticket-routing", "method: system-log", "method: automatic"),
    slip("fraud-review", "sampling: risk-based", "sampling: by risk"),
    slip("staff-assistant", "kind: oversight", "kind: human"),
    slip("demand-forecasting", "risk-tier: minimal", "risk-tier: low"),
    slip("document-agent", "do: pause, escalate", "do: stop, escalate"),
  ],
  "empty-value": [
    slip("ticket-routing", "  conventions: otel-genai\n", "  conventions:\n"),
    slip("fraud-review", "  current: steady\n", "  current:\n"),
    slip(
      "demand-forecasting",
      "            worst-slice: 38%     # articles on promotion, 52% today\n",
      "            worst-slice:         # articles on promotion, 52% today\n",
    ),
    slip("staff-assistant", "    calls-on-path: 0\n", "    calls-on-path:\n"),
  ],
  "placeholder-left": [
    slip(
      "ticket-routing",
      "statement: Cut the time until a ticket reaches the team that can solve it.",
      "statement: <what changes for the business>",
    ),
    slip(
      "fraud-review",
      "success-criteria:\n  agreed: 2025-10-06\n  approved-by: head-of-claims",
      "success-criteria:\n  agreed: 2025-10-06\n  approved-by: <id of a role>",
    ),
    slip("staff-assistant", "ceiling: 13000 GBP/mo", "ceiling: <money per month>"),
    slip("demand-forecasting", "contact: category@kaufring.example", "contact: <address or number>"),
  ],
  "invalid-date": [
    slip("ticket-routing", "agreed: 2026-01-30", "agreed: 30.01.2026"),
    slip("ticket-routing", "profiled: 2026-02-25", "profiled: 2026-02-30"),
    slip("demand-forecasting", "go-live: 2027-10-11", "go-live: before Christmas"),
    slip("fraud-review", "tested: 2026-03-26, owner", "tested: go-live, owner"),
    slip("staff-assistant", "due: 2026-12-18", "due: Q4 2026"),
  ],
  "invalid-quantity": [
    slip("fraud-review", "ceiling: 60000 EUR/mo", "ceiling: 60 000 EUR/mo"),
    slip("ticket-routing", "rate-limit: 20 req/s", "rate-limit: 20 rps"),
    slip("staff-assistant", "max-size: 4 kB", "max-size: one page"),
    slip("demand-forecasting", "build-cost: 620000 EUR", "build-cost: 620k EUR"),
  ],
  "ambiguous-duration-unit": [
    slip("ticket-routing", "freshness: 5 min\n", "freshness: 5 m\n"),
    slip("fraud-review", "log-retention: 36 mo ", "log-retention: 36 M "),
    slip("demand-forecasting", "payback: 20 mo", "payback: 20 m"),
    slip("staff-assistant", "for: 30 min\n", "for: 30m\n"),
  ],
  "unit-mismatch": [
    slip("ticket-routing", "month-1: 3 h,", "month-1: 180,"),
    slip("fraud-review", "ceiling: 60000 EUR/mo", "ceiling: 60000 EUR"),
    slip("staff-assistant", "above: 6 s", "above: 6%"),
    slip("fraud-review", "build-cost: 780000 EUR", "build-cost: 840000 USD"),
    slip("demand-forecasting", "baseline: 1.9%", "baseline: 1.9"),
  ],
  "percent-out-of-range": [
    slip("ticket-routing", "traffic: 25%", "traffic: 250%"),
    slip("fraud-review", "match-rate: 99.8%", "match-rate: 998%"),
    slip("staff-assistant", "availability: 99.95%", "availability: 9995%"),
    slip("demand-forecasting", "coverage: 91%", "coverage: -91%"),
  ],
  "value-style": [
    slip("ticket-routing", "via: phone, within: 2 h", "via: phone, within: 2 hours"),
    slip("fraud-review", "overrides-logged: true", "overrides-logged: yes"),
    slip("staff-assistant", "payback: 14 mo", "payback: 14 months"),
    slip(
      "ticket-routing",
      "drift:          {metric: input-drift, above: 0.2",
      "drift:          {metric: input-drift, below: 0.01, above: 0.2",
    ),
  ],
};

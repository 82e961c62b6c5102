import { type Mutation, type Mutations, slip, slipIn } from "./mutation.ts";

const SLO = "slo/routing.openslo.yaml";

/** Alarms that watch other metrics than they did: only whether the system runs. */
function onlyRunning(driftKind: string): Mutation {
  return slip(
    "ticket-routing",
    "input-drift:        {kind: data",
    `input-drift:        {kind: ${driftKind}`,
    "{metric: routing-accuracy, slice: language, below: 80%",
    "{metric: latency-p95, above: 4 s",
    "{metric: routing-accuracy, below: 85%, for: 1 w, min-samples: 1500",
    "{metric: availability, below: 98.5%, for: 1 w",
    "{metric: override-rate, above: 12%",
    "{metric: latency-p95, above: 3.5 s",
    "{metric: time-to-right-team, above: 4.2 h",
    "{metric: availability, below: 97%",
  );
}

export const MONITORING: Mutations = {
  "missing-monitoring": [
    slip("ticket-routing", "monitoring:\n  designed", "x-monitoring:\n  designed"),
    slip(
      "staff-assistant",
      "monitoring:\n  designed: 2026-09-30\n  active-from: pilot-start\n  conventions: otel-genai\n  log-retention: 12 mo\n",
      "",
    ),
    slip(
      "fraud-review",
      "monitoring:\n  designed: 2025-10-29\n  active-from: pilot-start\n  log-retention: 36 mo",
      "# monitoring: designed on 2025-10-29, active from the pilot on, logs are kept for 36 months",
    ),
  ],
  "monitoring-too-late": [
    slip("ticket-routing", "active-from: pilot-start", "active-from: 2026-08-03"),
    slip("ticket-routing", "designed: 2026-02-27", "designed: 2026-03-20"),
    slip("fraud-review", "active-from: pilot-start", "active-from: 2026-06-01"),
  ],
  "unmonitored-criterion": [
    slip("ticket-routing", "{metric: time-to-right-team, above: 4.2 h", "{metric: latency-p95, above: 4 s"),
    slip("ticket-routing", "{metric: latency-p95, above: 3 s", "{metric: availability, below: 98.5%"),
    slip("fraud-review", "{metric: prevented-loss, below: 300000 EUR/mo", "{metric: availability, below: 97%"),
  ],
  "quality-not-monitored": [
    onlyRunning("reliability"),
    onlyRunning("cost"),
    slip(
      "fraud-review",
      "input-drift:        {kind: data",
      "input-drift:        {kind: reliability",
      "{metric: referral-precision, below: 22%, for: 4 w, min-samples: 2500",
      "{metric: time-to-score, above: 5 s, for: 4 w",
      "{metric: referral-precision, slice: region, below: 20%",
      "{metric: time-to-score, above: 6 s",
      "{metric: detection-rate, below: 42%",
      "{metric: availability, below: 97%",
      "{metric: overrule-rate, above: 45%",
      "{metric: availability, below: 96%",
      "{metric: prevented-loss, below: 300000 EUR/mo",
      "{metric: availability, below: 95%",
    ),
  ],
  "trigger-contradicts-target": [
    slip("ticket-routing", "below: 85%, for: 1 w", "below: 90%, for: 1 w"),
    slip("ticket-routing", "above: 3 s, for: 30 min", "above: 2 s, for: 30 min"),
    slip("ticket-routing", "slice: language, below: 80%", "slice: language, below: 85%"),
    slip("fraud-review", "below: 22%, for: 4 w", "above: 22%, for: 4 w"),
  ],
  "window-shorter-than-label-delay": [
    slip("ticket-routing", "below: 80%, for: 2 w", "below: 80%, for: 2 d"),
    slip("ticket-routing", "at-least: 85%, for: 2 w", "at-least: 85%, for: 2 d"),
    slip("fraud-review", "below: 42%, for: 6 w", "below: 42%, for: 2 w"),
  ],
  "slice-unmonitored": [
    slip("ticket-routing", "slice: language, ", ""),
    slip("ticket-routing", ", slices: [language, channel]", ""),
    slip("fraud-review", "slice: region, below", "below", "slice: region, at-least", "at-least"),
  ],
  "review-unattended": [
    slip("ticket-routing", "accuracy-drop, override-spike, drift, late]", "accuracy-drop, drift, late]"),
    slip("ticket-routing", "do: notify, escalate: outage", "do: review, escalate: outage"),
    slip("fraud-review", "investigators-disagree, no-gain, drift]", "investigators-disagree, no-gain]"),
  ],
  "review-calendar-only": [
    slip("ticket-routing", "triggered-by: [worst-language, accuracy-drop, override-spike, drift, late], ", ""),
    slip("ticket-routing", "[worst-language, accuracy-drop, override-spike, drift, late]", "[]"),
    slip("fraud-review", "    triggered-by: [one-region, missed-fraud, investigators-disagree, no-gain, drift]\n", ""),
  ],
  "slo-link-mismatch": [
    slipIn("ticket-routing", SLO, "target: 0.99\n", "target: 0.98\n"),
    slipIn("ticket-routing", SLO, "value: 2.5\n", "value: 3.5\n"),
    slipIn("fraud-review", "slo/fraud.openslo.yaml", "target: 0.995\n", "target: 0.95\n"),
    slipIn("ticket-routing", SLO, "op: lte\n      value: 2.5", "op: gte\n      value: 2.5"),
  ],
};

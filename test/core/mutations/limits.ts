import { type Mutations, slip } from "./mutation.ts";

export const LIMITS: Mutations = {
  "missing-operating-limits": [
    slip("ticket-routing", "operating-limits:\n", "x-operating-limits:\n"),
    slip("ticket-routing", "  min-confidence: 0.75\n", ""),
    slip("staff-assistant", "  autonomy: suggest\n", ""),
    slip("fraud-review", "  out-of-bounds: {do: hand-to-human, escalate: fraud-desk}\n", ""),
    slip("document-agent", "  min-confidence: 0.85\n", ""),
  ],
  "missing-kill-switch": [
    slip("ticket-routing", "operators: [routing-sre, triage-lead], max-time: 5 min, tested", "tested"),
    slip("ticket-routing", "  kill-switch: {", "  x-kill-switch: {"),
    slip("fraud-review", "max-time: 10 min, tested: 2026-03-26", "max-time: 10 min"),
    slip("invoice-extraction", "        operators: [platform-on-call, payables-lead]\n", ""),
  ],
  "kill-switch-untested": [
    slip("fraud-review", "max-time: 10 min, tested: 2026-03-26", "max-time: 10 min, tested: 2026-06-23"),
    slip("fraud-review", "max-time: 10 min, tested: 2026-03-26", "max-time: 10 min, tested: 2026-04-14"),
    slip(
      "ticket-routing",
      "stage: pilot ",
      "stage: production ",
      "max-time: 5 min, tested: 2026-06-15",
      "max-time: 5 min, tested: 2026-07-15",
    ),
    slip("document-agent", "max-time: 5 min\n    tested: 2026-02-19", "max-time: 5 min\n    tested: 2026-04-19"),
  ],
  "action-limit-below-peak": [
    slip("ticket-routing", "max-rate: 2000 action/h", "max-rate: 2000 action/d"),
    slip("ticket-routing", "actions-per-item: 2", "actions-per-item: 3"),
    slip("fraud-review", "max-rate: 300 actions/h", "max-rate: 30 actions/h"),
    slip("invoice-extraction", "actions-per-item: 2\n", "actions-per-item: 3\n"),
    slip("document-agent", "max-rate: 2600 actions/h", "max-rate: 26 actions/min"),
  ],
  "action-allowed-and-forbidden": [
    slip("ticket-routing", "allowed: [assign-team, add-tag]", "allowed: [assign-team, add-tag, close-ticket]"),
    slip("fraud-review", "forbidden: [reject-claim,", "forbidden: [reject-claim, open_investigation,"),
    slip(
      "staff-assistant",
      "  out-of-bounds:\n    do",
      "  actions:\n    allowed: [Open ticket]\n    forbidden: [book-leave, open-ticket]\n  out-of-bounds:\n    do",
    ),
    slip("invoice-extraction", '"delete-document"]', '"delete-document", "Post invoice"]'),
    slip("document-agent", "forbidden: [decide-on-claim,", "forbidden: [decide-on-claim, send-receipt,"),
  ],
};

import { type Mutations, slip } from "./mutation.ts";

export const ESCALATION: Mutations = {
  "missing-escalation-path": [
    slip("ticket-routing", "do: step-back, escalate: misroute", "do: step-back"),
    slip("ticket-routing", "escalation-paths:\n", "x-escalation-paths:\n"),
    slip("fraud-review", "do: rollback, escalate: not-scoring", "do: rollback"),
    slip(
      "staff-assistant",
      "severity: sev2\n    do: notify\n    escalate: not-working\n",
      "severity: sev2\n    do: notify\n",
    ),
  ],
  "undefined-escalation-path": [
    slip("ticket-routing", "sev1, do: rollback, escalate: outage", "sev1, do: rollback, escalate: outtage"),
    slip("ticket-routing", "{do: hand-to-human, escalate: misroute}", "{do: hand-to-human, escalate: triage}"),
    slip("fraud-review", "{path: major-incident}", "{path: major-incidents}"),
    slip(
      "staff-assistant",
      "do: hand-to-human\n    escalate: wrong-answer",
      "do: hand-to-human\n    escalate: wrong-answers",
    ),
  ],
  "escalation-dead-end": [
    slip("ticket-routing", "      - {notify: support-ops, via: phone, within: 30 min}\n", ""),
    slip("ticket-routing", "head-of-support: {contact: support-head@example.com, deputy", "head-of-support: {deputy"),
    slip("fraud-review", "via: pagerduty/claim-scoring, within: 15 min", "via: pagerduty/claim-scoring"),
    slip(
      "document-agent",
      "    - {notify: head-of-service, via: phone, within: 4 h}\n",
      "",
      "post-room-lead: {contact: poststelle@familienkasse.example, deputy: head-of-service,",
      "post-room-lead: {contact: poststelle@familienkasse.example,",
    ),
    slip("invoice-extraction", "              within: 20 min\n", ""),
  ],
  "escalation-cycle": [
    slip(
      "ticket-routing",
      "- {notify: head-of-support, via: phone, within: 2 h}",
      "- {path: outage}",
      "- {notify: support-ops, via: phone, within: 30 min}",
      "- {path: misroute}",
    ),
    slip("fraud-review", "- {notify: head-of-claims, via: phone, within: 4 h}", "- {path: fraud-desk}"),
    slip(
      "fraud-review",
      "- {notify: head-of-claims, via: phone, within: 4 h}",
      "- {notify: head-of-claims, via: phone, within: 4 h}\n      - {notify: investigation-lead, via: phone, within: 1 d}",
    ),
    slip(
      "document-agent",
      "    - {notify: data-protection, via: incident register, within: 24 h}\n",
      "    - {notify: duty-officer, via: phone, within: 24 h}\n",
    ),
  ],
  "escalation-hours-gap": [
    slip(
      "fraud-review",
      "hours: 24x7\n    steps:\n      - {notify: scoring-on-call",
      "hours: business\n    steps:\n      - {notify: scoring-on-call",
    ),
    slip(
      "fraud-review",
      "severity: sev1, do: rollback, escalate: not-scoring",
      "severity: sev1, do: rollback, escalate: fraud-desk",
    ),
    slip("fraud-review", "severity: sev3, do: step-back", "severity: sev1, do: step-back"),
    slip("fraud-review", "severity: sev3, do: step-back", "severity: sev2, do: step-back"),
    slip("document-agent", "wrong-hands:\n    hours: 24x7", "wrong-hands:\n    hours: business"),
  ],
};

import { type Mutation, type Mutations, slip } from "./mutation.ts";

/** A slip in a plan that names the profile, and has what the profile asks for besides. */
function highRisk(example: string, ...texts: readonly string[]): Mutation {
  return slip(
    example,
    "\nstage:",
    "\nprofiles: [eu-ai-act-high-risk]\nstage:",
    "\nmonitoring:\n",
    "\nmonitoring:\n  post-market-plan: https://intranet.example.com/post-market-plan\n",
    ...texts,
  );
}

export const EU_AI_ACT: Mutations = {
  "eu-ai-act-log-retention": [
    slip("document-agent", "log-retention: 24 mo", "log-retention: 90 d"),
    highRisk("ticket-routing", "log-retention: 12 mo", "log-retention: 4 w"),
    highRisk("fraud-review", "log-retention: 36 mo", "log-retention: 3 mo"),
    highRisk("staff-assistant", "log-retention: 12 mo", "log-retention: 12 w"),
  ],
  "eu-ai-act-stop": [
    highRisk(
      "ticket-routing",
      "autonomy: act ",
      "autonomy: suggest ",
      "  kill-switch: {how: ./flags/flags.flagd.json#ticket-routing, operators: [routing-sre, triage-lead], max-time: 5 min, tested: 2026-06-15}\n",
      "",
    ),
    highRisk(
      "fraud-review",
      "autonomy: act-with-approval\n",
      "autonomy: suggest\n",
      "  kill-switch: {how",
      "  x-kill-switch: {how",
    ),
    slip(
      "invoice-extraction",
      "\nstage:",
      "\nprofiles: [eu-ai-act-high-risk]\nstage:",
      "autonomy: act-with-approval\n",
      "autonomy: suggest\n",
      `    kill-switch:
        how: "./flags/flags.flagd.json#invoice-posting"
        operators: [platform-on-call, payables-lead]
        max-time: 10 min
        tested: 2026-10-01
`,
      "",
      "    active-from: pilot-start\n",
      "    active-from: pilot-start\n    post-market-plan: https://intranet.example.com/post-market-plan\n",
    ),
  ],
  "eu-ai-act-overseer": [
    slip("document-agent", "deputy: post-room-lead, trained: 2025-10-24", "deputy: post-room-lead"),
    highRisk("ticket-routing", "deputy: support-ops, trained: 2026-04-24", "deputy: support-ops"),
    highRisk("fraud-review", "deputy: investigation-lead, trained: 2026-01-23", "deputy: investigation-lead"),
  ],
  "eu-ai-act-post-market-plan": [
    slip("fraud-review", "risk-tier: high ", "profiles: [eu-ai-act-high-risk]\nrisk-tier: high "),
    slip("ticket-routing", "risk-tier: limited ", "risk-tier: high\nprofiles: [eu-ai-act-high-risk] "),
    slip("invoice-extraction", "stage: pilot\n", "stage: pilot\nprofiles: [eu-ai-act-high-risk]\n"),
  ],
  "eu-ai-act-incident-report": [
    slip("document-agent", "via: incident register, within: 24 h", "via: incident register, within: 24 d"),
    highRisk(
      "ticket-routing",
      "- {notify: support-ops, via: phone, within: 30 min}",
      "- {notify: support-ops, via: phone, within: 3 w}",
    ),
    highRisk(
      "fraud-review",
      "via: pagerduty/claim-scoring, within: 15 min",
      "via: pagerduty/claim-scoring, within: 15 mo",
    ),
  ],
};

import { type Mutations, slip } from "./mutation.ts";

export const ESCALATION: Mutations = {
  "undefined-escalation-path": [
    slip("ticket-routing", "sev1, do: rollback, escalate: outage", "sev1, do: rollback, escalate: outtage"),
    slip("ticket-routing", "{do: hand-to-human, escalate: misroute}", "{do: hand-to-human, escalate: triage}"),
  ],
};

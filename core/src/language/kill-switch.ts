import { date, key, link, list, object, quantity, reference, unlessSuggest } from "./types.ts";

export const KillSwitch = object("KillSwitch", {
  doc: "How people stop the system at once, whatever it is doing.",
  inline: true,
  keys: {
    how: key(link("flagd", { fragment: true, orText: true }), {
      doc: "How it is stopped: a link to the feature flag that turns it off, `./flags/flags.flagd.json#ticket-routing`, or plain words.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-kill-switch",
      principle: "operating-limits",
      placeholder: "how it is stopped",
    }),
    operators: key(list(reference("role")), {
      doc: "The roles that may stop it without asking anyone, for example `[routing-sre, triage-lead]`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-kill-switch",
      principle: "operating-limits",
      placeholder: "id of a role",
    }),
    "max-time": key(quantity("duration", "5 min"), {
      doc: "The longest time from the decision until the system has stopped, for example `5 min`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-kill-switch",
      principle: "operating-limits",
      placeholder: "longest time to stop it e.g. 5 min",
    }),
    tested: key(date, {
      doc: "The day the switch was really tried, before go-live, for example `2026-06-15`.",
      due: "production",
      when: unlessSuggest,
      ownedBy: "missing-kill-switch",
      principle: "operating-limits",
      placeholder: "date tested YYYY-MM-DD",
    }),
  },
});

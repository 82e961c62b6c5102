import { date, key, object, quantity, reference, unlessSuggest } from "./types.ts";

export const Rollback = object("Rollback", {
  doc: "How the system is taken out of use again when it does harm.",
  inline: true,
  keys: {
    to: key(reference("fallback-mode"), {
      doc: "How the work goes on then: the id of one of the `fallback-modes`. If left out, `workflow.fallback`.",
      principle: "escalation-before-go-live",
      placeholder: "id of a fallback mode",
    }),
    "max-time": key(quantity("duration", "10 min"), {
      doc: "The longest time from the decision until the old way of working is back, for example `10 min`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-rollback",
      principle: "escalation-before-go-live",
      placeholder: "longest time to go back e.g. 10 min",
    }),
    tested: key(date, {
      doc: "The day the way back was really tried, for example `2026-06-15`. One that was never tried tends to fail when it is needed.",
      due: "production",
      when: unlessSuggest,
      ownedBy: "missing-rollback",
      principle: "escalation-before-go-live",
      placeholder: "date tested YYYY-MM-DD",
    }),
    owner: key(reference("role"), {
      doc: "The role that decides on it and carries it out: the id of one of the `roles`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-rollback",
      principle: "escalation-before-go-live",
      placeholder: "id of a role",
    }),
  },
});

import { date, key, object, reference, text } from "./types.ts";

export const Role = object("Role", {
  doc: "A role in the organization and how to reach whoever fills it. One person may fill several.",
  inline: true,
  keys: {
    contact: key(text, {
      doc: "How to reach the role: an e-mail address, a phone number or a channel, `support-ops@example.com`.",
      due: "proposal",
      principle: "escalation-before-go-live",
      placeholder: "e-mail address or phone number",
    }),
    deputy: key(reference("role"), {
      doc: "The role that stands in when this one cannot be reached: the id of another of the `roles`.",
      principle: "escalation-before-go-live",
      placeholder: "id of the role that stands in",
    }),
    trained: key(date, {
      doc: "The day they were trained to review or to stop the system, for example `2026-04-24`.",
      principle: "stepwise-oversight",
      placeholder: "date trained YYYY-MM-DD",
    }),
  },
});

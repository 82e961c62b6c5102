import { choice, key, list, object, quantity, reference, text, unlessPresent } from "./types.ts";

export const EscalationStep = object("EscalationStep", {
  doc: "One step of an escalation path: who is told, how, and by when they must have answered.",
  inline: true,
  keys: {
    notify: key(reference("role"), {
      doc: "The role that is told: the id of one of the `roles`.",
      due: "pilot",
      when: unlessPresent("path"),
      principle: "escalation-before-go-live",
      placeholder: "id of a role",
    }),
    via: key(text, {
      doc: "How they are reached: `phone`, `pagerduty/routing`, `slack/triage`. Without a `#` in front: YAML reads the rest of the line as a comment.",
      due: "pilot",
      when: unlessPresent("path"),
      principle: "escalation-before-go-live",
      placeholder: "how they are reached e.g. phone",
    }),
    within: key(quantity("duration", "15 min"), {
      doc: "The time in which they must answer before the next step begins, for example `15 min`.",
      due: "pilot",
      when: unlessPresent("path"),
      principle: "escalation-before-go-live",
      placeholder: "time to answer e.g. 15 min",
    }),
    path: key(reference("escalation-path"), {
      doc: "Hand over to another escalation path, in place of `notify`, `via` and `within`; only as the last step, for example `{path: outage}`.",
      principle: "escalation-before-go-live",
      placeholder: "id of another escalation path",
    }),
  },
});

export const EscalationPath = object("EscalationPath", {
  doc: "Who is told when something goes wrong, in which order and how fast, settled before the system goes live.",
  keys: {
    hours: key(
      choice({
        business: "Only during business hours",
        "24x7": "Day and night, every day",
      }),
      {
        doc: "When somebody answers: `business` (business hours) or `24x7`. A critical alarm, `sev1`, needs `24x7`.",
        due: "pilot",
        principle: "escalation-before-go-live",
        placeholder: "business or 24x7",
      },
    ),
    steps: key(list(EscalationStep), {
      doc: "Who is told, one after the other, for example `- {notify: triage-lead, via: phone, within: 15 min}`. The order counts.",
      due: "pilot",
      principle: "escalation-before-go-live",
      placeholder: "who is told and in which order",
    }),
  },
});

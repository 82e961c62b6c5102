import { key, list, map, object, reference } from "./types.ts";

export const Decision = object("Decision", {
  doc: "Who takes part in a decision, by the RACI scheme: responsible, accountable, consulted, informed.",
  inline: true,
  keys: {
    accountable: key(reference("role"), {
      doc: "The one role that answers for the decision: the id of one of the `roles`. Exactly one; shared between two, nobody answers for it.",
      due: "pilot",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
    responsible: key(list(reference("role")), {
      doc: "The roles that do the work of preparing and carrying it out, for example `[routing-sre]`.",
      due: "pilot",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
    consulted: key(list(reference("role")), {
      doc: "The roles that are asked before it is taken, for example `[triage-lead]`.",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
    informed: key(list(reference("role")), {
      doc: "The roles that are told once it is taken, for example `[helpdesk-team]`.",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
  },
});

/** Decisions by name; the one to go live must be among them. */
export const Decisions = map(Decision, {
  defines: "decision",
  keyName: "decision",
  known: {
    "go-live": key(Decision, {
      doc: "Who decides that the system goes live, such as `{accountable: head-of-support, responsible: [routing-sre]}`.",
      due: "pilot",
      principle: "agreed-success",
      placeholder: "who decides that the system goes live",
    }),
  },
});

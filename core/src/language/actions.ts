import { boolean, choice, either, key, list, map, number, object, quantity, text, unlessSuggest } from "./types.ts";

export const AllowedAction = object("AllowedAction", {
  doc: "One thing the system may do, with limits of its own.",
  inline: true,
  keys: {
    autonomy: key(
      choice({
        suggest: "It proposes this action and a person carries it out",
        "act-with-approval": "It carries out this action after a person has approved",
        act: "It carries out this action on its own",
      }),
      {
        doc: "How far it acts on its own for this action: `suggest`, `act-with-approval` or `act`. If left out, `operating-limits.autonomy` holds.",
        principle: "operating-limits",
        placeholder: "suggest or act-with-approval or act",
      },
    ),
    "max-value": key(quantity(["money", "count"], "100 EUR"), {
      doc: "The most that one such action may be about: `100 EUR`, or a count such as `5 item`.",
      principle: "operating-limits",
      placeholder: "most for one action e.g. 100 EUR",
    }),
    reversible: key(boolean, {
      doc: "`true` if the action can be undone, `false` if not.",
      principle: "operating-limits",
      placeholder: "true or false",
    }),
  },
});

export const Actions = object("Actions", {
  doc: "What the system may do, what it must never do, and how often at most.",
  inline: true,
  keys: {
    allowed: key(either(list(text), map(AllowedAction, { keyName: "action" })), {
      doc: "What it may do: a list, `[assign-team, add-tag]`, or with a limit for each, `{refund: {autonomy: act-with-approval, max-value: 100 EUR}}`.",
      due: "build",
      when: unlessSuggest,
      principle: "operating-limits",
      placeholder: "action it may take e.g. assign-team",
    }),
    forbidden: key(list(text), {
      doc: "What it must never do, even where it could, such as `[close-ticket, reply-to-customer]`.",
      due: "build",
      when: unlessSuggest,
      principle: "operating-limits",
      placeholder: "action it must never take e.g. close-ticket",
    }),
    "actions-per-item": key(number({ minimum: 0 }), {
      doc: "How many actions one item leads to, for example `2`. If left out, one.",
      principle: "operating-limits",
      placeholder: "actions for one item e.g. 2",
    }),
    "max-rate": key(quantity("rate", "2000 action/h"), {
      doc: "How many actions it may take in a given time, so that a runaway system does little harm, for example `2000 action/h`. It must leave room for a normal peak.",
      due: "build",
      when: unlessSuggest,
      principle: "operating-limits",
      placeholder: "most actions e.g. 2000 action/h",
    }),
  },
});

import { boolean, choice, key, object, quantity, reference } from "./types.ts";

export const HumanOversight = object("HumanOversight", {
  doc: "Who reviews the output, how much they can manage, and how the cases are picked. Early review is a source of signal, not a sign that the system isn't ready.",
  inline: true,
  keys: {
    reviewers: key(reference("role"), {
      doc: "The role that reviews the output: the id of one of the `roles`.",
      due: "pilot",
      principle: "stepwise-oversight",
      placeholder: "id of a role",
    }),
    capacity: key(quantity("rate", "500 item/d"), {
      doc: "How many items they can review, for example `500 item/d`. If a rollout step asks for more, items pile up or pass unseen.",
      due: "pilot",
      principle: "stepwise-oversight",
      placeholder: "items they can review e.g. 500 item/d",
    }),
    sampling: key(
      choice({
        random: "Picked by chance, so that the sample speaks for all items",
        "risk-based": "The risky or uncertain ones first",
        all: "Every item",
      }),
      {
        doc: "How the items to review are picked: `random`, `risk-based` or `all`.",
        due: "pilot",
        principle: "stepwise-oversight",
        placeholder: "random or risk-based or all",
      },
    ),
    "overrides-logged": key(boolean, {
      doc: "`true` if it is recorded each time a reviewer changes the output. These corrections show where the system must get better.",
      due: "pilot",
      principle: "review-is-signal",
      placeholder: "true or false",
    }),
  },
});

import { choice, key, object, reference, unlessSuggest } from "./types.ts";

export const OutOfBounds = object("OutOfBounds", {
  doc: "What happens when an input or a confidence lies outside the operating limits.",
  inline: true,
  keys: {
    do: key(
      choice({
        "hand-to-human": "Give the item to a person",
        reject: "Refuse the item and say so",
        queue: "Put the item aside for later",
        fallback: "Handle the item in the fallback mode of the workflow",
      }),
      {
        doc: "What the system does with such an item: `hand-to-human`, `reject`, `queue` or `fallback`.",
        due: "build",
        when: unlessSuggest,
        principle: "operating-limits",
        placeholder: "what it does e.g. hand-to-human",
      },
    ),
    escalate: key(reference("escalation-path"), {
      doc: "Who is told when this happens: the id of one of the `escalation-paths`.",
      due: "build",
      when: unlessSuggest,
      principle: "escalation-before-go-live",
      placeholder: "id of an escalation path",
    }),
  },
});

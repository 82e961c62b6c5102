import { key, object, quantity, reference, text } from "./types.ts";

export const FallbackMode = object("FallbackMode", {
  doc: "A way to keep working without the AI system, or without one of the systems it depends on.",
  inline: true,
  keys: {
    how: key(text, {
      doc: "How the work gets done in this mode, in plain words, for example `Dispatchers sort the shared inbox`. Put the sentence in quotes if it holds a comma or a colon.",
      due: "pilot",
      principle: "operating-limits",
      placeholder: "how the work gets done without the system",
    }),
    owner: key(reference("role"), {
      doc: "The role that runs this mode when it is needed: the id of one of the `roles`.",
      due: "pilot",
      principle: "operating-limits",
      placeholder: "id of a role",
    }),
    capacity: key(quantity("rate", "1000 item/h"), {
      doc: "How much work this mode can take on, for example `1000 item/h`. If it is less than the load at peak, a backlog grows for as long as the system is off.",
      principle: "load-on-legacy",
      placeholder: "work it can take on e.g. 1000 item/h",
    }),
  },
});

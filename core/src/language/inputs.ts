import { key, list, object, quantity, text } from "./types.ts";

export const Inputs = object("Inputs", {
  doc: "What an input must look like for the system to handle it. Anything else is out of bounds.",
  inline: true,
  keys: {
    required: key(list(text), {
      doc: "The parts an input must have, for example `[subject, body, channel]`.",
      principle: "operating-limits",
      placeholder: "part that must be there e.g. subject",
    }),
    languages: key(list(text), {
      doc: "The languages it handles, as two-letter codes, for example `[en, fr, de]`.",
      principle: "operating-limits",
      placeholder: "language code e.g. en",
    }),
    "max-size": key(quantity("data", "20 kB"), {
      doc: "The largest input it handles, for example `20 kB`.",
      principle: "operating-limits",
      placeholder: "largest input e.g. 20 kB",
    }),
    other: key(text, {
      doc: "Any other condition, in plain words, for example `No attachments`.",
      principle: "operating-limits",
      placeholder: "any other condition",
    }),
  },
});

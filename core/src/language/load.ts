import { key, object, quantity, text } from "./types.ts";

export const Load = object("Load", {
  doc: "How much work comes in: on average, at the busiest hour, and half a year after go-live. Costs, rate limits and reviewers are all checked against it.",
  inline: true,
  keys: {
    unit: key(text, {
      doc: "What one piece of work is called, as a single word: `item`, `ticket`, `call`. All of them count alike.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "one piece of work e.g. item",
    }),
    average: key(quantity("rate", "3200 item/d"), {
      doc: "The average load at go-live, for example `3200 item/d`.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "average load e.g. 3200 item/d",
    }),
    peak: key(quantity("rate", "900 item/h"), {
      doc: "The highest load in the busiest hour, for example `900 item/h`. Connected systems break at the peak, not on an average day.",
      due: "build",
      principle: "load-on-legacy",
      placeholder: "load in the busiest hour e.g. 900 item/h",
    }),
    "month-6": key(quantity("rate", "4000 item/d"), {
      doc: "The average load expected six months after go-live, for example `4000 item/d`. Cost and payback are computed at this volume.",
      due: "proposal",
      principle: "economics-at-scale",
      placeholder: "average load in month six e.g. 4000 item/d",
    }),
  },
});

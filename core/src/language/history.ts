import { date, key, object, quantity } from "./types.ts";

export const History = object("History", {
  doc: "How far back a data source goes, and how far back it needs to go.",
  inline: true,
  keys: {
    from: key(date, {
      doc: "The day of the oldest record, for example `2023-01-01`.",
      principle: "production-ready-data",
      placeholder: "date of the oldest record YYYY-MM-DD",
    }),
    needed: key(quantity("duration", "24 mo"), {
      doc: "How much history the use needs, for instance to have seen every season: `24 mo`.",
      principle: "production-ready-data",
      placeholder: "history needed e.g. 24 mo",
    }),
  },
});

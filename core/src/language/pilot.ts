import { date, key, list, object, quantity, text } from "./types.ts";

export const PilotDifference = object("PilotDifference", {
  doc: "One way in which the pilot is easier than production, and when that difference goes away.",
  inline: true,
  keys: {
    what: key(text, {
      doc: "What is different, in plain words, for example `No French or German tickets`.",
      principle: "pilot-is-not-production",
      placeholder: "what is different in the pilot",
    }),
    "closed-by": key(date, {
      doc: "The day by which the difference is gone and the pilot is like production in this respect, for example `2026-06-30`.",
      principle: "pilot-is-not-production",
      placeholder: "date it is closed YYYY-MM-DD",
    }),
  },
});

export const Pilot = object("Pilot", {
  doc: "On whom and on how much the system is tried out, and how that differs from production. A pilot has everything production has not: clean data, simple cases, people watching.",
  keys: {
    population: key(text, {
      doc: "Whose cases the pilot covers, for example `English tickets of two product lines`.",
      due: "pilot",
      principle: "pilot-is-not-production",
      placeholder: "whose cases the pilot covers",
    }),
    volume: key(quantity("rate", "320 item/d"), {
      doc: "How many cases go through the pilot, for example `320 item/d`. It decides how long it takes until the numbers mean something.",
      due: "pilot",
      principle: "pilot-is-not-production",
      placeholder: "cases in the pilot e.g. 320 item/d",
    }),
    "differs-from-production": key(list(PilotDifference), {
      doc: "Each way in which the pilot is easier than production, with the day the difference is closed, for example `[{what: No French tickets, closed-by: 2026-06-30}]`.",
      principle: "pilot-is-not-production",
      placeholder: "differences between pilot and production",
    }),
  },
});

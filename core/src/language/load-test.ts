import { date, key, link, object, quantity } from "./types.ts";

export const LoadTest = object("LoadTest", {
  doc: "The test that showed the whole chain of systems carries the peak load.",
  inline: true,
  keys: {
    rate: key(quantity("rate", "1000 item/h"), {
      doc: "The load that was applied, for example `1000 item/h`. It should be at least `load.peak`.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "load applied e.g. 1000 item/h",
    }),
    duration: key(quantity("duration", "2 h"), {
      doc: "How long it was applied, for example `2 h`.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "how long e.g. 2 h",
    }),
    date: key(date, {
      doc: "The day of the test, such as `2026-06-10`. It should come before go-live.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "date of the test YYYY-MM-DD",
    }),
    report: key(link("document"), {
      doc: "The report of the test, as a path or a web address, for example `./tests/load-2026-06.md`.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "path to the report",
    }),
  },
});

import { date, key, object, quantity } from "./types.ts";

export const Measured = object("Measured", {
  doc: "What was really measured once the system was live, to be held against the targets.",
  inline: true,
  keys: {
    "month-1": key(quantity("metric", "3.1 h"), {
      doc: "The value measured one month after go-live, for example `3.1 h`.",
      principle: "review-is-signal",
      placeholder: "value measured in month one e.g. 3.1 h",
    }),
    "month-6": key(quantity("metric", "1.6 h"), {
      doc: "The value measured six months after go-live, for example `1.6 h`.",
      principle: "review-is-signal",
      placeholder: "value measured in month six e.g. 1.6 h",
    }),
  },
});

export const Target = object("Target", {
  doc: "The numbers one metric has to reach. Month one is early proof and month six is sustained performance: two different benchmarks.",
  inline: true,
  keys: {
    baseline: key(quantity("metric", "4.2 h"), {
      doc: "Where the metric stands today, without the system, for example `4.2 h`. Without it nobody can tell later whether the system helped.",
      principle: "numeric-criteria",
      placeholder: "value today e.g. 4.2 h",
    }),
    "baseline-measured": key(date, {
      doc: "The day the baseline was measured, for example `2026-01-15`.",
      principle: "numeric-criteria",
      placeholder: "date measured YYYY-MM-DD",
    }),
    "pilot-exit": key(quantity("metric", "85%"), {
      doc: "The value the pilot has to reach before the system may go live, for example `85%`.",
      principle: "numeric-criteria",
      placeholder: "value that ends the pilot e.g. 3.5 h",
    }),
    "month-1": key(quantity("metric", "3 h"), {
      doc: "The value to reach one month after go-live, as a number with its unit, for example `3 h`. No `<` or `>` in front; the metric's `direction` says which way is better.",
      due: "proposal",
      ownedBy: "missing-benchmark",
      principle: "numeric-criteria",
      placeholder: "month-one target e.g. 3 h",
    }),
    "month-6": key(quantity("metric", "1.5 h"), {
      doc: "The value to reach and hold six months after go-live, for example `1.5 h`. It should be at least as good as month one.",
      due: "proposal",
      ownedBy: "missing-benchmark",
      principle: "numeric-criteria",
      placeholder: "month-six target e.g. 1.5 h",
    }),
    "worst-slice": key(quantity("metric", "80%"), {
      doc: "The weakest value that is acceptable for any one of the metric's `slices`, such as a single language, for example `80%`.",
      principle: "pilot-is-not-production",
      placeholder: "weakest value allowed for one group e.g. 4 h",
    }),
    measured: key(Measured, {
      doc: "What was really measured after one and six months, for example `{month-1: 3.1 h, month-6: 1.6 h}`.",
      principle: "review-is-signal",
      placeholder: "values measured after go-live",
    }),
  },
});

import { key, list, object, quantity, reference, text } from "./types.ts";

export const Gate = object("Gate", {
  doc: "Evidence needed to enter a rollout step: a metric that has held a value for some time.",
  inline: true,
  keys: {
    metric: key(reference("metric"), {
      doc: "The metric that decides: the id of one of the `metrics`.",
      due: "pilot",
      principle: "stepwise-oversight",
      placeholder: "id of a metric",
    }),
    slice: key(text, {
      doc: "Ask it of each group on its own instead of the average: one of the metric's `slices`, such as `language`.",
      principle: "pilot-is-not-production",
      placeholder: "group to look at apart e.g. language",
    }),
    "at-least": key(quantity("metric", "88%"), {
      doc: "The metric must be this high or higher, for example `88%`. Write one of `at-least`, `at-most` and `within`.",
      due: "pilot",
      group: "condition",
      suits: "higher",
      principle: "stepwise-oversight",
      placeholder: "lowest value that opens the gate",
    }),
    "at-most": key(quantity("metric", "8%"), {
      doc: "The metric must be this low or lower, for example `8%`. Write one of `at-least`, `at-most` and `within`.",
      due: "pilot",
      group: "condition",
      suits: "lower",
      principle: "stepwise-oversight",
      placeholder: "highest value that opens the gate",
    }),
    within: key(list(quantity("metric", "10 item"), { length: 2 }), {
      doc: "The metric must lie in this range, written as its lower and upper end, for example `[10 item, 40 item]`. Write one of `at-least`, `at-most` and `within`.",
      due: "pilot",
      group: "condition",
      suits: "target",
      principle: "stepwise-oversight",
      placeholder: "end of the range e.g. 10 item",
    }),
    for: key(quantity("duration", "2 w"), {
      doc: "How long it must have held, for example `2 w`. A single good day is no evidence.",
      principle: "stepwise-oversight",
      placeholder: "how long it held e.g. 2 w",
    }),
    "min-samples": key(quantity(["number", "count"], "3000"), {
      doc: "How many reviewed cases the evidence must rest on, for example `3000`.",
      principle: "stepwise-oversight",
      placeholder: "number of cases e.g. 3000",
    }),
  },
});

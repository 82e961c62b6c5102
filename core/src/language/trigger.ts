import { choice, key, list, object, quantity, reference, text } from "./types.ts";

export const Trigger = object("Trigger", {
  doc: "An alarm: which metric, beyond which value, for how long, and what happens then.",
  inline: true,
  keys: {
    metric: key(reference("metric"), {
      doc: "The metric it watches: the id of one of the `metrics`.",
      due: "pilot",
      principle: "monitoring-from-day-one",
      placeholder: "id of a metric",
    }),
    slice: key(text, {
      doc: "Watch each group on its own instead of the average: one of the metric's `slices`, such as `language`.",
      principle: "pilot-is-not-production",
      placeholder: "group to watch apart e.g. language",
    }),
    below: key(quantity("metric", "85%"), {
      doc: "It fires when the metric falls below this value, for example `85%`. Write one of `below`, `above` and `outside`.",
      due: "pilot",
      group: "condition",
      suits: "higher",
      principle: "monitoring-from-day-one",
      placeholder: "value it must not fall below",
    }),
    above: key(quantity("metric", "3 s"), {
      doc: "It fires when the metric rises above this value, for example `3 s`. Write one of `below`, `above` and `outside`.",
      due: "pilot",
      group: "condition",
      suits: "lower",
      principle: "monitoring-from-day-one",
      placeholder: "value it must not rise above e.g. 3 s",
    }),
    outside: key(list(quantity("metric", "10 item"), { length: 2 }), {
      doc: "It fires when the metric leaves this range, written as its lower and upper end, for example `[10 item, 40 item]`. Write one of `below`, `above` and `outside`.",
      due: "pilot",
      group: "condition",
      suits: "target",
      principle: "monitoring-from-day-one",
      placeholder: "end of the range e.g. 10 item",
    }),
    for: key(quantity("duration", "1 w"), {
      doc: "How long it must last before the alarm fires, so that a single bad hour wakes nobody, for example `1 w`. It should be longer than the metric's `label-delay`.",
      due: "pilot",
      principle: "monitoring-from-day-one",
      placeholder: "how long it lasts e.g. 1 w",
    }),
    "min-samples": key(quantity(["number", "count"], "1500"), {
      doc: "How many cases must be measured before the alarm may fire, for example `1500`. With too few, chance alone sets it off.",
      principle: "monitoring-from-day-one",
      placeholder: "number of cases e.g. 1500",
    }),
    severity: key(
      choice({
        sev1: "Critical: people are called at any hour",
        sev2: "Serious: needs attention today",
        sev3: "Moderate: needs attention within days",
        sev4: "Minor: to be looked at when there is time",
      }),
      {
        doc: "How bad it is, from `sev1` (critical, people are called at any hour) to `sev4` (minor).",
        due: "pilot",
        principle: "escalation-before-go-live",
        placeholder: "sev1 or sev2 or sev3 or sev4",
      },
    ),
    do: key(
      choice({
        review: "Start one of the reviews",
        notify: "Tell the people on the escalation path",
        "step-back": "Go back to the rollout step before",
        pause: "Stop handling new items until someone decides",
        rollback: "Take the system out of use, as `rollout.rollback` says",
      }),
      {
        doc: "What happens when it fires: `review`, `notify`, `step-back`, `pause` or `rollback`. All but `review` need `escalate`.",
        due: "pilot",
        principle: "reviews-follow-data",
        placeholder: "what happens e.g. review",
      },
    ),
    escalate: key(reference("escalation-path"), {
      doc: "Who is told, and who next if nobody answers: the id of one of the `escalation-paths`. Needed unless `do` is `review`.",
      principle: "escalation-before-go-live",
      placeholder: "id of an escalation path",
    }),
  },
});

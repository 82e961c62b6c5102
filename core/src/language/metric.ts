import { choice, key, link, list, object, quantity, reference, text, unit, where } from "./types.ts";

export const Metric = object("Metric", {
  doc: "Something this plan measures. Every target, alarm and gate names one of the metrics, so each number has one unit and one direction.",
  inline: true,
  keys: {
    kind: key(
      choice({
        business: "What the business gains, e.g. time saved or cases solved",
        quality: "How good the output of the system is, e.g. its accuracy",
        reliability: "Whether the system answers, and in time, e.g. availability or latency",
        oversight: "What the people who review the output do, e.g. how often they overrule it",
        data: "What happens to the input, e.g. whether it drifts away from what the model learned",
        cost: "What running the system costs",
      }),
      {
        doc: "What the metric tells: `business`, `quality`, `reliability`, `oversight`, `data` or `cost`. The KPI of the outcome must be of kind `business`.",
        due: "proposal",
        principle: "numeric-criteria",
        placeholder: "kind of metric e.g. quality",
      },
    ),
    unit: key(unit, {
      doc: "The unit it is measured in: `h`, `percent`, `EUR`, `item/d`, or a word such as `ratio` for a plain number. Write the word `percent`: YAML does not allow a bare percent sign here.",
      due: "proposal",
      principle: "numeric-criteria",
      placeholder: "unit e.g. h or percent",
    }),
    direction: key(
      choice({
        higher: "Higher is better",
        lower: "Lower is better",
        target: "Closer to the target is better, on either side",
      }),
      {
        doc: "Which way is better: `higher`, `lower`, or `target` when it should stay close to a value. That is why numbers are written without `>` or `<`.",
        due: "proposal",
        principle: "numeric-criteria",
        placeholder: "higher or lower or target",
      },
    ),
    measures: key(
      choice({
        latency: "How long an answer takes",
        availability: "The share of time, or of requests, in which the system works",
        accuracy: "The share of outputs that are right",
        cost: "What an item or a month costs",
        volume: "How many items go through",
        drift: "How far the input has moved away from what the model was trained on",
        other: "Anything else",
      }),
      {
        doc: "The well-known quantity behind the metric, if it is one: `latency`, `availability`, `accuracy`, `cost`, `volume`, `drift` or `other`. It lets the plan be checked against the limits of its systems.",
        principle: "monitoring-from-day-one",
        placeholder: "what it measures e.g. latency",
      },
    ),
    source: key(reference("data-source"), {
      doc: "The data source the metric is computed from: the id of one of the `data-sources`. A metric that nothing feeds cannot be measured on the first day.",
      due: "pilot",
      when: where("kind", "business", "quality", "oversight", "data"),
      principle: "monitoring-from-day-one",
      placeholder: "id of a data source",
    }),
    slo: key(link("openslo", { fragment: true }), {
      doc: "The service level objective (SLO, the agreed level of service) in an OpenSLO file, followed by `#` and its name, for example `./slo/routing.openslo.yaml#routing-latency`.",
      principle: "monitoring-from-day-one",
      placeholder: "path to the OpenSLO file and name of the objective",
    }),
    "label-delay": key(quantity("duration", "3 d"), {
      doc: "How long it takes until the truth is known for a case, e.g. until a routed ticket is closed: `3 d`. No alarm or gate can see quality sooner.",
      principle: "monitoring-from-day-one",
      placeholder: "time until the truth is known e.g. 3 d",
    }),
    slices: key(list(text), {
      doc: "The groups to look at one by one, such as `[language, channel]`. A good average can hide one group for which the system fails.",
      principle: "pilot-is-not-production",
      placeholder: "group to look at apart e.g. language",
    }),
  },
});

import { Gate } from "./gate.ts";
import {
  date,
  dateOrMilestone,
  firstItem,
  id,
  key,
  laterItems,
  list,
  object,
  quantity,
  share,
  unlessSuggest,
} from "./types.ts";

export const RolloutStep = object("RolloutStep", {
  doc: "One step of the rollout: how much of the traffic the system handles, how much of that people review, and what evidence opens it.",
  inline: true,
  keys: {
    id: key(id("rollout-step"), {
      doc: "A short name for the step, in lower case: `shadow`, `canary`, `half`, `full`.",
      due: "pilot",
      when: unlessSuggest,
      principle: "stepwise-oversight",
      placeholder: "name of the step e.g. canary",
    }),
    traffic: key(share("10%"), {
      doc: "The share of the items that the system really handles in this step, for example `10%`. It should grow from step to step.",
      due: "pilot",
      when: unlessSuggest,
      principle: "stepwise-oversight",
      placeholder: "share of items it handles",
    }),
    mirror: key(share("10%"), {
      doc: "The share of the items that the system sees without anything being done with its answer (a shadow run), for example `10%`.",
      principle: "stepwise-oversight",
      placeholder: "share of items it only sees",
    }),
    review: key(share("100%"), {
      doc: "The share of the system's output that people review, for example `100%`. It falls step by step as the metrics hold, and not to zero.",
      due: "pilot",
      when: unlessSuggest,
      principle: "stepwise-oversight",
      placeholder: "share of output people review",
    }),
    starts: key(dateOrMilestone, {
      doc: "When the step begins: a date or the name of a milestone, `pilot-start`. The first step needs it; later ones wait for evidence.",
      due: "pilot",
      when: firstItem,
      principle: "right-order",
      placeholder: "date or milestone e.g. pilot-start",
    }),
    "min-duration": key(quantity("duration", "2 w"), {
      doc: "How long the step lasts at the least, for example `2 w`.",
      principle: "stepwise-oversight",
      placeholder: "shortest duration e.g. 2 w",
    }),
    entered: key(date, {
      doc: "The day the step was really entered, for example `2026-07-06`.",
      principle: "stepwise-oversight",
      placeholder: "date entered YYYY-MM-DD",
    }),
    when: key(list(Gate), {
      doc: "The evidence needed to enter this step, for example `[{metric: routing-accuracy, at-least: 88%, for: 2 w}]`. Every gate in the list must hold. Needed from the second step on.",
      due: "pilot",
      when: laterItems,
      principle: "stepwise-oversight",
      placeholder: "evidence needed to enter the step",
    }),
  },
});

import type { ModelCard } from "../../artifacts/artifact.ts";
import { placeholder, type Stub } from "../../edits/stub.ts";
import { cardValue } from "../../figures/card-value.ts";
import { Artifacts, type Metric, type Target } from "../../language/index.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

type Measurement = ModelCard["metrics"][number];

export default defineRule({
  id: "model-card-below-target",
  principle: "numeric-criteria",
  severity: from("pilot", "warning"),
  summary: "The model that goes into the pilot reaches by its own card what it must reach to leave it.",
  why: `The model card holds what was measured on the data that the model was tested with, mostly kinder data than the live one. If
even that is below what the pilot has to reach, weeks of pilot only confirm what was known before. The gap is then closed by
bargaining about the target. Without a card nobody can tell on which data the model was measured, or whether it was.`,
  silent: `Before the pilot; where the card can't be read; for numbers of a part of the data (a slice); for metrics whose direction is
\`target\`; and where it is not certain that the card speaks of the metric: its name there is the id of the metric, or it is
\`accuracy\` and one metric alone \`measures: accuracy\`. Where the card has several numbers of one name, all of them must
be weaker. Without a card it is information, and only where a metric of kind \`quality\` has a \`pilot-exit\`.`,
  source:
    "Article, Agreeing on what success looks like before you build; Model Cards for Model Reporting (Mitchell et al., 2019)",
  reads: ["metrics", "success-criteria", "artifacts"],
  examples: {
    bad: [
      {
        plan: `
-- plan.aiplan --
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, measures: accuracy}
  macro-f1: {kind: quality, unit: ratio, direction: higher}
  word-error-rate: {kind: quality, unit: percent, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 90%, month-1: 91%, month-6: 93%}
#                                  ^^^ By its model card the model has an \`accuracy\` of 87.6%, but \`routing-accuracy\` must be at least 90% to leave the pilot
    macro-f1: {pilot-exit: 0.9}
#                          ^^^ By its model card the model has a \`Macro F1\` of 0.842, but \`macro-f1\` must be at least 0.9
    word-error-rate: {pilot-exit: 5%}
#                                 ^^ By its model card the model has a \`word_error_rate\` of 7.2%, but \`word-error-rate\` must be at most 5%
artifacts: {model: router-v3, model-card: ./router.modelcard.json}
-- router.modelcard.json --
{
  "model_details": {"name": "router"},
  "quantitative_analysis": {
    "performance_metrics": [
      {"type": "accuracy", "value": "0.876"},
      {"type": "accuracy", "value": "0.93", "slice": "language: en"},
      {"type": "Macro F1", "value": "0.842"},
      {"type": "word_error_rate", "value": "7.2"}
    ]
  }
}
`,
      },
      {
        plan: `
stage: production
#      ^^^^^^^^^^ There is no model card
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 90%}
`,
        fixed: `
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 90%}
artifacts: {model-card: <path to the model card>}
`,
      },
      {
        plan: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 90%}
artifacts: {model: router-v3}
^^^^^^^^^ There is no model card, so nothing shows what the model reached before the pilot
`,
        fixed: `
stage: pilot
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 90%}
artifacts: {model: router-v3, model-card: <path to the model card>}
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
stage: production
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, measures: accuracy}
  worst: {kind: quality, unit: percent, direction: higher}
  mix: {kind: quality, unit: percent, direction: target}
  recall: {kind: quality, unit: percent, direction: higher}
  calibration: {kind: quality, unit: ratio, direction: lower}
  speed: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {pilot-exit: 87.6%}
    worst: {pilot-exit: 95%}
    mix: {pilot-exit: 95%}
    recall: {pilot-exit: 80%}
    calibration: {pilot-exit: <value to leave the pilot>}
    speed: {pilot-exit: 2 s}
artifacts: {model-card: ./router.modelcard.json}
-- router.modelcard.json --
{
  "model_details": {"name": "router"},
  "quantitative_analysis": {
    "performance_metrics": [
      {"type": "accuracy", "value": "0.876"},
      {"type": "worst", "value": "0.7", "slice": "language: de"},
      {"type": "mix", "value": "0.7"},
      {"type": "recall", "value": "0.7"},
      {"type": "recall", "value": "0.9"},
      {"type": "calibration", "value": "0.031"},
      {"type": "speed", "value": "3"}
    ]
  }
}
`,
      `
-- plan.aiplan --
stage: pilot
metrics:
  first: {kind: quality, unit: percent, direction: higher, measures: accuracy}
  second: {kind: quality, unit: percent, direction: higher, measures: accuracy}
success-criteria:
  targets:
    first: {pilot-exit: 90%}
    second: {pilot-exit: 90%}
artifacts: {model-card: ./router.modelcard.json}
-- router.modelcard.json --
{"model_details": {"name": "router"}, "quantitative_analysis": {"performance_metrics": [{"type": "accuracy", "value": "0.5"}]}}
`,
      `
stage: pilot
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
  speed: {kind: reliability, unit: s, direction: lower}
success-criteria:
  targets:
    accuracy: {month-1: 90%}
    speed: {pilot-exit: 2 s}
`,
      `
stage: pilot
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {pilot-exit: 90%}
artifacts: {model-card: https://huggingface.co/example/router}
`,
      `
stage: build
metrics:
  accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    accuracy: {pilot-exit: 90%}
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const artifacts = plan.get("artifacts");
      if (artifacts ? isWritten(artifacts, "model-card") : isWritten(plan, "artifacts")) return;
      const targets = plan.get("success-criteria")?.get("targets")?.items() ?? [];
      const first = targets.find(
        ({ id, value }) =>
          value.get("pilot-exit")?.value && context.find("metric", id)?.get("kind")?.value === "quality",
      );
      if (first) reportAbsence(first.id, first.value, context);
    },
    Target(target, context) {
      const metric = context.find("metric", target.key?.text);
      const exit = target.get("pilot-exit");
      const card = context.linked("model card", context.plan.get("artifacts")?.get("model-card"));
      if (!metric || !exit?.value || !card) return;
      const measured = measurementsOf(target.key?.text ?? "", metric, card, context);
      const weaker = measured.map((one) => ({ ...one, quantity: weakerThan(exit.value!, one, metric) }));
      const [first] = weaker;
      if (!first?.quantity || weaker.some(({ quantity }) => !quantity)) return;
      const most = metric.get("direction")?.value === "lower" ? "at most" : "at least";
      context.report(
        exit,
        `By its model card the model has ${/^[aeiou]/i.test(first.name.value) ? "an" : "a"} ${shown(first.name.value)} of ${formatQuantity(first.quantity)}, but \`${target.key?.text}\` must be ${most} ${formatQuantity(exit.value)} to leave the pilot: live data is seldom kinder than what a model was tested with, so the pilot will most likely confirm that it fails. Improve the model first, or agree on another target.`,
        { related: weaker.map(({ value }) => ({ at: value.place, message: "What the model card says" })) },
      );
    },
  },
});

/** The numbers of the card that are certain to speak of the metric, each measured on all of the data. */
function measurementsOf(
  id: string,
  metric: NodeOf<typeof Metric>,
  card: ModelCard,
  context: RuleContext,
): readonly Measurement[] {
  const whole = card.metrics.filter(({ slice }) => slice === undefined);
  const byId = whole.filter(({ name }) => plain(name.value) === plain(id));
  if (byId.length > 0 || metric.get("measures")?.value !== "accuracy") return byId;
  const ids = new Set(context.definitionsOf("metric").map((one) => one.id));
  const rivals = [...ids].filter((one) => context.find("metric", one)?.get("measures")?.value === "accuracy");
  return rivals.length > 1 ? [] : whole.filter(({ name }) => plain(name.value) === "accuracy");
}

/** `Macro F1`, `macro_f1` and `macro-f1` are one name. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** What was measured, if it is weaker than the target; undefined where it is not, or can't be compared. */
function weakerThan(target: Quantity, { value }: Measurement, metric: NodeOf<typeof Metric>): Quantity | undefined {
  const quantity = cardValue(value.value, target);
  const difference = quantity && compare(quantity, target);
  const direction = metric.get("direction")?.value;
  const isWeaker = direction === "higher" ? (difference ?? 0) < 0 : direction === "lower" && (difference ?? 0) > 0;
  return isWeaker ? quantity : undefined;
}

function reportAbsence(id: string, target: NodeOf<typeof Target>, context: RuleContext): void {
  const exit = target.get("pilot-exit");
  const artifacts = context.plan.get("artifacts");
  const key = Artifacts.keys["model-card"];
  const card: Stub = { kind: "map", inline: true, entries: [["model-card", placeholder(key.placeholder)]] };
  const fix = artifacts
    ? context.insertFix("Insert `model-card`", artifacts, [{ name: "model-card", key }])
    : context.insertFix("Insert `artifacts`", context.plan, [{ name: "artifacts", value: card }]);
  context.report(
    context.checked.sectionPlace("artifacts"),
    `There is no model card, so nothing shows what the model reached before the pilot: whether \`${id}\` can reach ${exit?.value ? formatQuantity(exit.value) : ""} is then found out on live work. Link the card: \`artifacts.model-card\`.`,
    {
      severity: "info",
      related: exit ? [{ at: exit, message: "What must be reached to leave the pilot" }] : [],
      fixes: [fix],
    },
  );
}

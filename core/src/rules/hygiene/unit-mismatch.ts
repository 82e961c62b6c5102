import { fitsUnit, type Quantity, readQuantity, type Unit } from "../../quantity/index.ts";
import { withUnit } from "../../quantity/quantity-of.ts";
import { type MapNode, type Node, type ScalarNode, walk } from "../../syntax/nodes.ts";
import { keyNameOf } from "../key-of.ts";
import { enumerate } from "../messages.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { dimensionName, shown } from "../words.ts";

export default defineRule({
  id: "unit-mismatch",
  principle: "numeric-criteria",
  severity: always("error"),
  summary: "A value measures what its key, or its metric, measures; money is in one currency throughout a plan.",
  why: `Hours cannot be compared with percent, and euros not with dollars. A target in one and an alarm in the other are two
numbers that never meet: the alarm stays silent, and the case for the system adds up only on paper.`,
  silent: `Where the metric is not defined or its unit cannot be read, and between units of one kind, such as minutes and hours.`,
  source: "The plan language: quantities; ISO 4217",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
systems:
  helpdesk: {timeout: 60 req/min, rate-limit: 60, availability: 0.999}
#                     ^^^^^^^^^^ \`60 req/min\` is a rate (how many in a time), but \`timeout\` is a length of time, such as \`2 s\`.
#                                             ^^ \`60\` has no unit, but \`rate-limit\` is a rate (how many in a time), such as \`60 req/min\`.
#                                                               ^^^^^ \`0.999\` has no unit, but \`availability\` is a percentage, such as \`99.9%\`.
`,
      },
      {
        plan: `
rollout:
  steps:
    - {id: canary, traffic: 10, review: 100%}
#                           ^^ \`10\` has no unit, but \`traffic\` is a percentage, such as \`10%\`.
`,
        fixed: `
rollout:
  steps:
    - {id: canary, traffic: 10%, review: 100%}
`,
      },
      {
        plan: `
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88, month-6: 93%, measured: {month-1: 4 h}}
#                               ^^ \`88\` has no unit, but \`routing-accuracy\` is measured in \`percent\`: \`88%\`?
#                                                                     ^^^ \`4 h\` is a length of time, but \`routing-accuracy\` is measured in \`percent\`
    time-to-right-team: {baseline: 4.2, month-1: 180 min, month-6: 1.5 h}
#                                  ^^^ \`4.2\` has no unit, but \`time-to-right-team\` is measured in \`h\`: \`4.2 h\`?
triggers:
  late: {metric: time-to-right-team, outside: [1 h, 10%]}
#                                                   ^^^ \`10%\` is a percentage, but \`time-to-right-team\` is measured in \`h\`
`,
      },
      {
        plan: `
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88}
#                               ^^ \`88\` has no unit
`,
        fixed: `
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  targets:
    routing-accuracy: {month-1: 88%}
`,
      },
      {
        plan: `
economics:
  build-cost: 180000 EUR
  fixed-cost: 5200 EUR/mo
  cost-per-item: 0.04 USD/item
#                ^^^^^^^^^^^^^ \`0.04 USD/item\` is in USD, but this plan reckons in EUR
metrics:
  saving: {unit: EUR}
success-criteria:
  targets:
    saving: {month-1: 500 USD}
#                     ^^^^^^^ \`500 USD\` is an amount of money in USD, but \`saving\` is measured in \`EUR\`
`,
      },
    ],
    good: [
      `
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
  handled: {kind: business, unit: tickets, direction: higher}
  input-drift: {kind: data, unit: psi, direction: lower}
success-criteria:
  targets:
    time-to-right-team: {month-1: 180 min, month-6: <month-six target>}
    handled: {month-1: 300, month-6: 400 items}
    input-drift: {month-1: 0.2, month-6: 0.1 psi}
    not-defined: {month-1: 4 h, month-6: 3%}
economics: {build-cost: 180000 EUR, cost-per-item: 0.04 EUR/ticket}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, example } of problemsOf(file, "wrong-dimension")) checkDimension(context, node, example);
    },
    Target: (target, context) => checkMetric(context, target, target.key?.text),
    Measured(measured, context) {
      const target = measured.parent;
      checkMetric(context, measured, target?.key?.text);
    },
    Trigger: (trigger, context) => checkMetric(context, trigger, trigger.get("metric")?.value),
    Gate: (gate, context) => checkMetric(context, gate, gate.get("metric")?.value),
    // Last, so that a value in the wrong currency for its metric is reported once.
    Plan: (_, context) => checkCurrency(context),
  },
});

const PERCENT: Unit = { unit: "%", dimension: "share" };

/** A value that its key does not take, whatever the metric. */
function checkDimension(context: RuleContext, node: ScalarNode, example: string): void {
  if (node.type?.kind !== "quantity" || node.type.dimension === "metric") return;
  const expected = enumerate([node.type.dimension].flat().map(dimensionName), "or");
  const fact = `${shown(node.text)} ${describe(node.text)}, but \`${keyNameOf(node)}\` is ${expected}, such as`;
  const { quantity } = readQuantity(node.text);
  const instead = node.type.dimension === "share" && quantity && withUnitOf(quantity, PERCENT);
  context.report(node, `${fact} \`${instead || example}\`.`, { fixes: instead ? rewrite(context, node, instead) : [] });
}

/** The values of a metric in an object, each against the unit of the metric. */
function checkMetric(context: RuleContext, object: MapNode, id: string | undefined): void {
  const metric = context.find("metric", id);
  const unit = metric?.get("unit");
  if (!metric || !unit?.value) return;
  for (const node of metricValues(object)) {
    if (!node.value || fitsUnit(node.value, unit.value)) continue;
    const instead = withUnitOf(node.value, unit.value);
    const message = `${shown(node.text)} ${describe(node.text)}, but \`${id}\` is measured in ${shown(unit.text)}`;
    context.report(node, instead ? `${message}: \`${instead}\`?` : `${message}, so the two can't be compared.`, {
      related: [{ at: unit, message: `The unit of \`${id}\`` }],
      fixes: instead ? rewrite(context, node, instead) : [],
    });
  }
}

function* metricValues(object: MapNode): Generator<ScalarNode<Quantity>> {
  for (const { value } of object.entries)
    for (const node of value.kind === "list" ? value.all : [value])
      if (isQuantity(node) && node.type.dimension === "metric") yield node;
}

/** The number with the unit of the metric, where the author has only left that out. */
function withUnitOf(quantity: Quantity, unit: Unit): string | undefined {
  if (quantity.unit !== "") return undefined;
  // 0.88 may be meant as 88%, or as less than one percent.
  if (unit.dimension === "share" && Math.abs(quantity.value) <= 1) return undefined;
  return withUnit(quantity.text.trim(), unit.unit);
}

function describe(text: string): string {
  const quantity = readQuantity(text).quantity;
  if (!quantity || quantity.unit === "") return "has no unit";
  const currency = quantity.currency === undefined ? "" : ` in ${quantity.currency}`;
  return `is ${dimensionName(quantity.dimension)}${currency}`;
}

/** Amounts in another currency than most of the plan, or than the first one where as many are in each. */
function checkCurrency(context: RuleContext): void {
  const found = new Map<string, ScalarNode<Quantity | Unit>[]>();
  for (const node of context.file.sections.flatMap(({ value, broken }) => (broken ? [] : walk(value)))) {
    if (!isQuantity(node) && !isUnit(node)) continue;
    const currency = node.value?.currency;
    if (currency === undefined || !fitsItsMetric(context, node)) continue;
    const same = found.get(currency) ?? [];
    found.set(currency, same);
    same.push(node);
  }
  const [main, ...others] = [...found].sort(([, a], [, b]) => b.length - a.length);
  const first = main?.[1][0];
  if (!main || !first) return;
  for (const [currency, nodes] of others)
    for (const node of nodes)
      if (isQuantity(node))
        context.report(
          node,
          `${shown(node.text)} is in ${currency}, but this plan reckons in ${main[0]}. Costs and returns add up only in one currency: convert this amount.`,
          { related: [{ at: first, message: `In ${main[0]}` }] },
        );
}

/** Has the value not been reported already, for its metric has another unit? */
function fitsItsMetric(context: RuleContext, node: ScalarNode): boolean {
  return !context.findings.some(({ place }) => place.start === context.checked.place(node).start);
}

function isUnit(node: Node): node is ScalarNode<Unit> {
  return node.kind === "scalar" && node.type?.kind === "unit";
}

function isQuantity(node: Node): node is ScalarNode<Quantity> & { type: { kind: "quantity"; dimension: unknown } } {
  return node.kind === "scalar" && node.type?.kind === "quantity";
}

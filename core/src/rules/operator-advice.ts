import { type OperatorMeaning, operatorMeaning } from "../quantity/index.ts";
import { containerType, type MapNode, type ScalarNode } from "../syntax/nodes.ts";
import { keyNameOf } from "./key-of.ts";
import type { RuleContext } from "./rule-context.ts";

type Side = "more" | "less" | "other";

const SIDES: Readonly<Record<OperatorMeaning, Side>> = {
  above: "more",
  "at-least": "more",
  below: "less",
  "at-most": "less",
  about: "other",
  exactly: "other",
  not: "other",
};

/** The keys that say which way a condition goes, by the type of object they stand in. */
const CONDITIONS: Readonly<Record<string, Readonly<Record<Side, string>>>> = {
  Trigger: { more: "above", less: "below", other: "outside" },
  Gate: { more: "at-least", less: "at-most", other: "within" },
};

/**
 * What to write in place of a comparison in front of a quantity, such as the `>=` of `>= 92%`.
 *
 * @param node the value that has the comparison, where it could be read
 */
export function operatorAdvice(
  context: RuleContext,
  node: ScalarNode | undefined,
  { operator, rest }: { readonly operator: string; readonly rest: string },
): string {
  const meaning = operatorMeaning(operator);
  const side = meaning ? SIDES[meaning] : "other";
  return `Write \`${rest}\` without \`${operator}\`: ${node ? reason(context, node, operator, side) : "a quantity has no operator; the key, or a metric's `direction`, says which way is meant."}`;
}

function reason(context: RuleContext, node: ScalarNode, operator: string, side: Side): string {
  const object = objectAround(node);
  const type = object && containerType(object);
  const name = type?.kind === "object" ? type.name : "";
  const key = keyNameOf(node);
  const keys = CONDITIONS[name];
  if (keys && Object.values(keys).includes(key)) return condition(keys, key, operator, side);
  if (object && (name === "Target" || name === "Measured")) {
    const target = name === "Measured" && object.parent?.kind === "map" ? object.parent : object;
    return direction(context, target.key?.text ?? "", operator, side);
  }
  return `\`${key}\` is one number to compute with, and the key itself says how it is meant.`;
}

function condition(keys: Readonly<Record<Side, string>>, key: string, operator: string, side: Side): string {
  const range = `For a range write \`${keys.other}: [lowest, highest]\`.`;
  if (key === keys.other) return `\`${key}\` takes the two ends of a range, each as a plain number.`;
  if (side === "other") return `\`${key}\` takes one exact value. ${range}`;
  if (keys[side] === key) return `the key \`${key}\` already says which way.`;
  return `the key \`${key}\` says which way, and \`${operator}\` says the opposite. If that is what you mean, use the key \`${keys[side]}\`.`;
}

function direction(context: RuleContext, metric: string, operator: string, side: Side): string {
  const value = context.find("metric", metric)?.get("direction")?.value;
  const better = value === "higher" ? "more" : value === "lower" ? "less" : undefined;
  if (!better) return "for a target the metric's `direction` says which way is better.";
  if (side === "other" || side === better) return `\`${metric}\` has \`direction: ${value}\`, which already says so.`;
  return `\`${metric}\` has \`direction: ${value}\`, and \`${operator}\` says the opposite. If that is what you mean, change the direction.`;
}

function objectAround(node: ScalarNode): MapNode | undefined {
  const holder = node.parent?.kind === "list" ? node.parent.parent : node.parent;
  return holder?.kind === "map" ? holder : undefined;
}

import { sectionOfKind } from "../language/index.ts";
import type { DefinitionKind, QuantityType, ValueType } from "../language/types.ts";
import type { Dimension } from "../quantity/index.ts";

const MEASURES: Readonly<Record<Dimension | "metric", string>> = {
  duration: "duration",
  share: "percentage",
  money: "amount of money",
  data: "amount of data",
  count: "count",
  number: "number",
  rate: "rate",
  "money-rate": "amount of money over time",
  "money-per-count": "amount of money for each item",
  "data-rate": "amount of data over time",
  metric: "number in the unit of the metric",
};

/** What is written for a value of this type, in a few words of Markdown. */
export function formOf(type: ValueType): string {
  switch (type.kind) {
    case "text":
      return "text";
    case "choice":
      return oneOf(Object.keys(type.choices));
    case "boolean":
      return "`true` or `false`";
    case "number":
      return numberForm(type.minimum, type.maximum);
    case "date":
      return type.orMilestone ? "date or milestone" : "date, `YYYY-MM-DD`";
    case "quantity":
      return quantityForm(type);
    case "unit":
      return "unit, such as `h` or `percent`";
    case "id":
      return "id: small letters, digits, hyphens";
    case "reference": {
      const choices = Object.keys(type.choices ?? {});
      const id = `id of a ${nameOf(type.to)}`;
      return choices.length > 0 ? `${listed(choices)}, or ${id}` : id;
    }
    case "column":
      return "`source.column`";
    case "link":
      return type.orText ? "link or text" : type.fragment ? "link, `path#part`" : "link";
    case "any":
      return "anything";
    case "list":
      return type.length === 2 ? `pair: \`[lower, upper]\`` : `list of ${plural(type.of)}`;
    case "map":
      return `map: ${type.keyName} → ${formOf(type.of)}`;
    case "object":
      return "map of keys";
    case "either":
      return type.of.map(formOf).join("; or ");
  }
}

/** The sections whose ids a value of this type refers to. */
export function refersTo(type: ValueType): string[] {
  return [...new Set(kindsOf(type))].map((kind) => sectionOfKind[kind]);
}

function kindsOf(type: ValueType): DefinitionKind[] {
  if (type.kind === "reference") return [type.to];
  if (type.kind === "column") return ["data-source"];
  if (type.kind === "date") return type.orMilestone ? ["milestone"] : [];
  if (type.kind === "list") return kindsOf(type.of);
  if (type.kind === "map") return type.refersTo ? [type.refersTo] : [];
  return type.kind === "either" ? type.of.flatMap(kindsOf) : [];
}

/** What an id of this kind names, as people say it: "rollout step". */
export function nameOf(kind: DefinitionKind): string {
  return kind.replaceAll("-", " ");
}

function quantityForm({ dimension, example, share }: QuantityType): string {
  const dimensions = typeof dimension === "string" ? [dimension] : dimension;
  const measures = share ? "percentage, 0% to 100%" : dimensions.map((one) => MEASURES[one]).join(" or ");
  return `${measures}, such as \`${example}\``;
}

function numberForm(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `number from ${minimum} to ${maximum}`;
  return minimum === undefined ? "number" : `number, ${minimum} or more`;
}

function plural(type: ValueType): string {
  switch (type.kind) {
    case "choice":
      return listed(Object.keys(type.choices));
    case "reference":
      return `ids of ${sectionOfKind[type.to].replaceAll("-", " ")}`;
    case "text":
      return "texts";
    case "link":
      return "links";
    case "object":
      return "maps";
    default:
      return formOf(type);
  }
}

function oneOf(values: readonly string[]): string {
  return values.length > 1 ? `${listed(values.slice(0, -1))} or \`${values.at(-1)}\`` : `\`${values[0]}\``;
}

function listed(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}

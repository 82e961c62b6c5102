import type { QuantityType, ScalarType } from "../language/types.ts";
import type { Dimension } from "../quantity/index.ts";
import { either, named, type Schema } from "./schema.ts";

export const placeholderSchema: Schema = {
  title: "Placeholder",
  description: "Still to be written: a few words in angle brackets that say what belongs here.",
  type: "string",
  pattern: "^<.+>$",
};

const ID = "^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$";
const DATE = "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$";
const MILESTONE = "^[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*$";

/** What several keys have in common. YAML reads some texts and ids as numbers or booleans. */
export const sharedScalars: Readonly<Record<string, Schema>> = {
  text: {
    title: "Text",
    anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }],
  },
  id: {
    title: "Id",
    anyOf: [{ type: "string", pattern: ID }, { type: "integer", minimum: 0 }, named("placeholder")],
  },
  date: {
    title: "Date",
    examples: ["2026-07-06"],
    anyOf: [{ type: "string", pattern: DATE }, named("placeholder")],
  },
  "date-or-milestone": {
    title: "Date, or name of a milestone",
    examples: ["2026-07-06", "go-live"],
    anyOf: [{ type: "string", pattern: DATE }, { type: "string", pattern: MILESTONE }, named("placeholder")],
  },
  column: {
    title: "Data source and column",
    examples: ["tickets.customer_ref"],
    anyOf: [{ type: "string", pattern: "^[^.\\s]+\\.\\S+$" }, named("placeholder")],
  },
};

export function scalarSchema(type: ScalarType): Schema {
  switch (type.kind) {
    case "text":
    case "reference":
    case "link":
    case "unit":
      return named("text");
    case "choice":
      return either(...constants(type.choices), named("placeholder"));
    case "boolean":
      return either({ type: "boolean" }, named("placeholder"));
    case "number": {
      const { minimum, maximum } = type;
      const range = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
      return either({ type: "number", ...range }, named("placeholder"));
    }
    case "date":
      return named(type.orMilestone ? "date-or-milestone" : "date");
    case "id":
      return named("id");
    case "column":
      return named("column");
    case "quantity":
      return quantitySchema(type);
  }
}

function constants(choices: Readonly<Record<string, string>>): Schema[] {
  return Object.entries(choices).map(([value, doc]) => ({ const: value, description: doc }));
}

const NUMBER = "[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
const SHARE = "(?:100(?:\\.0+)?|\\d{1,2}(?:\\.\\d+)?|\\.\\d+)";
const TIME = "(?:ms|s|min|h|d|w|mo|y|(?:second|minute|hour|day|week|month|year)s?)";
const PER = "(?: ?/ ?| per )";
const CURRENCY = "[A-Z]{3}";
const NOUN = "[A-Za-z][A-Za-z_'-]+";

/** What comes after the number, with its space. Every text that fits is read by the language as this dimension. */
const UNITS: Readonly<Record<Exclude<Dimension, "number">, string>> = {
  duration: ` ?${TIME}`,
  share: " ?(?:%|percent)",
  money: ` ?${CURRENCY}`,
  data: " ?(?:B|kB|MB|GB|TB)",
  count: ` ?${NOUN}`,
  rate: ` ?${NOUN}${PER}${TIME}`,
  "money-rate": ` ?${CURRENCY}${PER}${TIME}`,
  "money-per-count": ` ?${CURRENCY}${PER}${NOUN}`,
  "data-rate": ` ?(?:B|kB|MB|GB|TB)${PER}${TIME}`,
};
/** A metric decides which unit its numbers have: any will do here, and of single letters those that are units. */
const ANY_UNIT = `(?: ?(?:%|${NOUN}|[shdwyB])(?:${PER}(?:${NOUN}|[shdwy]))?| (?:f1|r2))`;

function quantitySchema(type: QuantityType): Schema {
  const { dimension, example } = type;
  const dimensions = typeof dimension === "string" ? [dimension] : dimension;
  const patterns = dimensions.flatMap((one) => (one === "number" ? [] : [patternOf(one, type.share === true)]));
  const numbers = dimensions.some((one) => one === "number" || one === "metric") ? [{ type: "number" }] : [];
  return {
    examples: [example],
    ...either(...patterns.map((pattern) => ({ type: "string", pattern })), ...numbers, named("placeholder")),
  };
}

function patternOf(dimension: Exclude<Dimension, "number"> | "metric", share: boolean): string {
  const unit = dimension === "metric" ? ANY_UNIT : UNITS[dimension];
  return `^${share ? SHARE : NUMBER}${unit}$`;
}

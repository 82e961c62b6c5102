import type { QuantityType, ScalarType } from "../language/types.ts";
import { DIMENSIONS, type Dimension } from "../quantity/index.ts";
import { either, named, type Schema } from "./schema.ts";
import { checked, quantityText, unitText } from "./schema-quantities.ts";

export const placeholderSchema: Schema = {
  title: "Placeholder",
  description: "Still to be written: a few words in angle brackets that say what belongs here.",
  type: "string",
  pattern: "^<.+>$",
};

const ID = "^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$";
const LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))";
/** A day that there is: not every tool looks at `format`, and a word for it would be an error in some. */
const DATE = checked("^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$", `^\\s*(?:[0-9]{4}-${DAY}|${LEAP_YEAR}-02-29)\\s*$`);
const MILESTONE = "^[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*$";

/** What several keys have in common. YAML reads some texts and ids as numbers or booleans. */
export const sharedScalars: Readonly<Record<string, Schema>> = {
  text: {
    title: "Text",
    anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }],
  },
  id: {
    title: "Id",
    anyOf: [{ type: "string", pattern: ID }, { type: "number", minimum: 0 }, { type: "boolean" }, named("placeholder")],
  },
  reference: {
    title: "Id of something that is defined elsewhere",
    anyOf: [{ type: "string", pattern: "\\S" }, { type: "number" }, { type: "boolean" }],
  },
  unit: {
    title: "Unit",
    examples: ["h", "percent", "item/d"],
    anyOf: [unitText, { type: "boolean" }, named("placeholder")],
  },
  date: {
    title: "Date",
    examples: ["2026-07-06"],
    anyOf: [DATE, named("placeholder")],
  },
  "date-or-milestone": {
    title: "Date, or name of a milestone",
    examples: ["2026-07-06", "go-live"],
    anyOf: [DATE, { type: "string", pattern: MILESTONE }, named("placeholder")],
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
    case "link":
      return named("text");
    case "reference":
    case "unit":
    case "id":
    case "column":
      return named(type.kind);
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
    case "quantity":
      return quantitySchema(type);
  }
}

function constants(choices: Readonly<Record<string, string>>): Schema[] {
  return Object.entries(choices).map(([value, doc]) => ({ const: value, description: doc }));
}

/** The patterns of quantities are long: each is written once, for all keys that measure the same. */
export function quantitySchemas(): Record<string, Schema> {
  const schemas: Record<string, Schema> = {};
  for (const dimension of [...DIMENSIONS, "metric"] as const)
    schemas[nameOf(dimension, false)] = quantityText(dimension, false);
  schemas[nameOf("share", true)] = quantityText("share", true);
  return schemas;
}

function quantitySchema({ dimension, example, share }: QuantityType): Schema {
  const dimensions = typeof dimension === "string" ? [dimension] : dimension;
  const texts = dimensions.map((one) => named(nameOf(one, share === true)));
  const numbers = dimensions.some((one) => one === "number" || one === "metric") ? [{ type: "number" }] : [];
  return { examples: [example], ...either(...texts, ...numbers, named("placeholder")) };
}

function nameOf(dimension: Dimension | "metric", share: boolean): string {
  return share ? "quantity-share-of-whole" : `quantity-${dimension}`;
}

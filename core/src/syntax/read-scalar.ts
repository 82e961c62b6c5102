import type { QuantityType, ScalarType } from "../language/types.ts";
import { type Dimension, type Quantity, readDate, readQuantity, readUnit } from "../quantity/index.ts";
import type { ScalarNode } from "./nodes.ts";
import type { Problem } from "./problems.ts";

/** An id, and so the name of a plan, is written in kebab case. */
const ID = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i;

export function isId(text: string): boolean {
  return ID.test(text);
}

const BOOLEAN_WORDS: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["y", "true"],
  ["no", "false"],
  ["off", "false"],
  ["n", "false"],
]);

/** What there is to say of nearly all scalars. */
const NOTHING: readonly Problem[] = [];

/** Reads a scalar by its type: sets `node.value` where that succeeds and returns what is to be said of it. */
export function readScalar(node: ScalarNode, type: ScalarType): readonly Problem[] {
  const text = type.kind === "text" ? node.text : node.word;
  switch (type.kind) {
    case "text":
    case "link":
      node.value = text;
      return NOTHING;
    case "reference":
      if (text.trim() === "") return [{ kind: "not-an-id", node }];
      node.value = text;
      return NOTHING;
    case "choice": {
      if (Object.hasOwn(type.choices, text)) {
        node.value = text;
        return NOTHING;
      }
      return [{ kind: "unknown-choice", node, choices: Object.keys(type.choices) }];
    }
    case "boolean":
      return readBoolean(node);
    case "number":
      return readNumber(node, type.minimum, type.maximum);
    case "id":
      node.value = text;
      return isId(text) ? NOTHING : [{ kind: "not-an-id", node }];
    case "column":
      if (/^[^.\s]+\.\S+$/.test(text)) node.value = text;
      return node.value === undefined ? [{ kind: "not-a-column", node }] : [];
    case "unit": {
      const { unit, problem, normalized } = readUnit(text);
      if (unit !== undefined) node.value = unit;
      if (problem) return [{ kind: "not-a-unit", node, problem }];
      return normalized === undefined ? NOTHING : [{ kind: "long-form", node, replacement: normalized }];
    }
    case "date":
      return readDateOrMilestone(node, type.orMilestone);
    case "quantity":
      return readQuantityOf(node, type);
  }
}

function readBoolean(node: ScalarNode): readonly Problem[] {
  const lower = node.word.toLowerCase();
  const word = BOOLEAN_WORDS.get(lower) ?? lower;
  if (word !== "true" && word !== "false") return [{ kind: "not-a-boolean", node }];
  node.value = word === "true";
  return word === node.word ? NOTHING : [{ kind: "long-form", node, replacement: word }];
}

function readNumber(
  node: ScalarNode,
  minimum = Number.NEGATIVE_INFINITY,
  maximum = Number.POSITIVE_INFINITY,
): readonly Problem[] {
  const { quantity } = readQuantity(node.word);
  const inRange = quantity?.dimension === "number" && quantity.value >= minimum && quantity.value <= maximum;
  if (inRange) node.value = quantity.value;
  return inRange ? NOTHING : [{ kind: "not-a-number", node, minimum, maximum }];
}

function readDateOrMilestone(node: ScalarNode, orMilestone: boolean): readonly Problem[] {
  const reading = readDate(node.word);
  if (reading.date) {
    node.value = reading.date;
    return NOTHING;
  }
  // What starts like a date is a mistyped date; anything else that could be an id names a milestone.
  if (orMilestone && isId(node.word) && !/^\d/.test(node.word)) {
    node.value = node.word;
    return NOTHING;
  }
  return [{ kind: "not-a-date", node, reading }];
}

function readQuantityOf(node: ScalarNode, type: QuantityType): readonly Problem[] {
  const { quantity, problem, normalized } = readQuantity(node.word);
  if (!quantity) {
    return [{ kind: "not-a-quantity", node, problem: problem ?? { kind: "not-a-quantity" }, example: type.example }];
  }
  if (!acceptsDimension(type, quantity)) return [{ kind: "wrong-dimension", node, example: type.example }];
  if (type.share && (quantity.base < 0 || quantity.base > 1)) return [{ kind: "share-out-of-range", node }];
  node.value = quantity;
  return normalized === undefined ? NOTHING : [{ kind: "long-form", node, replacement: normalized }];
}

function acceptsDimension({ dimension }: QuantityType, quantity: Quantity): boolean {
  if (dimension === "metric") return true;
  const accepted: readonly Dimension[] = typeof dimension === "string" ? [dimension] : dimension;
  return accepted.includes(quantity.dimension);
}

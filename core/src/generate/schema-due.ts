import { CATALOG_SECTIONS, Plan } from "../language/index.ts";
import { type Condition, type Key, type ObjectType, STAGES, type Stage, type ValueType } from "../language/types.ts";
import { having, named, type Schema, when } from "./schema.ts";

/** Which keys a definition asks for: those of systems that act are apart from the rest. */
type Part = "always" | "acting";

interface DueSchemas {
  /** What the root of a plan must satisfy. */
  readonly conditions: readonly Schema[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

/**
 * What is due at each stage, as conditions on the root: only there is the stage known. What depends on the place of an
 * item in its list is left out, for JSON Schema cannot say it without fixing the length of the list.
 */
export function dueSchemas(): DueSchemas {
  const conditions: Schema[] = [];
  const definitions: Record<string, Schema> = {};
  for (const stage of STAGES)
    for (const part of ["always", "acting"] as const) {
      const name = `due-at-${stage}${part === "acting" ? "-if-it-acts" : ""}`;
      const schema = objectDue(Plan, { stage, part, acting: false }, []);
      if (!schema) continue;
      definitions[name] = schema;
      const tests = [...(stage === "proposal" ? [] : [atOrAfter(stage)]), ...(part === "acting" ? [acts] : [])];
      conditions.push(tests.length === 0 ? named(name) : when({ allOf: tests }, named(name)));
    }
  return { conditions, definitions };
}

/** A plan that names no stage is judged as a proposal. */
function atOrAfter(stage: Stage): Schema {
  const stages = STAGES.slice(STAGES.indexOf(stage));
  return { type: "object", properties: { stage: { enum: stages } }, required: ["stage"] };
}

const acts: Schema = {
  not: {
    type: "object",
    properties: {
      "operating-limits": {
        type: "object",
        properties: { autonomy: { const: "suggest" } },
        required: ["autonomy"],
      },
    },
    required: ["operating-limits"],
  },
};

interface Wanted {
  readonly stage: Stage;
  readonly part: Part;
  /** Does what we look at stand below a key that is only due of a system that acts? */
  readonly acting: boolean;
}

/** What is due in an object and below it; undefined where nothing is. */
function objectDue(type: ObjectType, wanted: Wanted, path: readonly string[]): Schema | undefined {
  return keysDue(type.keys, wanted, path);
}

function keysDue(
  keys: Readonly<Record<string, Key>>,
  wanted: Wanted,
  path: readonly string[],
  others?: Schema,
): Schema | undefined {
  const required: string[] = [];
  const rest: Schema[] = [];
  const groups = new Map<string, string[]>();
  const properties: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(keys)) {
    const acting = wanted.acting || key.when?.kind === "unless-suggest";
    const below = valueDue(key.type, { ...wanted, acting }, [...path, name]);
    if (below) properties[name] = below;
    if (key.due !== wanted.stage || acting !== (wanted.part === "acting")) continue;
    if (key.group !== undefined) groups.set(key.group, [...(groups.get(key.group) ?? []), name]);
    else if (path.length === 0 && CATALOG_SECTIONS.some((section) => section === name))
      rest.push({ anyOf: [having(name), having("imports")] });
    else if (key.when && key.when.kind !== "unless-suggest") rest.push(...conditional(name, key.when, keys));
    else required.push(name);
  }
  for (const names of groups.values()) rest.push({ anyOf: names.map((name) => having(name)) });
  for (const name of required) properties[name] ??= true;
  if (required.length === 0 && rest.length === 0 && Object.keys(properties).length === 0 && !others) return undefined;
  return {
    type: "object",
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(others ? { patternProperties: { "^x-": true }, additionalProperties: others } : {}),
    ...(rest.length > 0 ? { allOf: rest } : {}),
  };
}

function conditional(name: string, condition: Condition, keys: Readonly<Record<string, Key>>): Schema[] {
  switch (condition.kind) {
    case "sibling-absent":
      return [{ anyOf: [having(name), having(condition.key)] }];
    case "sibling-in": {
      const oneOf = { enum: condition.values };
      const value = keys[condition.key]?.type.kind === "list" ? { type: "array", contains: oneOf } : oneOf;
      return [
        when({ type: "object", properties: { [condition.key]: value }, required: [condition.key] }, having(name)),
      ];
    }
    default:
      return [];
  }
}

function valueDue(type: ValueType, wanted: Wanted, path: readonly string[]): Schema | undefined {
  const due = shapeDue(type, wanted, path);
  // A placeholder, or another form that the language has for the value, owes nothing.
  return due && when({ type: type.kind === "list" ? "array" : "object" }, due);
}

function shapeDue(type: ValueType, wanted: Wanted, path: readonly string[]): Schema | undefined {
  switch (type.kind) {
    case "object":
      return objectDue(type, wanted, path);
    case "map":
      return keysDue(type.known ?? {}, wanted, path, valueDue(type.of, wanted, path));
    case "list": {
      const items = valueDue(type.of, wanted, path);
      return items && { type: "array", items };
    }
    default:
      return undefined;
  }
}

import { CATALOG_SECTIONS, OperatingLimits, Plan } from "../language/index.ts";
import {
  type Condition,
  type Key,
  keysOf,
  type ObjectType,
  STAGES,
  type Stage,
  type ValueType,
} from "../language/types.ts";
import { having, named, type Schema, when } from "./schema.ts";

/**
 * Which keys a definition asks for. What binds only systems that act is asked for unless the plan says that the system
 * only suggests; the sections about acting as such are asked for once it says that the system acts.
 */
type Part = "always" | "unless-it-only-suggests" | "if-it-acts";

interface DueSchemas {
  /** What the root of a plan must satisfy. */
  readonly conditions: readonly Schema[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

/**
 * What is due at each stage, as conditions on the root: only there is the stage known. Of what depends on the
 * place of an item in its list it says how many items may lack it: a schema that names the first item must fix the length.
 */
export function dueSchemas(): DueSchemas {
  const conditions: Schema[] = [];
  const definitions: Record<string, Schema> = {};
  for (const stage of STAGES)
    for (const part of Object.keys(TESTS) as Part[]) {
      const name = part === "always" ? `due-at-${stage}` : `due-at-${stage}-${part}`;
      const schema = objectDue(Plan, { stage, part, acting: false }, []);
      if (!schema) continue;
      definitions[name] = schema;
      const tests = [...(stage === "proposal" ? [] : [atOrAfter(stage)]), ...TESTS[part]];
      conditions.push(tests.length === 0 ? named(name) : when({ allOf: tests }, named(name)));
    }
  return { conditions, definitions };
}

/** A plan that names no stage is judged as a proposal. */
function atOrAfter(stage: Stage): Schema {
  const stages = STAGES.slice(STAGES.indexOf(stage));
  return { type: "object", properties: { stage: { enum: stages } }, required: ["stage"] };
}

/** Nothing is said of an autonomy that cannot be read: that is to be put right first. */
const ACTING = Object.keys(OperatingLimits.keys.autonomy.type.choices).filter((choice) => choice !== "suggest");
const TESTS: Readonly<Record<Part, readonly Schema[]>> = {
  always: [],
  "unless-it-only-suggests": [{ not: autonomyIs({ not: { enum: [...ACTING, null] } }) }],
  "if-it-acts": [autonomyIs({ enum: ACTING })],
};

function autonomyIs(autonomy: Schema): Schema {
  const limits: Schema = { type: "object", properties: { autonomy }, required: ["autonomy"] };
  return { type: "object", properties: { "operating-limits": limits }, required: ["operating-limits"] };
}

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
    const part = partOf(key, acting, path);
    const below = valueDue(key.type, { ...wanted, acting }, [...path, name]);
    if (below) properties[name] = below;
    if (key.due !== wanted.stage || part !== wanted.part) continue;
    if (key.group !== undefined) groups.set(key.group, [...(groups.get(key.group) ?? []), name]);
    else if (path.length === 0 && CATALOG_SECTIONS.some((section) => section === name))
      rest.push({ anyOf: [{ ...having(name), properties: { [name]: sayingSomething(key.type) } }, having("imports")] });
    else if (key.when && key.when.kind !== "unless-suggest") rest.push(...conditional(name, key.when, keys));
    else required.push(name);
  }
  for (const names of groups.values()) rest.push({ anyOf: names.map((name) => having(name)) });
  for (const name of required) properties[name] = sayingSomething(keys[name]!.type, properties[name]);
  if (required.length === 0 && rest.length === 0 && Object.keys(properties).length === 0 && !others) return undefined;
  return {
    type: "object",
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(others ? { patternProperties: { "^x-": true }, additionalProperties: others } : {}),
    ...(rest.length > 0 ? { allOf: rest } : {}),
  };
}

/** Is nothing ever due in it, so that it may stand there with nothing below it? */
function mayBeEmpty(type: ValueType): boolean {
  return (type.kind === "map" || type.kind === "object") && !Object.values(keysOf(type)).some((key) => key.due);
}

/** What is empty says nothing, so the key counts as missing; a map speaks for itself if keys are due in it. */
function sayingSomething(type: ValueType, due?: unknown): unknown {
  const types: readonly ValueType[] = type.kind === "either" ? type.of : [type];
  const empty = types.flatMap((one): Schema[] => {
    if (one.kind === "list") return [{ type: "array", maxItems: 0 }];
    return mayBeEmpty(one) ? [{ type: "object", maxProperties: 0 }, { type: "null" }] : [];
  });
  if (empty.length === 0) return due ?? true;
  const something: Schema = { not: { anyOf: empty } };
  return due === undefined ? something : { allOf: [something, due] };
}

function partOf({ when }: Key, acting: boolean, path: readonly string[]): Part {
  if (!acting) return "always";
  const isAboutActing = path.length === 0 || (path.length === 1 && path[0] === "operating-limits");
  return isAboutActing && when?.kind === "unless-suggest" ? "if-it-acts" : "unless-it-only-suggests";
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

/** @param isItem it stands in a list, where nothing is a line that somebody is about to write */
function valueDue(type: ValueType, wanted: Wanted, path: readonly string[], isItem = false): Schema | undefined {
  const due = shapeDue(type, wanted, path);
  // A placeholder, or another form that the language has for the value, owes nothing.
  if (!due) return undefined;
  if (type.kind === "list") return when({ type: "array" }, due);
  const isAsked = !isItem && ("required" in due || "allOf" in due);
  return { ...when({ type: "object" }, due), ...(isAsked ? { not: { type: "null" } } : {}) };
}

function shapeDue(type: ValueType, wanted: Wanted, path: readonly string[]): Schema | undefined {
  switch (type.kind) {
    case "object":
      return objectDue(type, wanted, path);
    case "map":
      return keysDue(type.known ?? {}, wanted, path, valueDue(type.of, wanted, path));
    case "list": {
      const items = valueDue(type.of, wanted, path, true);
      const places = type.of.kind === "object" ? dueByPlace(type.of.keys, wanted, path) : [];
      if (!items && places.length === 0) return undefined;
      return { type: "array", ...(items ? { items } : {}), ...(places.length > 0 ? { allOf: places } : {}) };
    }
    default:
      return undefined;
  }
}

const NOTHING_IN_IT: Schema = { type: "array", contains: { type: "null" } };

/** What only the first item of a list needs, one of them has; what only the later ones need, one at most lacks. */
function dueByPlace(
  keys: Readonly<Record<string, Key>>,
  { stage, part, acting }: Wanted,
  path: readonly string[],
): Schema[] {
  const item: Schema = { type: "object" };
  return Object.entries(keys).flatMap(([name, key]) => {
    if (key.when?.kind !== "item" || key.due !== stage || part !== partOf(key, acting, path)) return [];
    const has = { ...having(name), properties: { [name]: sayingSomething(key.type) } };
    if (key.when.which === "first")
      return [when({ type: "array", contains: item, not: NOTHING_IN_IT }, { type: "array", contains: has })];
    return [{ type: "array", contains: { ...item, not: has }, minContains: 0, maxContains: 1 }];
  });
}

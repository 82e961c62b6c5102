import { CATALOG_HEADER, CATALOG_SECTIONS, Plan, type SectionName } from "../language/index.ts";
import type { Key, MapType, ObjectType, ValueType } from "../language/types.ts";
import { either, named, OWN_KEYS, type Schema, when } from "./schema.ts";
import { dueSchemas } from "./schema-due.ts";
import { placeholderSchema, quantitySchemas, scalarSchema, sharedScalars } from "./schema-scalars.ts";

/**
 * The language as a JSON Schema (2020-12) for editors that check YAML by one. It holds what a schema can say: keys,
 * forms of values and what is due at a stage. It knows no references, no dates that do not exist and no rules.
 */
export function jsonSchema(): Schema {
  const definitions = new Definitions();
  const plan = definitions.object(Plan);
  const due = dueSchemas();
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "aiplan.schema.json",
    title: "AI Plan",
    description: `${Plan.doc} Generated from the description of the language.`,
    ...when(kindIs({ const: "catalog" }), named("Catalog"), named("Plan")),
    // Of a file whose kind cannot be read nobody knows what it lacks.
    allOf: [when({ not: kindIs({ not: { enum: ["plan", null] } }) }, { allOf: due.conditions })],
    $defs: {
      Plan: plan,
      Catalog: catalogSchema(definitions),
      ...definitions.named,
      ...due.definitions,
      placeholder: placeholderSchema,
      ...sharedScalars,
      ...quantitySchemas(),
    },
  };
}

function kindIs(kind: Schema): Schema {
  return { type: "object", properties: { kind }, required: ["kind"] };
}

/** A catalog has a header and the sections that it lends, and is never asked for more. */
function catalogSchema(definitions: Definitions): Schema {
  const names: readonly SectionName[] = [...CATALOG_HEADER, ...CATALOG_SECTIONS];
  const keys = Object.fromEntries(names.map((name) => [name, Plan.keys[name] as Key]));
  return { ...definitions.keys("Catalog", "Definitions that several plans share.", keys), required: ["kind"] };
}

/** A key with nothing behind it is a map that is still empty: what is due in it is said to be missing. */
const NOTHING: Schema = { type: "null" };

/** The schemas of object types, each written once and referred to by name. */
class Definitions {
  readonly named: Record<string, Schema> = {};

  object({ name, doc, keys }: ObjectType): Schema {
    return this.keys(name, doc, keys);
  }

  keys(title: string, doc: string, keys: Readonly<Record<string, Key>>): Schema {
    return {
      title,
      description: doc,
      type: "object",
      properties: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, this.key(key)])),
      patternProperties: OWN_KEYS,
      additionalProperties: false,
    };
  }

  private key(key: Key): Schema {
    return { description: key.doc, ...this.value(key.type) };
  }

  private value(type: ValueType): Schema {
    switch (type.kind) {
      case "any":
        return {};
      case "object":
        return this.reference(type);
      case "map":
        return this.map(type);
      case "list": {
        const exactly = type.length === undefined ? {} : { minItems: type.length, maxItems: type.length };
        // An item that is still empty is no fault: somebody is about to write it.
        const items = either(this.value(type.of), { type: "null" });
        return either({ type: "array", items, ...exactly }, named("placeholder"));
      }
      case "either":
        return withoutNothing(either(...type.of.map((one: ValueType) => this.value(one))));
      default:
        return scalarSchema(type);
    }
  }

  private reference(type: ObjectType): Schema {
    if (!(type.name in this.named)) {
      // The name is taken before its schema is made, for the case that a type ever holds itself.
      this.named[type.name] = {};
      this.named[type.name] = this.object(type);
    }
    return either(named(type.name), NOTHING, named("placeholder"));
  }

  private map(type: MapType): Schema {
    const known = Object.entries(type.known ?? {}) as [string, Key][];
    const map: Schema = {
      type: "object",
      ...(known.length > 0
        ? { properties: Object.fromEntries(known.map(([name, key]) => [name, this.key(key)])) }
        : {}),
      patternProperties: OWN_KEYS,
      additionalProperties: this.value(type.of),
    };
    return either(map, NOTHING, named("placeholder"));
  }
}

/** Where one of several forms is to be written, nothing is none of them. */
function withoutNothing({ anyOf }: Schema): Schema {
  return { anyOf: (anyOf as Schema[]).filter(({ type }) => type !== "null") };
}

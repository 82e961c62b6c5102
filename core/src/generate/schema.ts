/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: unknown };

/** Keys of the author's own may stand anywhere. */
export const OWN_KEYS: Schema = { "^x-": true };

/** A reference to one of the `$defs`. */
export function named(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** Any one of these; what is itself such a choice is taken apart, and what comes twice is kept once. */
export function either(...schemas: readonly Schema[]): Schema {
  const flat = schemas.flatMap((schema) =>
    Array.isArray(schema.anyOf) && Object.keys(schema).length === 1 ? (schema.anyOf as Schema[]) : [schema],
  );
  const unique = new Map(flat.map((schema) => [JSON.stringify(schema), schema]));
  return { anyOf: [...unique.values()] };
}

/** An object that has all of these keys, whatever they hold. */
export function having(...names: readonly string[]): Schema {
  return { type: "object", properties: Object.fromEntries(names.map((name) => [name, true])), required: names };
}

/** What holds where a test does, and what holds elsewhere. */
export function when(test: Schema, then: Schema, otherwise?: Schema): Schema {
  return { if: test, then, ...(otherwise ? { else: otherwise } : {}) };
}

import type { Condition, Key, MapType, ObjectType, ScalarType, ValueType } from "../language/types.ts";
import type { Unit } from "../quantity/index.ts";
import { valuePlaceholder } from "./value-placeholder.ts";

/** What is to be written for a value, before it is known how its surroundings are written. */
export type Stub =
  /** `placeholder`: a person has to write it; `choices` are what may stand there. */
  | {
      readonly kind: "scalar";
      readonly text: string;
      readonly placeholder: boolean;
      readonly choices?: readonly string[];
    }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, Stub])[]; readonly inline: boolean }
  | { readonly kind: "list"; readonly items: readonly Stub[]; readonly inline: boolean };

/** What a stub depends on besides the description. */
export interface StubContext {
  /** Is the key to be part of the stub? Keys that are due now or at the next stage are. */
  includes(key: Key): boolean;
  /** The ids that a map should get an entry for, e.g. each metric under `targets`; none: one placeholder. */
  idsFor(map: MapType): readonly string[];
  /** The unit of a metric, where it is known; left out where there is no plan to look it up in. */
  unitOf?(metric: string): Unit | undefined;
}

/** A value that is known. */
export function written(text: string): Stub {
  return { kind: "scalar", text, placeholder: false };
}

/** `<what to write>`, with the fixed words that may stand there. */
export function placeholder(what: string, choices?: readonly string[]): Stub {
  return { kind: "scalar", text: `<${what}>`, placeholder: true, ...(choices ? { choices } : {}) };
}

/**
 * What to write for a key that is missing: all of its due parts, with placeholders for a person to fill in.
 *
 * @param unit that of the metric which the values speak of, for examples in it
 */
export function stubOf(key: Pick<Key, "type" | "placeholder">, context: StubContext, unit?: Unit): Stub {
  return ofType(key.type, key.placeholder, context, unit);
}

function ofType(type: ValueType, what: string, context: StubContext, unit?: Unit): Stub {
  switch (type.kind) {
    case "object": {
      const entries = entriesOf(type, context, "first", unit);
      // An empty map would look as if everything had been said.
      return entries.length > 0 ? { kind: "map", entries, inline: type.inline } : placeholder(what);
    }
    case "map":
      return { kind: "map", entries: mapEntries(type, what, context), inline: false };
    case "list": {
      const items = Array.from({ length: type.length ?? 1 }, (_, index) => {
        const name = type.length === 2 ? (index === 0 ? "lower bound" : "upper bound") : what;
        return ofType(type.of, name, context, unit);
      });
      return { kind: "list", items, inline: type.of.kind !== "object" };
    }
    case "either":
      return ofType(type.of[0], what, context);
    case "any":
      return placeholder(what);
    case "quantity":
      return placeholder(type.dimension === "metric" ? valuePlaceholder(what, unit) : what);
    default:
      return placeholder(what, choicesOf(type));
  }
}

/** The fixed words that may stand for a scalar; undefined where anything may. */
export function choicesOf(type: ScalarType): readonly string[] | undefined {
  if (type.kind === "choice") return Object.keys(type.choices);
  return type.kind === "boolean" ? ["true", "false"] : undefined;
}

function entriesOf(
  type: ObjectType,
  context: StubContext,
  item: "first" | "later",
  unit: Unit | undefined,
): [string, Stub][] {
  const groups = new Set<string>();
  const entries: [string, Stub][] = [];
  for (const [name, key] of Object.entries(type.keys) as [string, Key][]) {
    if (key.due === undefined || !context.includes(key) || !fitsItem(key.when, item)) continue;
    if (key.group !== undefined) {
      if (groups.has(key.group)) continue;
      groups.add(key.group);
    }
    entries.push([name, stubOf(key, context, unit)]);
  }
  return entries;
}

function fitsItem(condition: Condition | undefined, item: "first" | "later"): boolean {
  return condition?.kind !== "item" || condition.which === item;
}

function mapEntries(type: MapType, what: string, context: StubContext): [string, Stub][] {
  const known = (Object.entries(type.known ?? {}) as [string, Key][]).filter(
    ([, key]) => key.due && context.includes(key),
  );
  if (known.length > 0) return known.map(([name, key]) => [name, stubOf(key, context)]);
  const ids = context.idsFor(type);
  if (ids.length === 0) return [[`<${type.keyName}>`, ofType(type.of, what, context)]];
  const unitOf = (id: string) => (type.refersTo === "metric" ? context.unitOf?.(id) : undefined);
  return ids.map((id) => [id, ofType(type.of, what, context, unitOf(id))]);
}

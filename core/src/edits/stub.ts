import {
  type Condition,
  type Key,
  leadsGroup,
  type MapType,
  type ObjectType,
  type ScalarType,
  type ValueType,
} from "../language/types.ts";
import { type MetricFacts, valuePlaceholder } from "./value-placeholder.ts";

/** What is to be written for a value, before it is known how its surroundings are written. */
export type Stub =
  /** `placeholder`: a person has to write it; `choices` are what may stand there. */
  | {
      readonly kind: "scalar";
      readonly text: string;
      readonly placeholder: boolean;
      readonly choices?: readonly string[];
    }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, Stub | Source])[]; readonly inline: boolean }
  | { readonly kind: "list"; readonly items: readonly Stub[]; readonly inline: boolean };

/** A key with its value and comments as an author wrote them elsewhere, each line as far from the margin as from its key. */
export interface Source {
  readonly kind: "source";
  readonly lines: readonly string[];
}

/** What a stub depends on besides the description. */
export interface StubContext {
  /** Is the key to be part of the stub? Keys that are due now or at the next stage are. */
  includes(key: Key): boolean;
  /** The ids that a map should get an entry for, e.g. each metric under `targets`; none: one placeholder. */
  idsFor(map: MapType): readonly string[];
  /** What is known of a metric; left out where there is no plan to look it up in. */
  factsOf?(metric: string): MetricFacts | undefined;
}

/** A value that is known. */
export function written(text: string): Stub {
  return { kind: "scalar", text, placeholder: false };
}

/** `<what to write>`, with the fixed words that may stand there. */
export function placeholder(what: string, choices?: readonly string[]): Stub {
  return { kind: "scalar", text: `<${what}>`, placeholder: true, ...(choices ? { choices } : {}) };
}

/** The same map with another value for one of its keys. */
export function withEntry(stub: Stub, name: string, value: Stub): Stub {
  if (stub.kind !== "map") return stub;
  return { ...stub, entries: stub.entries.map((entry) => (entry[0] === name ? [name, value] : entry)) };
}

/**
 * What to write for a key that is missing: all of its due parts, with placeholders for a person to fill in.
 *
 * @param metric the one that the values speak of, for examples in its unit and for limits on its bad side
 */
export function stubOf(key: Pick<Key, "type" | "placeholder">, context: StubContext, metric?: MetricFacts): Stub {
  return ofType(key.type, key.placeholder, context, metric);
}

function ofType(type: ValueType, what: string, context: StubContext, metric?: MetricFacts): Stub {
  switch (type.kind) {
    case "object": {
      const entries = entriesOf(type, context, "first", metric);
      // An empty map would look as if everything had been said.
      return entries.length > 0 ? { kind: "map", entries, inline: type.inline } : placeholder(what);
    }
    case "map":
      return { kind: "map", entries: mapEntries(type, what, context), inline: false };
    case "list": {
      const items = Array.from({ length: type.length ?? 1 }, (_, index) => {
        if (type.length !== 2) return ofType(type.of, what, context, metric);
        const [name, direction] = index === 0 ? ["lower bound", "lower" as const] : ["upper bound", "higher" as const];
        return ofType(type.of, name, context, metric && { ...metric, direction });
      });
      return { kind: "list", items, inline: type.of.kind !== "object" };
    }
    case "either":
      return ofType(type.of[0], what, context);
    case "any":
      return placeholder(what);
    case "quantity":
      return placeholder(type.dimension === "metric" ? valuePlaceholder(what, metric) : what);
    default:
      return placeholder(what, choicesOf(type));
  }
}

/** The fixed words that may stand for a scalar; undefined where anything may. */
function choicesOf(type: ScalarType): readonly string[] | undefined {
  if (type.kind === "choice") return Object.keys(type.choices);
  return type.kind === "boolean" ? ["true", "false"] : undefined;
}

function entriesOf(
  type: ObjectType,
  context: StubContext,
  item: "first" | "later",
  metric: MetricFacts | undefined,
): [string, Stub][] {
  const entries: [string, Stub][] = [];
  for (const [name, key] of Object.entries(type.keys) as [string, Key][]) {
    if (key.due === undefined || !context.includes(key) || !fitsItem(key.when, item)) continue;
    if (!leadsGroup(name, type.keys, metric?.direction)) continue;
    entries.push([name, stubOf(key, context, metric)]);
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
  const factsOf = (id: string) => (type.refersTo === "metric" ? context.factsOf?.(id) : undefined);
  return ids.map((id) => [id, ofType(type.of, what, context, factsOf(id))]);
}

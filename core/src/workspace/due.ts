import { isLentByCatalogs, sectionOfKind } from "../language/index.ts";
import type { Condition, DefinitionKind, Direction, Key, MapType, ObjectType, ValueType } from "../language/types.ts";
import { keysOf, leadsGroup } from "../language/types.ts";
import { containerType, type ListNode, type MapNode, type Node } from "../syntax/nodes.ts";
import { unnoted } from "../syntax/reads.ts";
import type { Definitions } from "./definitions.ts";
import { didYouMean } from "./did-you-mean.ts";
import { misspeltKeys } from "./key-meant.ts";
import { metricSpokenOf } from "./metric-spoken-of.ts";
import { onceFor } from "./once-for.ts";
import type { Workspace } from "./workspace.ts";

/** A key that has a due stage, is due by its condition, and is not there. */
export interface Lack {
  readonly name: string;
  /** The keys that one of is enough of, where there are several: this one suits best. */
  readonly alternatives?: readonly string[];
  readonly key: Key & { readonly due: NonNullable<Key["due"]> };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The keys of a type that have a due stage, as if an object lacked all of them. */
const dueKeysOf = onceFor((type: ObjectType | MapType): readonly Lack[] => {
  const keys = Object.entries(keysOf(type));
  return keys.flatMap(([name, key]) => {
    if (key.due === undefined) return [];
    const { group } = key;
    const alternatives =
      group === undefined ? [] : keys.flatMap(([other, { group: its }]) => (its === group ? [other] : []));
    return [{ name, key: key as Lack["key"], ...(group === undefined ? {} : { alternatives }) }];
  });
});

/** Says which keys an object lacks. Silent where they may only be garbled, or be lent by a catalog that can't be read. */
export class DueKeys {
  /** The system only suggests: what binds a system that acts is not due. */
  readonly onlySuggests: boolean;
  /** How far the system acts on its own can be read. */
  private readonly isAutonomyKnown: boolean;
  /** It is written how far, but can't be read, or is left for later: that has a finding of its own. */
  private readonly isAutonomyUnreadable: boolean;
  private readonly undefinedKinds: ReadonlySet<DefinitionKind>;
  /** Keys that are written again further down: what one lacks may be said by the other. */
  private readonly writtenTwice: ReadonlySet<Node>;
  /** Many rules ask for the same object. */
  private readonly known = new Map<MapNode, readonly Lack[]>();

  /**
   * @param isCertain where given, what is in doubt counts as lacking: a key is there only if its value passes, a condition
   * that can't be read holds, and nobody lends what can't be seen
   */
  constructor(
    private readonly workspace: Workspace,
    private readonly definitions: Definitions,
    private readonly isCertain?: (value: Node) => boolean,
  ) {
    const limits = workspace.file.root.get("operating-limits");
    const autonomy = limits?.get("autonomy")?.value;
    this.onlySuggests = autonomy === "suggest";
    this.isAutonomyKnown = autonomy !== undefined;
    this.isAutonomyUnreadable = autonomy === undefined && limits?.has("autonomy") === true;
    this.writtenTwice = new Set(
      workspace.file.problems.flatMap((problem) => (problem.kind === "duplicate-key" ? [problem.first] : [])),
    );
    const undefinedKinds = new Set<DefinitionKind>();
    for (const { to, id } of workspace.file.references)
      if (!undefinedKinds.has(to) && definitions.all(to, id).length === 0 && !this.isMisspelt(to, id))
        undefinedKinds.add(to);
    this.undefinedKinds = undefinedKinds;
  }

  /** The keys of the description that the object lacks, in the language's order, whatever their due stage. */
  lackedBy(object: MapNode): readonly Lack[] {
    const lacks = this.known.get(object) ?? unnoted(() => this.findLacks(object));
    this.known.set(object, lacks);
    return lacks;
  }

  private findLacks(object: MapNode): Lack[] {
    const type = containerType(object);
    if (!type || object.borrowed || !this.isAsked(object)) return [];
    if (!this.isCertain && (object.section?.broken || this.isUnclear(object))) return [];
    const misspelt = type.kind === "object" && !this.isCertain ? misspeltKeys(object, type.keys) : NO_NAMES;
    const lenderLacks = this.lackedByLenders(object);
    return dueKeysOf(type).filter(({ name, key, alternatives }) => {
      // First what is soon found out and holds of most keys.
      const isThere = alternatives
        ? alternatives.some((other) => this.isWritten(object, other) || misspelt.has(other))
        : this.isThere(object, name, key);
      if (isThere || !this.isDue(key.when, object) || this.isOpen(object, name, key)) return false;
      if (lenderLacks.has(name) || misspelt.has(name)) return false;
      return !alternatives || leadsGroup(name, keysOf(type), this.directionOf(object));
    });
  }

  private directionOf(object: MapNode): Direction | undefined {
    return metricSpokenOf(object, this.definitions)?.get("direction")?.value;
  }

  /**
   * Nothing is due in an object that is not due itself, such as a rollout while the system only suggests, or in a section
   * that is only a key: the plan then lacks the section.
   */
  private isAsked(object: MapNode): boolean {
    const { root } = this.workspace.file;
    const holder = object.parent ?? (object.section && root);
    if (!holder || object === holder) return true;
    if (holder === root && isEmptyMap(object) && !root.has(object.section.name)) return false;
    if (holder.kind === "list") return this.isAskedItem(holder);
    const type = containerType(holder);
    const keys: Readonly<Record<string, Key>> = type?.kind === "object" ? type.keys : {};
    const name = object.key?.text ?? "";
    const condition = Object.hasOwn(keys, name) ? keys[name]?.when : undefined;
    return this.isDue(condition, holder) && this.isAsked(holder);
  }

  /** An item of a list is asked for where the list is. */
  private isAskedItem(list: ListNode): boolean {
    return list.parent?.kind !== "map" || this.isAsked(list.parent);
  }

  /** It is written twice, something in it could not be read for a key, or the file could not be read for a plan. */
  private isUnclear(object: MapNode): boolean {
    const { root, sections, syntax } = this.workspace.file;
    if (object === root)
      return syntax.length > 0 && !sections.some(({ name }) => Object.hasOwn(root.type?.keys ?? {}, name));
    return (object.key !== undefined && this.writtenTwice.has(object.key)) || object.all.some(({ key }) => key.spoiled);
  }

  /** What maps of the same type lack that lend their keys by a merge key: that is said of them alone. */
  private lackedByLenders(object: MapNode): ReadonlySet<string> {
    const lenders = object.lenders.filter((lender) => lender.type !== undefined && lender.type === object.type);
    if (lenders.length === 0) return NO_NAMES;
    const lacks = lenders.flatMap((lender) => this.lackedBy(lender));
    return new Set(lacks.flatMap(({ name, alternatives }) => alternatives ?? [name]));
  }

  /** What is due unless the system only suggests is not asked for before the plan says whether it does. */
  private isOpen(object: MapNode, name: string, { when }: Key): boolean {
    if (this.isCertain || when?.kind !== "unless-suggest" || this.isAutonomyKnown) return false;
    if (object.entry(name) !== undefined) return false;
    const { root } = this.workspace.file;
    return object === root || object === root.entry("operating-limits")?.value;
  }

  private isThere(object: MapNode, name: string, key: Key): boolean {
    const isPlan = object === this.workspace.file.root;
    const { garbled, isStageSupposed } = this.workspace.file;
    if (isPlan && ((garbled.has(name) && !this.isCertain) || (isStageSupposed && name === "stage"))) return true;
    const map = key.type.kind === "map" ? (key.type as MapType) : undefined;
    if (this.isWritten(object, name) && !saysNothing(object.entry(name)?.value)) return true;
    const kind = map?.defines;
    return isPlan && kind !== undefined && sectionOfKind[kind] === name && this.isLent(kind);
  }

  private isWritten(object: MapNode, name: string): boolean {
    const value = object.entry(name)?.value;
    return object.has(name) && (!this.isCertain || (value !== undefined && this.isCertain(value)));
  }

  /** A section of ids may be left to the catalogs, as long as what they lend is all that is used. */
  private isLent(kind: DefinitionKind): boolean {
    if (!isLentByCatalogs(kind)) return false;
    if (this.definitions.mayLackCatalogs) return !this.isCertain;
    return this.definitions.of(kind).length > 0 && !this.undefinedKinds.has(kind);
  }

  /** The id stands for one that is defined, so it says nothing about a section that is not there. */
  private isMisspelt(kind: DefinitionKind, id: string): boolean {
    const known = this.definitions.of(kind).map((definition) => definition.id);
    return didYouMean(id, known) !== undefined;
  }

  private isDue(condition: Condition | undefined, object: MapNode): boolean {
    switch (condition?.kind) {
      case undefined:
        return true;
      case "unless-suggest":
        return !this.onlySuggests && (!this.isAutonomyUnreadable || this.isCertain !== undefined);
      case "sibling-in":
        if (this.isCertain && !this.isWritten(object, condition.key)) return true;
        return includesOneOf(object.entry(condition.key)?.value, condition.values);
      case "sibling-absent":
        return !this.isWritten(object, condition.key);
      case "item": {
        const list = object.parent;
        const isFirst = list?.kind === "list" && list.all[0] === object;
        return isFirst === (condition.which === "first");
      }
    }
  }
}

/** A list without items says nothing, nor does an empty map; one with keys that are due speaks for itself. */
function saysNothing(value: Node | undefined): boolean {
  if (!isEmptyMap(value)) return isEmptyList(value);
  const type = containerType(value);
  return type !== undefined && Object.values(keysOf(type)).every((key) => (key as Key).due === undefined);
}

/** Where no list is expected, that is said of the value itself. */
function isEmptyList(node: Node | undefined): boolean {
  return node?.kind === "list" && node.all.length === 0 && node.type !== undefined;
}

function isEmptyMap(node: Node | undefined): node is MapNode {
  return node?.kind === "map" && node.all.length === 0;
}

function includesOneOf(value: Node | undefined, wanted: readonly string[]): boolean {
  if (value?.kind === "scalar") return wanted.includes(value.text);
  return value?.kind === "list" && value.all.some((item) => item.kind === "scalar" && wanted.includes(item.text));
}

/** The kinds of id that a value of this type may refer to, however deep. */
export function* kindsReferredTo(type: ValueType): Generator<DefinitionKind> {
  if (type.kind === "reference") yield type.to;
  else if (type.kind === "column") yield "data-source";
  else if (type.kind === "date" && type.orMilestone) yield "milestone";
  else if (type.kind === "list") yield* kindsReferredTo(type.of);
  else if (type.kind === "either") for (const one of type.of) yield* kindsReferredTo(one);
  else if (type.kind === "map") {
    if (type.refersTo) yield type.refersTo;
    yield* kindsReferredTo(type.of);
  } else if (type.kind === "object")
    for (const key of Object.values(type.keys)) yield* kindsReferredTo((key as Key).type);
}

import type { DefinitionKind, Key, MapType, ObjectType, ScalarType, ValueType } from "../language/types.ts";
import { keysOf } from "../language/types.ts";
import { type Entry, isPlaceholder, MapNode, type Node, type ScalarNode, type Section } from "./nodes.ts";
import type { Problem, TrapKind } from "./problems.ts";
import { readScalar } from "./read-scalar.ts";
import {
  ateComment,
  ateCommentOfItem,
  hardSpaces,
  keysAsText,
  operatorAsBlock,
  type SilentTrap,
  splitValue,
  unspacedKey,
} from "./traps/silent.ts";

/** A place where an id gets its meaning. */
export interface Definition {
  readonly kind: DefinitionKind;
  readonly id: string;
  /** The scalar that holds the id: a key, or the value of a step's `id`. */
  readonly node: ScalarNode;
  /** What is said of it. */
  readonly value: Node;
}

/** A place where an id is used. */
export interface Reference {
  readonly to: DefinitionKind;
  readonly id: string;
  readonly node: ScalarNode;
}

/** Everything the structure pass learns from one section; it depends on nothing outside the section. */
export interface SectionFacts {
  readonly problems: Problem[];
  readonly definitions: Definition[];
  readonly references: Reference[];
  /** Links to other files, imports among them. */
  readonly links: ScalarNode<string>[];
  /** Objects by the name of their type, in the order of the text. */
  readonly objects: Map<string, MapNode[]>;
}

/**
 * Holds one section against the description of the language: attaches types and values to its nodes, and collects what
 * does not fit, what is defined and what is referred to. The one place where structure is checked.
 *
 * @param text the section's own text
 * @param key what the language says of it; undefined for an unknown key (which is reported) and for `x-…`
 */
export function readStructure(section: Section, text: string, key: Key | undefined): SectionFacts {
  const pass = new StructurePass(text);
  if (key) pass.entry({ key: section.key, value: section.value, colon: true, ...spanOf(section) }, key);
  return pass.facts;
}

function spanOf({ key, value }: Section): { start: number; end: number } {
  return { start: key.start, end: Math.max(key.end, value.end) };
}

/** Keys that are the author's own, anywhere: nothing is said of them. */
export function isFreeKey(name: string): boolean {
  return name.startsWith("x-");
}

const NO_ENTRIES: ReadonlySet<Entry> = new Set();

class StructurePass {
  readonly facts: SectionFacts = { problems: [], definitions: [], references: [], links: [], objects: new Map() };

  constructor(private readonly text: string) {}

  /** A key with its value, where the description knows the key. */
  entry(entry: Entry, key: Key): void {
    const { value } = entry;
    if (value.kind === "scalar" && value.isNull && !value.spoiled) {
      const eaten = isScalarType(key.type) ? ateComment(this.text, 0, entry) : undefined;
      if (eaten) {
        value.spoiled = true;
        this.trap("comment-ate-value", value, eaten);
      } else if (key.type.kind === "object" || key.type.kind === "map") {
        this.container(emptyMap(entry), key.type);
      } else {
        this.facts.problems.push({ kind: "empty-value", node: entry.key, key });
      }
      return;
    }
    this.value(value, key.type);
  }

  private value(node: Node, type: ValueType): void {
    if (node.kind === "scalar" && node.spoiled) return;
    switch (type.kind) {
      case "any":
        node.type = type;
        return;
      case "either":
        this.value(node, type.of.find((one: ValueType) => shapeOf(one) === node.kind) ?? type.of[0]);
        return;
      case "list":
        this.list(node, type);
        return;
      case "object":
      case "map":
        if (node.kind === "map") this.container(node, type);
        else this.wrongShape(node, type);
        return;
      default:
        if (node.kind === "scalar") this.scalar(node, type);
        else this.wrongShape(node, type);
    }
  }

  private list(node: Node, type: ValueType & { kind: "list" }): void {
    if (node.kind !== "list") {
      this.wrongShape(node, type);
      return;
    }
    node.type = type;
    for (const item of node.all) {
      const eaten = ateCommentOfItem(this.text, 0, item);
      if (eaten) this.trap("comment-ate-value", item, eaten);
      else this.value(item, type.of);
    }
    if (type.length !== undefined && node.all.length !== type.length)
      this.facts.problems.push({ kind: "wrong-length", node, expected: type.length });
  }

  private container(node: MapNode, type: ObjectType | MapType): void {
    node.type = type;
    this.duplicates(node);
    if (type.kind === "object") {
      const same = this.facts.objects.get(type.name);
      if (same) same.push(node);
      else this.facts.objects.set(type.name, [node]);
    }
    const known = keysOf(type);
    const swallowed = this.silentTraps(node, type, known);
    for (const entry of node.entries) {
      const name = entry.key.text;
      if (swallowed.has(entry) || entry.key.spoiled || isFreeKey(name)) continue;
      const key = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type.kind === "map") this.mapKey(entry, type);
      if (key) this.entry(entry, key);
      else if (type.kind === "map") this.mapValue(entry, type);
      else if (isPlaceholder(name)) this.facts.problems.push({ kind: "placeholder", node: entry.key });
      else this.facts.problems.push({ kind: "unknown-key", node: entry.key, object: type, map: node });
    }
  }

  private mapKey({ key, value }: Entry, type: MapType): void {
    if (isPlaceholder(key.text) && key.style === "plain") this.facts.problems.push({ kind: "placeholder", node: key });
    else if (type.defines) this.facts.definitions.push({ kind: type.defines, id: key.text, node: key, value });
    else if (type.refersTo) this.facts.references.push({ to: type.refersTo, id: key.text, node: key });
  }

  /** A value under an id is read like one under a key of its own; nothing written for it is an empty object. */
  private mapValue(entry: Entry, type: MapType): void {
    const key = { type: type.of, doc: "", principle: "right-order", placeholder: type.keyName } as const;
    this.entry(entry, key);
  }

  private trap(kind: TrapKind, node: Node, trap: SilentTrap): void {
    this.facts.problems.push({ ...trap, kind, node });
  }

  /** Writing that YAML reads without a word, but not as it was meant. Returns the entries that were no entries. */
  private silentTraps(
    node: MapNode,
    type: ObjectType | MapType,
    known: Readonly<Record<string, Key>>,
  ): ReadonlySet<Entry> {
    // All of them leave a key without a colon, or with white space around it.
    const isUsual = ({ key, colon }: Entry) => colon && key.text.trim() === key.text;
    if (node.borrowed || node.all.every(isUsual)) return NO_ENTRIES;
    const swallowed = new Set<Entry>();
    const valueType = (name: string): ValueType | undefined =>
      Object.hasOwn(known, name) ? known[name]?.type : type.kind === "map" ? type.of : undefined;
    const expected = {
      isKey: (text: string) => Object.keys(known).some((name) => name.startsWith(text)),
      expectsText: (name: string) => ["text", "link"].includes(valueType(name)?.kind ?? ""),
    };
    for (const [index, entry] of node.all.entries()) {
      if (swallowed.has(entry)) continue;
      const split = splitValue(node, index, this.text, 0, expected);
      if (split) {
        for (const later of node.all.slice(index + 1)) if (later.key.end <= split.end) swallowed.add(later);
        if (entry.value.kind === "scalar") entry.value.spoiled = true;
        this.trap("split-value", entry.value, split);
      }
      const unspaced = unspacedKey(entry);
      const hard = hardSpaces(entry.key);
      if (unspaced) this.trap("missing-space", entry.key, unspaced);
      else if (hard) this.trap("hard-space", entry.key, hard);
      if (unspaced || hard) swallowed.add(entry);
    }
    return swallowed;
  }

  private duplicates(node: MapNode): void {
    if (node.borrowed || !node.hasDuplicates) return;
    for (const entry of node.all) {
      const first = node.entry(entry.key.text);
      if (first && first !== entry)
        this.facts.problems.push({ kind: "duplicate-key", node: entry.key, first: first.key });
    }
  }

  private scalar(node: ScalarNode, type: ScalarType): void {
    if (node.isPlaceholder) {
      node.type = type;
      this.facts.problems.push({ kind: "placeholder", node });
      return;
    }
    if (node.isNull) return;
    const operator = type.kind === "quantity" ? operatorAsBlock(this.text, 0, node) : undefined;
    if (operator) {
      node.spoiled = true;
      this.trap("operator-as-block", node, operator);
      return;
    }
    node.type = type;
    for (const problem of readScalar(node, type)) this.facts.problems.push(problem);
    if (node.value === undefined) return;
    this.names(node, type);
  }

  private names(node: ScalarNode, type: ScalarType): void {
    const { references, definitions, links } = this.facts;
    const id = node.word;
    if (type.kind === "reference" && !Object.hasOwn(type.choices ?? {}, id)) {
      references.push({ to: type.to, id, node });
    } else if (type.kind === "date" && typeof node.value === "string") {
      references.push({ to: "milestone", id: node.value, node });
    } else if (type.kind === "column") {
      references.push({ to: "data-source", id: id.slice(0, id.indexOf(".")), node });
    } else if (type.kind === "link") {
      links.push(node);
    } else if (type.kind === "id" && type.defines) {
      definitions.push({ kind: type.defines, id, node, value: node.parent ?? node });
    }
  }

  private wrongShape(node: Node, type: ValueType): void {
    const lines = shapeOf(type) === "map" ? keysAsText(this.text, 0, node) : [];
    for (const line of lines) this.trap("keys-as-text", node, line);
    if (lines.length > 0) return;
    if (node.kind === "scalar" && node.isPlaceholder) this.facts.problems.push({ kind: "placeholder", node });
    else if (node.kind !== "scalar" || !node.isNull)
      this.facts.problems.push({ kind: "wrong-shape", node, expected: type });
  }
}

/** What YAML shape a value of this type has. */
export function shapeOf(type: ValueType): Node["kind"] {
  if (type.kind === "list") return "list";
  return type.kind === "object" || type.kind === "map" ? "map" : "scalar";
}

function isScalarType(type: ValueType): boolean {
  return type.kind === "either" ? type.of.some(isScalarType) : shapeOf(type) === "scalar" && type.kind !== "any";
}

/** `key:` with nothing after it, or with a word for nothing, where an object belongs, is an empty object: it lacks all its keys. */
function emptyMap(entry: Entry): MapNode {
  const { key, value } = entry;
  const map = new MapNode(value.start, value.end, key.borrowed || value.borrowed, false, []);
  if (value.parent) map.parent = value.parent;
  map.key = key;
  map.section = key.section;
  (entry as { value: Node }).value = map;
  return map;
}

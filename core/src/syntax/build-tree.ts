import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type Node as YamlNode } from "yaml";
import { DEEPEST } from "./nesting.ts";
import { type Entry, ListNode, MapNode, type Node, ScalarNode, type Section, type Span } from "./nodes.ts";

/** How many nodes aliases and merge keys may add to a file: far above what people write, far below what hurts. */
const MOST_BORROWED = 20_000;

/** What went wrong in a tree that the YAML reader itself had nothing against. */
export interface TreeError extends Span {
  readonly code: "UNRESOLVED_ALIAS" | "TOO_MANY_ALIASES" | "TOO_DEEP" | "KEY_NOT_A_WORD";
  readonly message: string;
}

/** What the sections of one file share while they are built: anchors, in order, and what is left of the bounds. */
export class TreeContext {
  /** @param uri of the file that is read */
  constructor(readonly uri: string) {}
  readonly anchors = new Map<string, YamlNode>();
  /** The maps at anchors, as they were built where they stand. */
  readonly anchored = new Map<YamlNode, MapNode>();
  readonly errors: TreeError[] = [];
  private borrowed = 0;
  private readonly open = new Set<YamlNode>();

  /** Remembers a node that has an anchor, for the aliases that follow. */
  name(node: YamlNode): void {
    if ("anchor" in node && typeof node.anchor === "string") this.anchors.set(node.anchor, node);
  }

  /** Builds what an alias stands for, unless there is no such anchor, it stands in itself, or there is too much of it. */
  expand<Result>(name: string, at: Span, build: (target: YamlNode) => Result): Result | undefined {
    const target = this.anchors.get(name);
    if (!target || this.open.has(target)) {
      this.errors.push({ code: "UNRESOLVED_ALIAS", message: name, ...at });
      return undefined;
    }
    this.open.add(target);
    const result = build(target);
    this.open.delete(target);
    return result;
  }
  /** Counts a node that came through an alias; false once there are too many, which is said once. */
  mayBorrow(at: Span): boolean {
    if (++this.borrowed === MOST_BORROWED + 1)
      this.errors.push({ code: "TOO_MANY_ALIASES", message: `more than ${MOST_BORROWED} nodes`, ...at });
    return this.borrowed <= MOST_BORROWED;
  }
}

/** Builds the trees of sections from what the `yaml` package has read. */
export class SectionBuilder {
  /**
   * @param shift what to add to an offset of the YAML nodes to make it one into the whole file
   * @param spoiled spans (of the YAML nodes' offsets) of values that have a finding of their own
   */
  constructor(
    private readonly context: TreeContext,
    private readonly shift: number,
    private readonly spoiled: readonly Span[] = [],
  ) {}

  /** The sections of a root map; a merge key at the root lends sections too. */
  sections(root: YAMLMap, broken: boolean): { section: Section; start: number }[] {
    const startOf = (pair: YamlPair) => pair.key?.range?.[0] ?? 0;
    const sections = this.entries(root, startOf, undefined, 0).map(({ entry: { key, value }, origin }) => {
      const section: Section = { uri: this.context.uri, name: key.text, key, value, broken };
      claim(section, key);
      claim(section, value);
      return { section, start: origin + this.shift };
    });
    return sections.sort((a, b) => a.start - b.start);
  }

  /**
   * The entries of a map: its own, then those that its merge keys lend, of which what stands first counts.
   *
   * @param originOf where the section of a pair starts
   * @param at the alias through which we came
   */
  private entries(
    map: YAMLMap,
    originOf: (pair: YamlPair) => number,
    at: Span | undefined,
    depth: number,
  ): { entry: Entry; origin: number }[] {
    const own: { entry: Entry; origin: number }[] = [];
    const lent: { entry: Entry; origin: number }[] = [];
    for (const pair of map.items as YamlPair[]) {
      const origin = originOf(pair);
      if (isMergeKey(pair.key) && pair.value)
        for (const entry of this.merged(pair.value, origin, at, depth)) lent.push({ entry, origin });
      else own.push({ entry: this.entry(pair, origin, at, depth), origin });
    }
    if (lent.length === 0) return own;
    const keys = new Set(own.map(({ entry }) => entry.key.text));
    for (const one of lent) {
      if (keys.has(one.entry.key.text)) continue;
      keys.add(one.entry.key.text);
      own.push(one);
    }
    return own;
  }

  private entry(pair: YamlPair, origin: number, at: Span | undefined, depth: number): Entry {
    const key = this.key(pair.key, origin, at);
    const value = this.node(pair.value, origin, at, depth + 1) ?? this.missing(key);
    value.key = key;
    return { key, value, colon: pair.value !== null, start: key.start, end: Math.max(key.end, value.end) };
  }

  /** What the value of a merge key lends: a map's entries, or those of each of a list of maps. */
  private merged(source: YamlNode, origin: number, at: Span | undefined, depth: number): Entry[] {
    const span = at ?? spanOf(source, origin);
    if (depth > DEEPEST) return [];
    if (isAlias(source)) {
      // Merge keys can lend nothing at all and yet repeat one another beyond any bound.
      if (!this.context.mayBorrow(this.absolute(span, origin))) return [];
      const lend = (target: YamlNode) => this.merged(target, origin, span, depth + 1);
      return this.context.expand(source.source, this.absolute(span, origin), lend) ?? [];
    }
    if (!at) this.context.name(source);
    if (isSeq(source)) return source.items.flatMap((item) => this.merged(item as YamlNode, origin, at, depth + 1));
    return isMap(source) ? this.entries(source, () => origin, span, depth + 1).map(({ entry }) => entry) : [];
  }

  /** The maps that the merge keys of a map name. */
  private *lenders(map: YAMLMap): Generator<MapNode> {
    for (const { key, value } of map.items)
      if (isMergeKey(key as YamlNode | null))
        for (const source of isSeq(value) ? value.items : [value]) {
          const target = isAlias(source) ? this.context.anchors.get(source.source) : undefined;
          const lender = target && this.context.anchored.get(target);
          if (lender) yield lender;
        }
  }

  private key(node: YamlNode | null, origin: number, at: Span | undefined): ScalarNode {
    const span = at ?? (node ? spanOf(node, origin) : { start: 0, end: 0 });
    const key = isScalar(node)
      ? this.scalar(node, span, at !== undefined, origin)
      : new ScalarNode(span.start, span.end, true, "", "plain");
    if (key.text !== "" || key.spoiled) return key;
    this.context.errors.push({ code: "KEY_NOT_A_WORD", message: "", ...this.absolute(span, origin) });
    key.spoiled = true;
    return key;
  }

  private node(node: YamlNode | null, origin: number, at: Span | undefined, depth: number): Node | undefined {
    if (!node) return undefined;
    const span = at ?? spanOf(node, origin);
    const borrowed = at !== undefined;
    if (borrowed && !this.context.mayBorrow(this.absolute(span, origin))) return undefined;
    if (depth > DEEPEST) {
      this.context.errors.push({ code: "TOO_DEEP", message: "", ...this.absolute(span, origin) });
      return undefined;
    }
    if (isAlias(node)) {
      const result = this.context.expand(node.source, this.absolute(span, origin), (target) =>
        this.node(target, origin, span, depth + 1),
      );
      return result ?? this.unreadable(span, `*${node.source}`);
    }
    if (!borrowed) this.context.name(node);
    if (isMap(node)) {
      const entries = this.entries(node, () => origin, at, depth).map(({ entry }) => entry);
      const own = entries.filter(({ key }) => !key.borrowed);
      const end = node.flow || borrowed ? span.end : farthest(own, span.start);
      const map = new MapNode(span.start, end, borrowed, node.flow === true, entries, [...this.lenders(node)]);
      if (!borrowed && node.anchor) this.context.anchored.set(node, map);
      for (const entry of entries) entry.value.parent = map;
      return map;
    }
    if (isSeq(node)) {
      const items = node.items.map(
        (item) => this.node(item as YamlNode, origin, at, depth + 1) ?? this.unreadable(span, ""),
      );
      const end = node.flow || borrowed ? span.end : farthest(items, Math.min(span.start + 1, span.end));
      const list = new ListNode(span.start, end, borrowed, node.flow === true, items);
      for (const item of items) item.parent = list;
      return list;
    }
    return isScalar(node) ? this.scalar(node, span, borrowed, origin) : this.unreadable(span, "");
  }

  private scalar(node: Scalar, span: Span, borrowed: boolean, origin: number): ScalarNode {
    const style = node.type === "PLAIN" ? "plain" : node.type?.startsWith("BLOCK") ? "block" : "quoted";
    const scalar = new ScalarNode(span.start, span.end, borrowed, String(node.source ?? node.value ?? ""), style);
    const start = span.start + origin;
    const end = span.end + origin;
    if (this.spoiled.some((spoilt) => spoilt.start < Math.max(end, start + 1) && start < spoilt.end))
      scalar.spoiled = true;
    return scalar;
  }

  /** A key without a value. */
  private missing(key: ScalarNode): ScalarNode {
    return new ScalarNode(key.end, key.end, key.borrowed, "", "plain");
  }

  private unreadable(span: Span, text: string): ScalarNode {
    const scalar = new ScalarNode(span.start, span.end, true, text, "plain");
    scalar.spoiled = true;
    return scalar;
  }

  private absolute(span: Span, origin: number): Span {
    return { start: span.start + origin + this.shift, end: span.end + origin + this.shift };
  }
}

type YamlPair = Pair<YamlNode, YamlNode | null>;

function isMergeKey(key: YamlNode | null): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<";
}

/** Where the last of some spans ends: a collection's own end lies past the comments that follow it. */
function farthest(spans: readonly Span[], least: number): number {
  return spans.reduce((end, span) => Math.max(end, span.end), least);
}

function spanOf(node: YamlNode, origin: number): Span {
  const [start, end] = node.range ?? [origin, origin];
  return { start: start - origin, end: end - origin };
}

/** Tells every node which section it belongs to. */
export function claim(section: Section, node: Node): void {
  node.section = section;
  if (node.kind === "map")
    for (const entry of node.all) {
      claim(section, entry.key);
      claim(section, entry.value);
    }
  else if (node.kind === "list") for (const item of node.all) claim(section, item);
}

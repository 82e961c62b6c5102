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
    const sections: { section: Section; start: number }[] = [];
    for (const pair of root.items as Pair<YamlNode, YamlNode | null>[]) {
      const origin = pair.key?.range?.[0] ?? 0;
      for (const entry of this.entries(pair, origin, undefined, 0)) {
        const section: Section = {
          uri: this.context.uri,
          name: entry.key.text,
          key: entry.key,
          value: entry.value,
          broken,
        };
        claim(section, entry.key);
        claim(section, entry.value);
        sections.push({ section, start: origin + this.shift });
      }
    }
    return sections;
  }

  /** One entry for a pair, or those that a merge key lends. `at` is the alias through which we came. */
  private *entries(
    pair: Pair<YamlNode, YamlNode | null>,
    origin: number,
    at: Span | undefined,
    depth: number,
  ): Generator<Entry> {
    const key = this.key(pair.key, origin, at);
    if (key.text === "<<" && key.style === "plain" && pair.value) {
      yield* this.merged(pair.value, origin, at, depth);
      return;
    }
    const value = this.node(pair.value, origin, at, depth + 1) ?? this.missing(key);
    value.key = key;
    yield { key, value, colon: pair.value !== null, start: key.start, end: Math.max(key.end, value.end) };
  }

  private *merged(source: YamlNode, origin: number, at: Span | undefined, depth: number): Generator<Entry> {
    const span = at ?? spanOf(source, origin);
    if (depth > DEEPEST) return;
    if (isAlias(source)) {
      const target = this.context.expand(source.source, this.absolute(span, origin), (found) => [
        ...this.merged(found, origin, span, depth + 1),
      ]);
      yield* target ?? [];
    } else if (isSeq(source)) {
      for (const item of source.items) yield* this.merged(item as YamlNode, origin, at, depth + 1);
    } else if (isMap(source)) {
      for (const pair of source.items)
        yield* this.entries(pair as Pair<YamlNode, YamlNode | null>, origin, span, depth + 1);
    }
  }

  /** The maps that the merge keys of a map name. */
  private *lenders(map: YAMLMap): Generator<MapNode> {
    for (const { key, value } of map.items)
      if (isScalar(key) && key.source === "<<")
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
    if (!borrowed && "anchor" in node && typeof node.anchor === "string") this.context.anchors.set(node.anchor, node);
    if (isMap(node)) {
      const own: Entry[] = [];
      const lent: Entry[] = [];
      for (const pair of node.items as Pair<YamlNode, YamlNode | null>[]) {
        const isMerge = isScalar(pair.key) && pair.key.source === "<<";
        for (const entry of this.entries(pair, origin, at, depth)) (isMerge ? lent : own).push(entry);
      }
      const keys = new Set(own.map((entry) => entry.key.text));
      const entries = [...own, ...lent.filter((entry) => !keys.has(entry.key.text))];
      const end = node.flow || borrowed ? span.end : Math.max(span.start, ...own.map((entry) => entry.end));
      const map = new MapNode(span.start, end, borrowed, node.flow === true, entries, [...this.lenders(node)]);
      if (!borrowed && node.anchor) this.context.anchored.set(node, map);
      for (const entry of entries) entry.value.parent = map;
      return map;
    }
    if (isSeq(node)) {
      const items = node.items.map(
        (item) => this.node(item as YamlNode, origin, at, depth + 1) ?? this.unreadable(span, ""),
      );
      const end =
        node.flow || borrowed
          ? span.end
          : Math.max(Math.min(span.start + 1, span.end), ...items.map((item) => item.end));
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

function spanOf(node: YamlNode, origin: number): Span {
  const [start, end] = node.range ?? [origin, origin];
  return { start: start - origin, end: end - origin };
}

/** Tells every node which section it belongs to. */
function claim(section: Section, node: Node): void {
  node.section = section;
  if (node.kind === "map")
    for (const entry of node.all) {
      claim(section, entry.key);
      claim(section, entry.value);
    }
  else if (node.kind === "list") for (const item of node.all) claim(section, item);
}

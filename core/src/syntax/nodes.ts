import type {
  AnyType,
  BooleanType,
  ChoiceType,
  DateType,
  EitherType,
  Key,
  ListType,
  MapType,
  NumberType,
  ObjectType,
  QuantityType,
  ScalarType,
  UnitType,
  ValueType,
} from "../language/types.ts";
import type { PlanDate, Quantity, Unit } from "../quantity/index.ts";
import { reads } from "./reads.ts";

/**
 * One top-level entry of a file. All positions in it are offsets from its own start (the first character of its
 * key), so that it can be kept as it is when something before it changes; PlanFile knows where it starts.
 */
export interface Section {
  /** The file it is in. */
  readonly uri: string;
  readonly name: string;
  readonly key: ScalarNode;
  readonly value: Node;
  /** The YAML in it could not be read whole: what seems missing here may only be garbled. */
  readonly broken: boolean;
}

/** Offsets (UTF-16) relative to the start of the node's section; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a typed scalar holds once read. */
export type ScalarValue = string | number | boolean | Quantity | Unit | PlanDate;

abstract class BaseNode implements Span {
  /** What the language expects here; set by the structure pass, and only where the shape fits it. */
  type?: ValueType;
  /** The map or list that holds this node; undefined for a section's key and value. */
  parent?: MapNode | ListNode;
  /** The key under which it stands, where it stands in a map. */
  key?: ScalarNode;
  section!: Section;
  constructor(
    readonly start: number,
    readonly end: number,
    /** Came through an alias or a merge key: it has no text of its own here that an edit could change. */
    readonly borrowed: boolean,
  ) {}
}

export type ScalarStyle = "plain" | "quoted" | "block";

export class ScalarNode<Value extends ScalarValue = any> extends BaseNode {
  readonly kind = "scalar";
  /** The value by its type; undefined where it could not be read, or is a placeholder. */
  value?: Value;
  /** A trap of YAML or of writing was met here and has its own finding: nothing else may be said of the value. */
  spoiled = false;
  constructor(
    start: number,
    end: number,
    borrowed: boolean,
    /** The text that was meant, without quotes. */
    readonly text: string,
    readonly style: ScalarStyle,
  ) {
    super(start, end, borrowed);
  }
  /** The text of a word or a number: without the line end that a block of text closes with. */
  get word(): string {
    return this.style === "block" ? this.text.trim() : this.text;
  }
  /** Nothing was written: `key:` alone, `~` or `null`. */
  get isNull(): boolean {
    return this.style === "plain" && (this.text === "" || this.text === "~" || this.text === "null");
  }
  /** A plain `<what to write>`, left for a person. */
  get isPlaceholder(): boolean {
    return this.style === "plain" && isPlaceholder(this.text);
  }
}

export function isPlaceholder(text: string): boolean {
  return text.length > 2 && text.startsWith("<") && text.endsWith(">") && !text.includes("\n");
}

export interface Entry extends Span {
  readonly key: ScalarNode;
  readonly value: Node;
  /** In a flow map a key may stand without a colon: `{a: 1, b}`. */
  readonly colon: boolean;
}

export class MapNode<Type extends ValueType = any> extends BaseNode {
  readonly kind = "map";
  declare type?: Type;
  private readonly byKey = new Map<string, Entry>();
  /** @param lenders the maps that merge keys take entries from */
  constructor(
    start: number,
    end: number,
    borrowed: boolean,
    readonly flow: boolean,
    readonly all: readonly Entry[],
    readonly lenders: readonly MapNode[] = [],
  ) {
    super(start, end, borrowed);
    for (const entry of all) if (!this.byKey.has(entry.key.text)) this.byKey.set(entry.key.text, entry);
  }
  /** The entries as they count: of keys written twice only the first. */
  get entries(): IterableIterator<Entry> {
    return this.byKey.values();
  }
  /** Is a key written twice? */
  get hasDuplicates(): boolean {
    return this.byKey.size < this.all.length;
  }
  /** The entry as it was written, whatever its shape. */
  entry(key: string): Entry | undefined {
    const entry = this.byKey.get(key);
    return reads.noted ? reads.noted.see(this, key, entry) : entry;
  }
  /** Is the key there with something written for it, be it a placeholder or a value that can't be read? */
  has(key: string): boolean {
    const value = this.entry(key)?.value;
    return value !== undefined && !(value.kind === "scalar" && value.isNull && !value.spoiled);
  }
  /** The value of a key of this object, undefined where it is absent, empty or of the wrong shape. */
  get<Name extends KeyName<Type>>(key: Name): NodeOf<KeyType<Type, Name>> | undefined {
    const value = this.has(key) ? this.entry(key)?.value : undefined;
    return value?.type === undefined ? undefined : (value as NodeOf<KeyType<Type, Name>>);
  }
  /** The entries of a map keyed by id whose values have the right shape. */
  items(): { id: string; key: ScalarNode; value: ItemOf<Type> }[] {
    const items = [];
    for (const { key, value } of this.byKey.values())
      if (value.type) items.push({ id: key.text, key, value: value as ItemOf<Type> });
    return items;
  }
}

export class ListNode<Of extends ValueType = any> extends BaseNode {
  readonly kind = "list";
  constructor(
    start: number,
    end: number,
    borrowed: boolean,
    readonly flow: boolean,
    readonly all: readonly Node[],
  ) {
    super(start, end, borrowed);
  }
  /** The items that have the right shape. */
  items(): NodeOf<Of>[] {
    return this.all.filter((item) => item.type !== undefined) as NodeOf<Of>[];
  }
}

export type Node = ScalarNode | MapNode | ListNode;

type KeysOf<Type> = ValueType extends Type ? never : Type extends ObjectType<string, infer Keys> ? Keys : never;
/** The keys that `get` takes: those of the object type, or any where the type is not known. */
export type KeyName<Type> = [KeysOf<Type>] extends [never] ? string : keyof KeysOf<Type> & string;
type KeyType<Type, Name> = [KeysOf<Type>] extends [never]
  ? ValueType
  : Name extends keyof KeysOf<Type>
    ? KeysOf<Type>[Name] extends Key<infer Value>
      ? Value
      : never
    : never;
type ItemOf<Type> = ValueType extends Type ? Node : Type extends MapType<infer Of> ? NodeOf<Of> : Node;

/** The node class that the structure pass leaves for a value of this type. */
export type NodeOf<Type> = ValueType extends Type
  ? Node
  : Type extends ObjectType<string, any>
    ? MapNode<Type>
    : Type extends MapType<any>
      ? MapNode<Type>
      : Type extends ListType<infer Of>
        ? ListNode<Of>
        : Type extends EitherType<infer Of>
          ? NodeOf<Of[number]>
          : Type extends AnyType
            ? Node
            : Type extends ScalarType
              ? ScalarNode<ValueOf<Type>>
              : never;

/** What a scalar of this type holds once read. */
type ValueOf<Type> =
  Type extends ChoiceType<infer Choice>
    ? Choice
    : Type extends BooleanType
      ? boolean
      : Type extends NumberType
        ? number
        : Type extends QuantityType
          ? Quantity
          : Type extends DateType<infer OrMilestone>
            ? true extends OrMilestone
              ? PlanDate | string
              : PlanDate
            : Type extends UnitType
              ? Unit
              : string;

/** The type of a map: an object's or that of a map of ids. */
export function containerType(map: MapNode<any>): ObjectType | MapType | undefined {
  return map.type as ObjectType | MapType | undefined;
}

/** Every node in it, itself first, in the order of the text; a borrowed part once a use. */
export function walk(node: Node, nodes: Node[] = []): Node[] {
  nodes.push(node);
  if (node.kind === "map") for (const entry of node.all) walk(entry.value, nodes);
  else if (node.kind === "list") for (const item of node.all) walk(item, nodes);
  return nodes;
}

/** The keys that lead from the root of the file to this node; items of lists by their index. */
export function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  let current: Node = node;
  while (current.parent) {
    path.unshift(current.parent.kind === "list" ? current.parent.all.indexOf(current) : (current.key?.text ?? ""));
    current = current.parent;
  }
  path.unshift(current.section.name);
  return path;
}

import type { Quantity } from "../quantity/index.ts";
import { readQuantity } from "../quantity/index.ts";
import type { Node, ScalarNode } from "../syntax/nodes.ts";
import type { Place } from "../workspace/checked-plan.ts";
import type { Located } from "./artifact.ts";

/** The keys of a shape; of several possible shapes, those of each. */
type KeyOf<Shape> = Shape extends readonly unknown[] ? never : Shape extends object ? keyof Shape & string : never;
type ValueAt<Shape, Name extends string> = Shape extends { readonly [Key in Name]?: infer Value } ? Value : never;
type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? Item : never;

/**
 * A value of a linked file, which may be there or not: whatever is asked of what is absent or has another shape is
 * absent too. `Shape` is what its format says it looks like, so that a key which the format does not have is a
 * compile error.
 */
export class Data<Shape = unknown> {
  constructor(
    private readonly uri: string,
    private readonly node: Node | undefined,
    /** What to add to the offsets of the nodes to make them offsets into the text of the file. */
    private readonly shift: number,
  ) {}

  /** The same value, looked at as one of another shape. */
  as<Other>(): Data<Other> {
    return this.to(this.node);
  }

  /** The value of a key. */
  get<Name extends KeyOf<NonNullable<Shape>>>(name: Name): Data<ValueAt<NonNullable<Shape>, Name>> {
    return this.to(this.node?.kind === "map" ? this.node.entry(name)?.value : undefined);
  }

  /** The items of a list. */
  items(): Data<ItemOf<NonNullable<Shape>>>[] {
    return this.node?.kind === "list" ? this.node.all.map((item) => this.to(item)) : [];
  }

  /** The entries of a map that is keyed by names. */
  entries(): { name: Located<string>; value: Data<ValueAt<NonNullable<Shape>, string>> }[] {
    if (this.node?.kind !== "map") return [];
    return [...this.node.entries].map(({ key, value }) => ({
      name: { value: key.text, place: this.placeOf(key) },
      value: this.to(value),
    }));
  }

  /** Is a map, though perhaps an empty one. */
  get isMap(): boolean {
    return this.node?.kind === "map";
  }
  get isList(): boolean {
    return this.node?.kind === "list";
  }
  get isText(): boolean {
    return this.written !== undefined;
  }
  /** Something is written, of whatever shape. */
  get isThere(): boolean {
    return this.isMap || this.isList || this.isText;
  }

  /** Where it stands; where it is absent, the start of the file. */
  get place(): Place {
    return this.node ? this.placeOf(this.node) : { uri: this.uri, start: 0, end: 0 };
  }

  /** The text of a scalar with something in it. */
  text(): Located<string> | undefined {
    const scalar = this.written;
    const text = scalar?.word.trim();
    return scalar && text ? { value: text, place: this.placeOf(scalar) } : undefined;
  }

  /** A number as JSON and YAML write it, in quotes too. */
  number(): Located<number> | undefined {
    const text = this.text();
    if (!text || !/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.value)) return undefined;
    const value = Number(text.value);
    return Number.isFinite(value) ? { value, place: text.place } : undefined;
  }

  /** Written, and as `true`. */
  get isTrue(): boolean {
    return /^(?:true|True|TRUE)$/.test(this.text()?.value ?? "");
  }
  /** Written, and as `false`. */
  get isFalse(): boolean {
    return /^(?:false|False|FALSE)$/.test(this.text()?.value ?? "");
  }

  private get written(): ScalarNode | undefined {
    return this.node?.kind === "scalar" && !this.node.isNull ? this.node : undefined;
  }
  private to<Of>(node: Node | undefined): Data<Of> {
    return new Data<Of>(this.uri, node, this.shift);
  }
  private placeOf(node: Node): Place {
    return { uri: this.uri, start: node.start + this.shift, end: node.end + this.shift };
  }
}

/** An object to which absent values are given as `undefined`. */
type WithGaps<Shape> = { [Key in keyof Shape]: object extends Pick<Shape, Key> ? Shape[Key] | undefined : Shape[Key] };

/** The object without the keys of what is absent. */
export function present<Shape extends object>(fields: WithGaps<Shape>): Shape {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Shape;
}

/** A length of time from a number and a unit such as `d`, `days`, `yr`. */
export function duration(text: Located<string> | undefined, unit?: string): Located<Quantity> | undefined {
  if (!text) return undefined;
  const { quantity } = readQuantity(unit === undefined ? text.value : `${text.value} ${unit}`);
  return quantity?.dimension === "duration" ? { value: quantity, place: text.place } : undefined;
}

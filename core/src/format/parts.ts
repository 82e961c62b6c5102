import type { Span } from "../syntax/nodes.ts";

/**
 * What a text consists of besides white space, in the order of the text: the marks of YAML, keys and values, comments.
 * Each is within one line: a value over several lines is a part for each of them. Formatting changes nothing but the
 * white space between parts.
 */
export interface Part extends Span {
  readonly kind:
    | "open"
    | "close"
    | "comma"
    | "colon"
    | "dash"
    | "scalar"
    | "alias"
    /** An anchor or a tag. */
    | "property"
    | "comment"
    /** A directive, or where a document starts or ends. */
    | "marker"
    /** A further line of a plain or quoted text; `head` is where it begins. */
    | "more"
    /** A line of a block of text; `head` is its `|` or `>`. */
    | "block"
    /** A section that can't be read: it stays as it is. */
    | "verbatim";
  /** Where it goes if it begins its line; comments, and further lines of a value, go with others. */
  readonly spot?: Spot;
  readonly head?: number;
  /**
   * The white space before it stays: it may be a piece of a value that its own comma has cut, as in `140,000 EUR`, of which
   * its author is told as it is written.
   */
  readonly cut?: true;
  /** The innermost collection that it is in, the one that it opens or closes included. */
  readonly collection?: Collection;
}

/** A place in a collection: that of an item, of the value of an item, or of the bracket that closes. */
export interface Spot {
  readonly of: Collection;
  readonly as: "item" | "value" | "close";
}

export class Collection {
  /** The first and the last part of it. */
  first = 0;
  last = 0;
  /** The parts with which its items begin. */
  readonly items: number[] = [];

  constructor(
    readonly kind: "map" | "list" | "flow",
    /** The collection it is an item or a value of; undefined for the whole file. */
    readonly parent?: Collection,
  ) {}
}

/** What the marks of YAML are called here. */
export const KINDS: Readonly<Record<string, Part["kind"]>> = {
  "seq-item-ind": "dash",
  "map-value-ind": "colon",
  "flow-map-start": "open",
  "flow-seq-start": "open",
  "flow-map-end": "close",
  "flow-seq-end": "close",
  comma: "comma",
  anchor: "property",
  tag: "property",
  comment: "comment",
  directive: "marker",
  "doc-start": "marker",
  "doc-end": "marker",
  alias: "alias",
};

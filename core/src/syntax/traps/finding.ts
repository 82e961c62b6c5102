import type { Span } from "../nodes.ts";

/** An error as the `yaml` package gives it, or one of our own codes; offsets into the text that was read. */
export interface YamlError extends Span {
  readonly code: string;
  readonly message: string;
}

export interface TextChange extends Span {
  readonly newText: string;
}

/** A comparison in front of a quantity. */
export interface Operator {
  readonly operator: string;
  /** What remains without it. */
  readonly rest: string;
  /** UTF-16 units of the operator and the blanks after it. */
  readonly length: number;
}

/** An error in words that an author understands. All offsets are into the text that was read. */
export interface SyntaxFinding extends Span {
  readonly rule: "yaml-syntax" | "unquoted-operator";
  readonly message: string;
  /** The comparison that is in the way. What says it instead depends on where it stands: its rule adds that. */
  readonly operator?: Operator;
  /** What an author would most likely want; applied alone it makes this error go away. */
  readonly fix?: {
    readonly title: string;
    readonly changes: readonly TextChange[];
    /** An author may as well want something else, so it is not to be made unasked. */
    readonly unsure?: true;
  };
  /** A change of the same length after which the rest can be read as it was meant. Never shown. */
  readonly repair?: TextChange;
  /** The repair hides lines: what seems missing afterwards may only be hidden. */
  readonly lossy?: true;
  /** Where other errors are only consequences of this one, and not to be shown. */
  readonly covers?: Span;
  /** The value about which nothing else may be said, since this finding speaks of it. */
  readonly spoils?: Span;
}

/** Looks at an error and explains it, if it is of the kind that it knows. */
export type Trap = (problem: Problem) => SyntaxFinding | undefined;

/** What the traps look at. */
export interface Problem {
  readonly error: YamlError;
  readonly text: string;
}

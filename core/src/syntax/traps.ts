import type { Span } from "./nodes.ts";

/** An error as the `yaml` package gives it; offsets into the text that was read. */
export interface YamlError extends Span {
  readonly code: string;
  readonly message: string;
}

export interface TextChange extends Span {
  readonly newText: string;
}

/** An error in words that an author understands. All offsets are into the text that was read. */
export interface SyntaxFinding extends Span {
  readonly rule: "yaml-syntax" | "unquoted-operator";
  readonly message: string;
  readonly fix?: { readonly title: string; readonly changes: readonly TextChange[] };
  /** A change of the same length after which the rest can be read as it was meant. */
  readonly repair?: TextChange;
  /** The value about which nothing else may be said, since this finding speaks of it. */
  readonly spoils?: Span;
}

/** Says what is wrong where the YAML reader stumbled, and how to go on reading. */
export function explain(error: YamlError, _text: string): SyntaxFinding {
  return { rule: "yaml-syntax", start: error.start, end: error.end, message: error.message };
}

import { CST, Lexer } from "yaml";
import type { Span } from "../nodes.ts";

/** A token of YAML; `type` is that of the `yaml` package, `scalar` for plain text. */
export interface Lexeme extends Span {
  readonly type: string;
}

/** What YAML itself makes of the text before an offset. */
export interface Surroundings {
  /** The brackets that are open there, outermost first. */
  readonly open: readonly Lexeme[];
  /** Where the value (or key) begins that the offset is in the middle of. */
  readonly valueStart: number;
  /** The key whose value that is. */
  readonly key: string | undefined;
  /** The last lexeme with content before it. */
  readonly previous: Lexeme | undefined;
}

const QUIET = new Set(["space", "comment", "newline", "byte-order-mark"]);
const BEFORE_VALUE = new Set(["map-value-ind", "comma", "flow-map-start", "flow-seq-start", "seq-item-ind"]);

/** Cuts a text into lexemes. Any text can be cut: the lexer knows no errors. */
export function* lexemes(text: string): Generator<Lexeme> {
  let start = 0;
  let plain = false;
  for (const source of new Lexer().lex(text)) {
    const type: string = plain ? "scalar" : (CST.tokenType(source) ?? "scalar");
    // A mark that plain text follows, and the marks of a document's start and of brackets cut short, are not in the text.
    if (!plain && (type === "scalar" || type === "doc-mode" || type === "flow-error-end")) {
      plain = type === "scalar";
      if (type === "flow-error-end") yield { type, start, end: start };
      continue;
    }
    plain = false;
    yield { type, start, end: start + source.length };
    start += source.length;
  }
}

/** Reads up to an offset; costs as much as the text before it is long. */
export function surroundings(text: string, offset: number): Surroundings {
  let open: Lexeme[] = [];
  let value: number | undefined;
  let key: string | undefined;
  let previous: Lexeme | undefined;
  let scalar: Lexeme | undefined;
  for (const lexeme of lexemes(text)) {
    if (lexeme.start >= offset) break;
    const type: string = lexeme.type;
    if (type === "map-value-ind") key = scalar && text.slice(scalar.start, scalar.end);
    else if (type === "comma") key = undefined;
    else if (type === "newline" && open.length === 0) value = undefined;
    if (type === "flow-error-end") open = [];
    else if (type.endsWith("-start") && type.startsWith("flow")) open.push(lexeme);
    else if (type.endsWith("-end") && type.startsWith("flow")) open.pop();
    if (QUIET.has(type) || type === "flow-error-end") continue;
    value = BEFORE_VALUE.has(type) ? undefined : (value ?? lexeme.start);
    previous = lexeme;
    if (type.endsWith("scalar")) scalar = lexeme;
  }
  return { open, valueStart: value ?? offset, key, previous };
}

export function isQuoted(lexeme: Lexeme | undefined): lexeme is Lexeme {
  return lexeme?.type === "double-quoted-scalar" || lexeme?.type === "single-quoted-scalar";
}

/** A rule of a TextMate grammar. */
export interface GrammarRule {
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly GrammarRule[];
}
type Captures = Readonly<Record<string, { readonly name: string }>>;

/** Scopes that themes know, with the name of the language behind. */
export function scope(name: string): string {
  return `${name}.aiplan`;
}

/** The scopes of the groups of a match, by their number. */
export function captures(names: Readonly<Record<number, string>>): Captures {
  return Object.fromEntries(Object.entries(names).map(([group, name]) => [group, { name: scope(name) }]));
}

export function include(name: string): GrammarRule {
  return { include: `#${name}` };
}

/** Whether a value stands on lines of its own or in a `{...}` or `[...]`, where commas and brackets end it. */
export type Mode = "block" | "flow";

/** What must follow a value for the match to be all of it. */
export const END: Readonly<Record<Mode, string>> = {
  block: "(?=\\s*$|\\s+#)",
  flow: "(?=\\s*(?:$|[,\\[\\]{}])|\\s+#)",
};

const RESERVED = "[\\s\\[\\]{},#&*!|>'\"%@`]";
const CHARACTERS: Readonly<Record<Mode, string>> = {
  block: "[^\\s:#]|:(?=\\S)|(?<=\\S)#",
  flow: "[^\\s:#,\\[\\]{}]|:(?=[^\\s,\\[\\]{}])|(?<=\\S)#",
};
const AFTER_SPACE: Readonly<Record<Mode, string>> = { block: "[^\\s#", flow: "[^\\s#,\\[\\]{}" };

/** Text without quotes, as far as it goes on its line. */
export function plain(mode: Mode): string {
  return `(?!${RESERVED}|[-?:](?:\\s|$))(?:${CHARACTERS[mode]}|[ \\t]+(?=${AFTER_SPACE[mode]}]))+`;
}

/** A key of any name, quoted or not, up to its colon. */
export function anyKey(mode: Mode): string {
  const words = `(?!${RESERVED}|[-?:](?:\\s|$))(?:${CHARACTERS[mode]}|[ \\t]+(?=${AFTER_SPACE[mode]}:]))+`;
  return `"(?:[^"\\\\]|\\\\.)*"|'(?:[^']|'')*'|${words}`;
}

export const PLACEHOLDER = "<[^<>\\r\\n]+>";

/** One scope alone would look like something else in many themes. */
export const PLACEHOLDER_SCOPE = `${scope("markup.inserted.placeholder")} ${scope("markup.italic.placeholder")}`;

/**
 * A key with its value, on lines of its own. The rule holds for as long as lines are indented deeper than the key, so
 * nothing that is half typed in the value colours what comes after it.
 *
 * The key may be the first one of an item of a list: then the item's dash counts as indentation. A back reference
 * stands for the text of its group, so with a dash `(?!\2) ` asks for a space in its place, and without one the empty
 * `(?=\2)` asks for nothing. Lists and closing brackets may stand right below their key.
 */
export function blockEntry(key: string, keyScope: string, patterns: readonly GrammarRule[]): GrammarRule {
  const column = "\\1(?:(?!\\2) |(?=\\2))\\3";
  return {
    begin: `^([ \\t]*)(?:(-)([ \\t]+))?(${key})([ \\t]*:)(?=\\s|$)`,
    beginCaptures: entryCaptures(2, 4, keyScope),
    while: `^(?=${column}(?:[ \\t]|-(?:\\s|$)|[}\\]])|\\s*(?:#|$))`,
    patterns,
  };
}

/** A key with its value inside `{...}`. */
function flowEntry(key: string, keyScope: string, patterns: readonly GrammarRule[]): GrammarRule {
  return {
    begin: `(?<![^\\s{,\\[])(${key})([ \\t]*:)(?=[\\s,\\[\\]{}]|$)`,
    beginCaptures: entryCaptures(undefined, 1, keyScope),
    end: "(?=[,}\\]])",
    patterns,
  };
}

export function entry(mode: Mode, key: string, keyScope: string, patterns: readonly GrammarRule[]): GrammarRule {
  return mode === "block" ? blockEntry(key, keyScope, patterns) : flowEntry(key, keyScope, patterns);
}

function entryCaptures(dash: number | undefined, key: number, keyScope: string): Captures {
  return {
    ...(dash === undefined ? {} : captures({ [dash]: "punctuation.definition.block.sequence.item" })),
    [key]: { name: keyScope },
    ...captures({ [key + 1]: "punctuation.separator.key-value.mapping" }),
  };
}

/** One item of a list on lines of its own; it ends like an entry does. */
export function item(patterns: readonly GrammarRule[]): GrammarRule {
  return {
    begin: "^([ \\t]*)(-)(?=\\s|$)",
    beginCaptures: captures({ 2: "punctuation.definition.block.sequence.item" }),
    while: "^(?=\\1(?:[ \\t]|[}\\]])|\\s*(?:#|$))",
    patterns,
  };
}

export function flowMap(patterns: readonly GrammarRule[]): GrammarRule {
  return brackets("{", "}", "mapping", patterns);
}

export function flowList(patterns: readonly GrammarRule[]): GrammarRule {
  return brackets("[", "]", "sequence", patterns);
}

function brackets(open: string, close: string, what: string, patterns: readonly GrammarRule[]): GrammarRule {
  return {
    begin: `\\${open}`,
    beginCaptures: captures({ 0: `punctuation.definition.${what}.begin` }),
    end: `\\${close}`,
    endCaptures: captures({ 0: `punctuation.definition.${what}.end` }),
    patterns: [...patterns, { match: ",", name: scope(`punctuation.separator.${what}`) }],
  };
}

/** Words as alternatives of a pattern. */
export function oneOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[^\w-]/g, "\\$&")).join("|");
}

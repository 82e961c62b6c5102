import type { Span } from "../nodes.ts";
import type { Problem, SyntaxFinding, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { contentEnd, type Line, lineAt } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { blank, quoteIt, shown, spanOf, syntaxError, valueSpan } from "./values.ts";

/** A value (or key) that starts with a sign that YAML keeps for itself: `@maria`, `%`, a backtick, a comma. */
export const firstSignTrap: Trap = ({ error, text }) => {
  const complex = error.code === "BLOCK_AS_IMPLICIT_KEY" && text.startsWith("? ", error.start);
  if (error.code !== "BAD_SCALAR_START" && !complex) return undefined;
  const { open, key } = surroundings(text, error.start);
  const sign = text[error.start]!;
  const line = lineAt(text, error.start);
  if (line.start + line.indent === error.start) return atLineStart(text, line);
  if (sign === ",") {
    return {
      rule: "yaml-syntax",
      start: error.start,
      end: error.start + 1,
      message: "This comma stands at the start of a value. Remove it.",
      fix: { title: "Remove the comma", changes: [{ start: error.start, end: error.start + 1, newText: "" }] },
      repair: { start: error.start, end: error.start + 1, newText: " " },
    };
  }
  const value = valueSpan(text, error.start, open.length > 0);
  const written = text.slice(value.start, value.end);
  if (written === "%" && key === "unit") {
    return {
      ...quoteIt(text, value, "A value can't start with `%`. The unit is called `percent`."),
      fix: { title: "Write `percent`", changes: [{ ...value, newText: "percent" }] },
    };
  }
  return quoteIt(
    text,
    value,
    `A value can't start with ${shown(sign)}: YAML keeps it for itself. Put ${shown(written)} in quotes.`,
  );
};

/** `@maria: …`: without the sign it may be a key; to read on, it is one that nothing else is said of. */
function atLineStart(text: string, line: Line): SyntaxFinding {
  const start = line.start + line.indent;
  const sign = { start, end: start + 1 };
  const key = /^.[^\s:]+(?=:(?:\s|$))/.exec(line.content)?.[0];
  const shownSign = shown(text[start]!);
  return syntaxError(sign, `A line can't start with ${shownSign}: YAML keeps it for itself. Remove it.`, {
    fix: { title: `Remove ${shownSign}`, changes: [{ ...sign, newText: "" }] },
    ...(key === undefined
      ? hide(text, [line])
      : { repair: { ...sign, newText: "_" }, spoils: { start, end: start + key.length } }),
  });
}

/** `*important*`, `& sons`, `!now`: signs by which YAML names, repeats and types values. */
export const namingSignTrap: Trap = (problem) => {
  const { error, text } = problem;
  if (error.code === "UNRESOLVED_ALIAS") return unresolvedAlias(problem);
  const line = lineAt(text, error.start);
  if (/^[&!][^\s:]*:(\s|$)/.test(line.content) && error.start <= contentEnd(line)) return atLineStart(text, line);
  const { open, previous, valueStart } = surroundings(text, error.start);
  const afterAlias = error.code === "UNEXPECTED_TOKEN" && previous?.type === "alias";
  const separated = error.code === "MISSING_CHAR" && error.message.startsWith("Tags and anchors");
  if (!afterAlias && !separated && !SIGN_CODES.has(error.code)) return undefined;
  const start = /[&*!]/.test(text[valueStart] ?? "") ? valueStart : error.start;
  const value = valueSpan(text, start, open.length > 0);
  const sign = text[start]!;
  if (value.end <= start || !MEANINGS[sign]) return undefined;
  if (sign === "!" && value.end === tagEnd(text, start)) return tagAlone(text, value);
  return quoteIt(text, value, startsWith(text, value));
};

const SIGN_CODES = new Set([
  "BAD_ALIAS",
  "TAG_RESOLVE_FAILED",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "ALIAS_PROPS",
  "BAD_PROP_ORDER",
  "BAD_COLLECTION_TYPE",
]);

const MEANINGS: Readonly<Record<string, string>> = {
  "&": "gives the value a name in YAML",
  "*": "repeats another value by its name in YAML",
  "!": "says in YAML what type the value has",
};

function tagEnd(text: string, start: number): number {
  return start + /^[^\s,[\]{}]*/.exec(text.slice(start, start + 2000))![0].length;
}

/** A tag with its value on the lines below: no quotes help, and no tag is needed. */
function tagAlone(text: string, value: Span): SyntaxFinding {
  return {
    rule: "yaml-syntax",
    ...spanOf(value),
    message: `${shown(text.slice(value.start, value.end))} says in YAML what type the value has. A plan needs no types: remove it.`,
    fix: { title: "Remove it", changes: [{ ...spanOf(value), newText: "" }] },
    repair: { ...spanOf(value), newText: blank(text.slice(value.start, value.end)) },
  };
}

/** `*name` without an `&name` before it. There may be many in a long file: it looks no farther than it must. */
function unresolvedAlias({ error, text }: Problem): SyntaxFinding {
  const name = error.message;
  const line = lineAt(text, error.start);
  const { open } = surroundings(text.slice(line.start, line.end), error.start - line.start);
  const value = valueSpan(text, error.start, open.length > 0);
  const at = { start: error.start, end: Math.max(error.end, error.start + 1) };
  const anchor = anchorOf(text, name);
  if (anchor > error.start)
    return syntaxError(
      at,
      `\`*${name}\` stands above the value named \`&${name}\`. Name a value before you repeat it.`,
    );
  if (anchor >= 0)
    return syntaxError(
      at,
      `\`*${name}\` stands inside the value that it repeats, which would never end. Write the value out.`,
    );
  const emphasis = /^\*(\*|[\w-]*[^\w\s,\]}-])/.test(text.slice(value.start, value.end));
  if (emphasis) return quoteIt(text, value, startsWith(text, value));
  const message = `\`*${name}\` repeats a value named \`&${name}\`, and there is none. If you meant the star itself, put the value in quotes.`;
  return quoteIt(text, value, message, at);
}

/** Where a value is named so; -1 where none is. A name may be as long as a file: no pattern is made of it. */
function anchorOf(text: string, name: string): number {
  const anchor = `&${name}`;
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1))
    if (/[\s{[,]/.test(text[at - 1] ?? "") && /[\s,\]}]|^$/.test(text[at + anchor.length] ?? "")) return at;
  return -1;
}

function startsWith(text: string, value: Span): string {
  const sign = text[value.start]!;
  return `A value that starts with \`${sign}\` ${MEANINGS[sign]}. Put ${shown(text.slice(value.start, value.end))} in quotes.`;
}

import type { Span } from "../nodes.ts";
import type { Problem, SyntaxFinding, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { block, contentEnd, type Line, lineAt, linesAfter } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { insert, mask, quoteIt, shown, spanOf, syntaxError, valueSpan } from "./values.ts";

/** A colon and a space inside a value, which YAML takes for one more key: `how: Call: then page`. */
export const colonInTextTrap: Trap = ({ error, text }) => {
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" && error.code !== "BLOCK_IN_FLOW") return undefined;
  if (/block sequence/.test(error.message)) return undefined;
  const { open } = surroundings(text, error.start);
  const line = lineAt(text, error.start);
  const value = valueSpan(text, error.start, open.length > 0);
  const written = text.slice(value.start, value.end);
  const colon = written.search(/:(\s|$)/);
  if (colon < 0 || value.start === line.start + line.indent) return undefined;
  const at = { start: value.start + colon, end: value.start + colon + 1 };
  const [next] = linesAfter(text, line.start);
  if (colon === written.length - 1 && open.length === 0 && next && next.indent > line.indent)
    return syntaxError(at, `Two keys stand on one line. Start a new, indented line before ${shown(written)}.`);
  const start = written.slice(0, colon + 1);
  const message = `A colon followed by a space starts a value, but this one stands inside a text (${shown(start)}). Put the whole text in quotes.`;
  const end = value.end;
  return quoteIt(text, { start: value.start, end }, message, at);
};

/** `- b` behind a key on its line, and a dash in brackets. */
export const dashTrap: Trap = ({ error, text }) => {
  const dash = { start: error.start, end: error.start + 1 };
  if (!/^-\s/.test(text.slice(dash.start, dash.end + 1))) return undefined;
  const { open } = surroundings(text, error.start);
  const line = lineAt(text, error.start);
  const repair = { ...dash, newText: " " };
  if (open.length > 0) {
    const inList = text[open.at(-1)!.start] === "[";
    const item = valueSpan(text, dash.end + 1, true);
    const written = text.slice(item.start, item.end).trim();
    return syntaxError(dash, "In brackets a list has no dashes: its items stand between `[` and `]`, with commas.", {
      fix: inList
        ? { title: "Remove the dash", changes: [{ start: dash.start, end: item.start, newText: "" }] }
        : {
            title: "Write the item in `[` and `]`",
            changes: [{ start: dash.start, end: item.end, newText: `[${written}]` }],
          },
      repair,
      spoils: { start: dash.start, end: item.end },
    });
  }
  if (error.start === line.start + line.indent) return undefined;
  const item = valueSpan(text, dash.end + 1, false);
  const written = text.slice(item.start, item.end).trim();
  const [next] = linesAfter(text, line.start);
  const listBelow = next?.content.startsWith("-") && next.indent >= line.indent;
  const message = "A list can't start on the line of its key. ";
  if (listBelow) {
    const before = text.slice(line.start, dash.start).trimEnd().length + line.start;
    const newLine = text.slice(line.end, line.end + 2) === "\r\n" ? "\r\n" : "\n";
    return syntaxError(dash, `${message}Start a new line before this dash.`, {
      fix: {
        title: "Start a new line",
        changes: [{ start: before, end: dash.start, newText: newLine + " ".repeat(next.indent) }],
      },
      repair: { start: dash.start, end: item.end, newText: " ".repeat(item.end - dash.start) },
      lossy: true,
    });
  }
  const plain = /^[\w@./ %-]+$/.test(written);
  return syntaxError(
    dash,
    `${message}Write its items between \`[\` and \`]\`, or each on a line of its own below the key.`,
    {
      ...(plain
        ? {
            fix: {
              title: `Write \`[${written}]\``,
              changes: [{ start: dash.start, end: item.end, newText: `[${written}]` }],
            },
          }
        : {}),
      repair: { start: dash.start, end: item.end, newText: mask(text.slice(dash.start, item.end)) },
      spoils: { start: dash.start, end: item.end },
    },
  );
};

const KEY_CODES = new Set([
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "NOT_A_MAP",
  "UNEXPECTED_TOKEN",
  "BLOCK_AS_IMPLICIT_KEY",
]);

/** A line that should hold a key and a value: `stage:pilot`, `stage pilot`, or a half-typed `stag`. */
export const keyLineTrap: Trap = (problem) => {
  const { error, text } = problem;
  if (!KEY_CODES.has(error.code)) return undefined;
  const line = lineAt(text, error.start);
  const { open } = surroundings(text, error.start);
  const content = line.content.replace(/^(- +)+/, "");
  const start = contentEnd(line) - content.length;
  if (open.length > 0 || !content || (error.start !== start && error.code !== "UNEXPECTED_TOKEN")) return undefined;
  if (/^-(\s|$)/.test(line.content)) return content === line.content ? undefined : listItem(problem, line);
  return missingSpace(text, start, content) ?? missingColon(text, line, start, content);
};

const UNSPACED = /^("[^"]*"|'[^']*'|[\w-]+):(?!\/\/)(\S.*)$/;

function missingSpace(text: string, start: number, content: string): SyntaxFinding | undefined {
  const match = UNSPACED.exec(content);
  if (!match) return undefined;
  const colon = start + match[1]!.length;
  const value = { start: colon + 1, end: start + content.length };
  const written = text.slice(value.start, value.end);
  return syntaxError(
    { start: colon, end: colon + 1 },
    `A space is missing after the colon: write \`${match[1]}: ${written}\`.`,
    {
      fix: { title: "Insert a space after the colon", changes: [insert(colon + 1, " ")] },
      repair: { ...spanOf(value), newText: ` ${mask(written.slice(1))}` },
      spoils: value,
    },
  );
}

function missingColon(text: string, line: Line, start: number, content: string): SyntaxFinding | undefined {
  const end = start + content.length;
  const pair = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)([ \t]+)\S/.exec(content);
  if (pair) {
    const key = { start, end: start + pair[1]!.length };
    const value = { start: key.end + pair[2]!.length, end };
    return syntaxError(
      key,
      `A colon is missing after \`${pair[1]}\`. Write \`${pair[1]}: ${text.slice(value.start, end)}\`.`,
      {
        fix: { title: "Insert a colon", changes: [insert(key.end, ":")] },
        repair: { start: key.end, end, newText: `: ${mask(text.slice(key.end + 2, end))}` },
        spoils: { start: key.end, end },
      },
    );
  }
  const message = `${shown(content)} is not followed by a colon. A line holds a key, a colon and a value.`;
  const word = /^[\w-]+$/.test(content) || /^(["']).*\1$/.test(content);
  return syntaxError({ start, end }, message, {
    ...(word ? { fix: { title: "Insert a colon", changes: [insert(end, ":")] } } : {}),
    ...asKey(text, line, { start, end }),
  });
}

/** Reads a half-typed key as one: a colon goes into the blanks behind it, or over its last letter. */
function asKey(text: string, line: Line, word: Span): Pick<SyntaxFinding, "repair" | "lossy" | "spoils"> {
  const room = text.slice(word.end, line.end).length > 0 ? 1 : 0;
  const end = word.end + (room && /[ \t]/.test(text[word.end]!) ? 1 : 0);
  const rest = text.slice(word.start, end);
  if (rest.length < 2) return hide(text, [line]);
  return {
    repair: { start: word.start, end, newText: `${mask(rest.slice(0, -1))}:` },
    spoils: { start: word.start, end },
    ...(line.indent > 0 ? { lossy: true as const } : {}),
  };
}

function listItem({ text }: Problem, line: Line): SyntaxFinding {
  const start = line.start + line.indent;
  return syntaxError(
    { start, end: start + 1 },
    "A list item stands among keys. Give it a key of its own, or remove the dash.",
    hide(text, block(text, line)),
  );
}

/** A list item where keys stand. */
export const itemAmongKeysTrap: Trap = (problem) => {
  const { error, text } = problem;
  if (!/block sequence|block-seq-ind/.test(error.message) && text[error.start] !== "-") return undefined;
  const line = [lineAt(text, error.start), ...linesAfter(text, error.start)].find((each) =>
    /^-(\s|$)/.test(each.content),
  );
  return line && line.start >= error.start - error.start + lineAt(text, error.start).start
    ? listItem(problem, line)
    : undefined;
};

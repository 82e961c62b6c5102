import type { Span } from "../nodes.ts";
import type { SyntaxFinding, TextChange, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { contentEnd, type Line, lineAt, linesBefore } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { insert, mask, shown, syntaxError } from "./values.ts";

/** A line that should hold a key and a value: `stage:pilot`, `stage pilot`, or a half-typed `stag`. */
export const keyLineTrap: Trap = ({ error, text }) => {
  const noKey = error.code === "NOT_A_MAP" || /^Implicit (map )?keys? need/.test(error.message);
  const afterQuotes = error.code === "UNEXPECTED_TOKEN" && text[error.start] === ":";
  if (!noKey && !afterQuotes) return undefined;
  const line = lineAt(text, error.start);
  const content = line.content.replace(/^(?:- +)+/, "");
  const start = contentEnd(line) - content.length;
  if (!content || /^-(\s|$)/.test(content) || (noKey && error.start !== start)) return undefined;
  if (surroundings(text, error.start).open.length > 0) return undefined;
  const spaced = missingSpace(text, start, content);
  if (spaced || afterQuotes) return spaced;
  return missingColon(start, content) ?? halfTyped(text, line, start, content, error.code === "NOT_A_MAP");
};

const UNSPACED = /^("[^"]*"|'[^']*'|[\w-]+):(?!\/\/)([\u00a0\u2007\u202f\u3000]*)(\S.*)$/;

function missingSpace(text: string, start: number, content: string): SyntaxFinding | undefined {
  const [, key, hard, value] = UNSPACED.exec(content) ?? [];
  if (key === undefined) return undefined;
  const colon = start + key.length;
  const end = start + content.length;
  if (hard) {
    const span = { start: colon + 1, end: colon + 1 + hard.length };
    const spaces = " ".repeat(hard.length);
    return syntaxError(
      span,
      "This is a non-breaking space, as in text copied from a page. YAML needs a plain space after a colon.",
      {
        fix: { title: "Replace it by a plain space", changes: [{ ...span, newText: " " }] },
        repair: { ...span, newText: spaces },
      },
    );
  }
  const written = { start: colon + 1, end };
  return syntaxError(
    { start: colon, end: colon + 1 },
    `A space is missing after the colon: write ${shown(`${key}: ${value}`)}.`,
    {
      fix: { title: "Insert a space after the colon", changes: [insert(colon + 1, " ")] },
      repair: { ...written, newText: ` ${mask(text.slice(colon + 2, end))}` },
      spoils: written,
    },
  );
}

/** A key, and behind it what must be its value. */
function missingColon(start: number, content: string): SyntaxFinding | undefined {
  const [, word, blanks] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)([ \t]+)\S/.exec(content) ?? [];
  if (word === undefined) return undefined;
  const key = { start, end: start + word.length };
  const value = content.slice(word.length + blanks!.length);
  const rest = { start: key.end, end: start + content.length };
  return syntaxError(key, `A colon is missing after \`${word}\`. Write ${shown(`${word}: ${value}`)}.`, {
    fix: { title: "Insert a colon", changes: [insert(key.end, ":")] },
    repair: { ...rest, newText: `: ${mask(content.slice(word.length + 2))}` },
    spoils: rest,
  });
}

/** A key that someone is typing, or text that is none; where it is all there is, only the former. */
function halfTyped(
  text: string,
  line: Line,
  start: number,
  content: string,
  alone: boolean,
): SyntaxFinding | undefined {
  const span = { start, end: start + content.length };
  const word = /^[\w-]+$|^"[^"]*"$|^'[^']*'$/.test(content);
  if (alone && !word) return undefined;
  return syntaxError(span, `${shown(content)} is not followed by a colon. A line holds a key, a colon and a value.`, {
    ...(word ? { fix: { title: "Insert a colon", changes: [insert(span.end, ":")] } } : {}),
    ...(word ? asKey(text, span, line.indent > 0) : hide(text, [line])),
  });
}

/** Reads a half-typed key as one: a colon goes into a blank behind it, or over its last letter. */
function asKey(text: string, word: Span, inSection: boolean): Pick<SyntaxFinding, "repair" | "lossy" | "spoils"> {
  const end = /^[ \t](?:\s|$)/.test(text.slice(word.end, word.end + 2)) ? word.end + 1 : word.end;
  const key = text.slice(word.start, end - 1);
  const repair = { start: word.start, end, newText: `${/^["']/.test(key) ? mask(key) : key}:` };
  return {
    repair,
    spoils: { start: emptyKeyStart(text, repair), end },
    ...(inSection ? { lossy: true as const } : {}),
  };
}

/** Of a single letter an empty key remains, and YAML places that behind what was written last. */
function emptyKeyStart(text: string, { start, newText }: TextChange): number {
  if (newText !== ":") return start;
  const [above] = linesBefore(text, start);
  return above ? contentEnd(above) : start;
}

import type { Rendering } from "../edits/render.ts";

/** A snippet as VS Code reads it from a snippet file. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * The body of a snippet: its tab stops are the places to fill in, numbered from 1 in their order. Placeholders that say
 * the same of an id are one tab stop, so that the id is typed once.
 *
 * @param shared the words of those placeholders, without the angle brackets
 */
export function bodyOf({ text, stops }: Rendering, shared: readonly string[] = []): string[] {
  const numbers = new Map<string, number>();
  let body = "";
  let at = 0;
  let last = 0;
  for (const { start, end, choices } of stops) {
    const words = text.slice(start, end);
    const known = shared.includes(words.slice(1, -1)) ? numbers.get(words) : undefined;
    const number = known ?? ++last;
    numbers.set(words, number);
    body += escapeText(text.slice(at, start));
    body += choices ? choiceStop(number, [words, ...choices]) : `\${${number}:${escapeInside(words)}}`;
    at = end;
  }
  return (body + escapeText(text.slice(at))).split("\n");
}

function choiceStop(number: number, options: readonly string[]): string {
  return `\${${number}|${options.map((option) => option.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$]/g, "\\$&");
}

function escapeInside(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

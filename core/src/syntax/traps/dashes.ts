import type { Problem, SyntaxFinding, Trap } from "./finding.ts";
import { hide } from "./hide.ts";
import { block, type Line, lineAt, linesAfter, linesBefore } from "./lines.ts";
import { surroundings } from "./surroundings.ts";
import { blank, insert, mask, syntaxError, valueSpan } from "./values.ts";

/** The dash of a list item where no list can start: behind a key on its line, or in brackets. */
export const dashTrap: Trap = (problem) => {
  const { error, text } = problem;
  const line = lineAt(text, error.start);
  if (!/^-[ \t]/.test(text.slice(error.start, error.start + 2)) || error.start === line.start + line.indent)
    return undefined;
  const { open } = surroundings(text, error.start);
  return open.length > 0 ? inBrackets(problem, text[open.at(-1)!.start]!) : behindKey(problem, line);
};

function inBrackets({ error, text }: Problem, bracket: string): SyntaxFinding {
  const dash = { start: error.start, end: error.start + 1 };
  const { written, ...item } = itemAfter(text, dash.start, true);
  const whole = { start: dash.start, end: item.end };
  return syntaxError(dash, "In brackets a list has no dashes: its items stand between `[` and `]`, with commas.", {
    fix:
      bracket === "["
        ? { title: "Remove the dash", changes: [{ ...whole, newText: written }] }
        : { title: "Write the item in `[` and `]`", changes: [{ ...whole, newText: `[${written}]` }] },
    repair: { ...dash, newText: " " },
    spoils: whole,
  });
}

function behindKey({ error, text }: Problem, line: Line): SyntaxFinding {
  const dash = { start: error.start, end: error.start + 1 };
  const { written, ...item } = itemAfter(text, dash.start, false);
  const whole = { start: dash.start, end: item.end };
  const message = "A list can't start on the line of its key. ";
  const [next] = linesAfter(text, line.start);
  if (next?.content.startsWith("-") && next.indent >= line.indent) {
    const before = line.start + text.slice(line.start, dash.start).trimEnd().length;
    const newText = lineBreak(text, line) + " ".repeat(next.indent);
    return syntaxError(dash, `${message}Start a new line before this dash.`, {
      fix: { title: "Start a new line", changes: [{ start: before, end: dash.start, newText }] },
      repair: { ...whole, newText: blank(text.slice(whole.start, whole.end)) },
      lossy: true,
    });
  }
  const simple = /^[\w@./%-][\w@./ %-]*$/.test(written);
  return syntaxError(dash, `${message}Write its items between \`[\` and \`]\`, or each on a line of its own.`, {
    ...(simple ? { fix: { title: `Write \`[${written}]\``, changes: [{ ...whole, newText: `[${written}]` }] } } : {}),
    repair: { ...whole, newText: mask(text.slice(whole.start, whole.end)) },
    spoils: whole,
  });
}

function itemAfter(text: string, dash: number, bracketed: boolean) {
  const blanks = /^[ \t]*/.exec(text.slice(dash + 1))![0].length;
  const item = valueSpan(text, dash + 1 + blanks, bracketed);
  return { ...item, written: text.slice(item.start, item.end) };
}

function lineBreak(text: string, line: Line): string {
  return text[line.end] === "\r" ? "\r\n" : "\n";
}

/** A line with a dash where keys stand, or among list items that are indented otherwise. */
export const itemAmongKeysTrap: Trap = ({ error, text }) => {
  if (!/block sequence|block-seq-ind|single line/.test(error.message)) return undefined;
  const line = [lineAt(text, error.start), ...firstAfter(text, error.start)].find((each) => isItem(each));
  if (!line) return undefined;
  const start = line.start + line.indent;
  const rest = line.indent > 0 || line.start > 0 ? hide(text, block(text, line)) : {};
  for (const above of linesBefore(text, line.start)) {
    if (isItem(above) && above.indent > line.indent) {
      const by = above.indent - line.indent;
      return syntaxError(
        { start: line.start, end: start + 1 },
        "This list item is indented less than the ones above. Align its dash with theirs.",
        {
          fix: {
            title: "Align the dash",
            changes: block(text, line).map((each) => insert(each.start, " ".repeat(by))),
          },
          ...rest,
        },
      );
    }
    if (above.indent <= line.indent) break;
  }
  return syntaxError(
    { start, end: start + 1 },
    "A list item stands among keys. Give it a key of its own, or remove the dash.",
    rest,
  );
};

function firstAfter(text: string, offset: number): Line[] {
  for (const line of linesAfter(text, offset)) return [line];
  return [];
}

function isItem(line: Line): boolean {
  return /^-(\s|$)/.test(line.content);
}

import type { SyntaxFinding, Trap } from "./finding.ts";
import { contentEnd, lineAt } from "./lines.ts";
import { blank, insert, quoteIt, shown, syntaxError } from "./values.ts";

/** What concerns the file as a whole, and the errors that our own reading of the tree finds. */
export const documentTrap: Trap = ({ error, text }) => {
  const line = lineAt(text, error.start);
  const at = { start: error.start, end: Math.min(error.end, Math.max(line.end, error.start + 1)) };
  switch (error.code) {
    case "NOT_TEXT":
      return syntaxError(
        at,
        "This is not text that can be read as a plan: the file is binary or saved in another encoding. Save it as UTF-8.",
      );
    case "TOO_DEEP":
    case "RESOURCE_EXHAUSTION":
      return syntaxError(at, "This is nested too deep to be read. A plan needs fewer than ten levels.");
    case "TOO_MANY_ALIASES":
      return syntaxError(at, "Aliases (`*name`) repeat so much here that the file can't be read whole. Repeat less.");
    case "NOT_A_MAP":
      return syntaxError(
        at,
        text[error.start] === "-"
          ? "A plan is made of keys with values, such as `stage: pilot`. This is a list."
          : "A plan is made of keys with values, such as `stage: pilot`. This is only text.",
      );
    case "KEY_NOT_A_WORD":
      return keyNotAWord(text, at);
    case "BAD_DIRECTIVE":
      return directive(text, error.start);
    case "KEY_OVER_1024_CHARS":
      return syntaxError(at, "This key is too long. A key is a word, and the text stands behind its colon.");
    default:
      return error.message.startsWith("Missing directives-end") ? directive(text, error.start) : comment(text, error);
  }
};

function directive(text: string, offset: number): SyntaxFinding | undefined {
  const start = text.lastIndexOf("%", offset);
  if (start < 0) return undefined;
  const line = lineAt(text, start);
  return syntaxError(
    { start, end: Math.max(contentEnd(line), start + 1) },
    "A line can't start with `%`: YAML keeps it for itself.",
    {
      repair: { start, end: start + 1, newText: "#" },
      lossy: true,
    },
  );
}

function comment(text: string, error: { code: string; message: string; start: number }): SyntaxFinding | undefined {
  if (error.code !== "MISSING_CHAR" || !error.message.startsWith("Comments must")) return undefined;
  const { start } = error;
  const { end } = lineAt(text, start);
  return syntaxError({ start, end: start + 1 }, "A comment needs a space before its `#`.", {
    fix: { title: "Insert a space before the comment", changes: [insert(start, " ")] },
    repair: { start, end, newText: blank(text.slice(start, end)) },
  });
}

/** `{{name}}` of a template, and keys that are lists or maps. */
function keyNotAWord(text: string, at: { start: number; end: number }): SyntaxFinding {
  const template = text[at.start - 1] === "{" && text[at.end] === "}";
  if (!template) return syntaxError(at, "A key must be a word, such as `stage`.");
  const outer = { start: at.start - 1, end: at.end + 1 };
  const { repair: _, ...finding } = quoteIt(
    text,
    outer,
    `YAML takes ${shown(text.slice(outer.start, outer.end))} for a map. Put it in quotes, or replace it by what it stands for.`,
  );
  return finding;
}

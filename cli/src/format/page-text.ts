import { type InlineRun, inlineRuns } from "@aiplan/core";
import picocolors from "picocolors";
import { visible } from "./display-width.ts";
import type { Looks } from "./format.ts";
import { wrap } from "./wrap.ts";

const INDENT = "  ";

/** A page in the Markdown of the core (paragraphs, lists of one level, examples, lines between parts) for a terminal. */
export function pageText(markdown: string, { colours, width }: Looks): string {
  const paint = picocolors.createColors(colours);
  const painted = (text: string, run: InlineRun) => {
    const coded = run.code ? paint.cyan(text) : text;
    return run.strong ? paint.bold(coded) : coded;
  };

  const wrapped = (text: string, indent: string, first = indent): string[] => {
    const runs = inlineRuns(text).map((run) => {
      const shown = visible(run.text.replace(/\s+/g, " "));
      // Without colours the quotes stay: what is to be typed must be told from prose.
      return { ...run, text: run.code && !colours ? `\`${shown}\`` : shown };
    });
    const plain = runs.map((run) => run.text).join("");
    let start = 0;
    return wrap(plain, width - indent.length).map((line, index) => {
      const from = start;
      start += line.length + 1;
      return (index === 0 ? first : indent) + sliceOf(runs, from, from + line.length, painted);
    });
  };

  const blockText = (block: string): string[] => {
    if (block === "---") return [paint.dim("─".repeat(width))];
    const fenced = /^```\w*\n(.*)\n```$/s.exec(block)?.[1];
    if (fenced !== undefined) return fenced.split("\n").map((line) => INDENT + paint.cyan(visible(line)));
    if (!block.startsWith("- ")) return wrapped(block, "");
    return block.split(/\n(?=- )/).flatMap((item) => wrapped(item.slice(2), INDENT, "- "));
  };

  return `${blocksOf(markdown)
    .map((block) => blockText(block).join("\n"))
    .join("\n\n")}\n`;
}

/** Parts with blank lines between them; an example may have such lines in it. */
function blocksOf(markdown: string): string[] {
  return (
    markdown
      .match(/```.*?\n```|(?:(?!\n\n).)+/gs)
      ?.map((block) => block.trim())
      .filter(Boolean) ?? []
  );
}

/** A part of a line with each run painted; offsets are those of the text of all runs. */
function sliceOf(
  runs: readonly InlineRun[],
  from: number,
  to: number,
  painted: (text: string, run: InlineRun) => string,
): string {
  let start = 0;
  let line = "";
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== "") line += painted(text, run);
    start += run.text.length;
  }
  return line;
}

import { type Content, joined, type Markdown, md } from "./markdown.ts";

/** A part of a page: a paragraph, a list, a table; without empty lines around it. */
export type Block = string;

/** Forges refuse comments of more than 65,536 characters. */
const LONGEST = 60_000;
/** More rows or items than this help nobody, and forges cut files that are too long. */
const MOST = 100;
/** What comes first is the heaviest. */
const SHOWN = 8;

export function heading(level: 1 | 2 | 3, title: Content): Block {
  return `${"#".repeat(level)} ${md`${title}`.text}`;
}

/** Empty where there are no items. */
export function list(items: readonly Markdown[], mark: "-" | "1." = "-"): Block {
  const lines = items.slice(0, MOST).map(({ text }) => `${mark} ${text}`);
  return page([lines.join("\n"), more(items.length)]);
}

/** The first items, which are the heaviest; where there are many more, these are folded. */
export function longList(items: readonly Markdown[]): Block[] {
  // Folding away one or two saves nothing.
  if (items.length <= SHOWN + 2) return [list(items)];
  return [list(items.slice(0, SHOWN)), folded(`${items.length - SHOWN} more`, list(items.slice(SHOWN)))];
}

/** Empty where there are no rows. */
export function table(
  columns: readonly { readonly title: string; readonly isNumber?: boolean | undefined }[],
  rows: readonly (readonly Content[])[],
): Block {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    line(columns.map(({ title }) => md`${title}`.text)),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.slice(0, MOST).map((cells) => line(cells.map((cell) => md`${cell}`.text))),
  ];
  return page([lines.join("\n"), more(rows.length)]);
}

function more(number: number): Block {
  return number > MOST ? `… and ${number - MOST} more.` : "";
}

/** What is shown to those who unfold it. */
export function folded(summary: string, ...blocks: readonly Block[]): Block {
  const inside = page(blocks);
  return inside === "" ? "" : `<details><summary>${md`${summary}`.text}</summary>\n\n${inside}\n\n</details>`;
}

/** A diagram that forges draw. The lines may hold nothing of a plan but labels: see `mermaidLabel`. */
export function mermaid(lines: readonly string[]): Block {
  return ["```mermaid", ...lines, "```"].join("\n");
}

/** Blocks with empty lines between them; empty ones are left out. */
function page(blocks: readonly Block[]): Block {
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** Facts behind each other. */
export function facts(contents: readonly Content[]): Markdown {
  return joined(contents, " · ");
}

/** A part of a report that stands or falls as a whole. */
export interface Section {
  readonly title: string;
  /** Empty where there is nothing to say. */
  readonly text: Block;
}

export function section(title: string, ...blocks: readonly Block[]): Section {
  return { title, text: page(blocks) };
}

/** All sections that there is room for, and the titles of the others. */
export function fitting(opening: Block, sections: readonly Section[]): string {
  let text = opening;
  const left: string[] = [];
  for (const { title, text: inside } of sections.filter((one) => one.text !== "")) {
    const more = `\n\n${heading(2, title)}\n\n${inside}`;
    if (text.length + more.length <= LONGEST) text += more;
    else left.push(title);
  }
  if (left.length > 0) text += `\n\nToo long to be shown here: ${left.join("; ")}.`;
  return `${text}\n`;
}

import { plainText } from "../plain-text.ts";

/** Text longer than this is cut; in UTF-16 units. */
const LONGEST_QUOTE = 200;
/** A hover that is longer helps nobody: what comes later in it is left out. */
const LONGEST_PAGE = 12_000;

/** What a hover says, in blocks; for clients that show Markdown and for those that do not. */
export class Page {
  private readonly blocks: string[] = [];

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  /** A paragraph of inline Markdown; an empty one is left out. */
  text(...sentences: readonly string[]): this {
    const text = sentences.filter((sentence) => sentence !== "").join(" ");
    if (text !== "") this.blocks.push(text.replace(/\s*\n\s*/g, " "));
    return this;
  }

  /** Paragraphs of inline Markdown, with empty lines between them. */
  paragraphs(text: string): this {
    for (const paragraph of text.trim().split(/\n\s*\n/)) this.text(paragraph);
    return this;
  }

  /** Items of inline Markdown. */
  list(items: readonly string[]): this {
    if (items.length > 0) this.blocks.push(items.map((item) => `- ${item.replace(/\s*\n\s*/g, " ")}`).join("\n"));
    return this;
  }

  /** Lines of a plan, as they are written. */
  fence(text: string): this {
    this.blocks.push(`\`\`\`yaml\n${text.trim()}\n\`\`\``);
    return this;
  }

  /** A line between what belongs together and what comes next, unless nothing has been said yet. */
  rule(): this {
    if (!this.isEmpty && this.blocks.at(-1) !== "---") this.blocks.push("---");
    return this;
  }

  add(other: Page): this {
    this.blocks.push(...other.blocks);
    return this;
  }

  markdown(): string {
    let length = 0;
    const kept = this.blocks.filter((block) => {
      length += block.length + 2;
      return length <= LONGEST_PAGE;
    });
    if (kept.length < this.blocks.length) kept.push("…");
    return kept.at(-1) === "---" ? kept.slice(0, -1).join("\n\n") : kept.join("\n\n");
  }

  plain(): string {
    return plainText(this.markdown());
  }
}

/** What an author wrote, as code: nothing in it means anything to Markdown. */
export function code(text: string): string {
  const quoted = cut(text);
  if (quoted === "") return "(nothing)";
  const runs = quoted.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^`|`$|^ .* $/.test(quoted) ? " " : "";
  return fence + pad + quoted + pad + fence;
}

/** What an author wrote, as prose that is shown as it was written: no links, no emphasis, no HTML. */
export function prose(text: string): string {
  return escapeMarkdown(cut(text));
}

/** A finding's message: what stands in backticks is code, the rest is prose. It may quote anything an author wrote. */
export function message(text: string): string {
  const parts = text.replace(/\s+/g, " ").split("`");
  return parts.map((part, index) => (index % 2 === 0 || part === "" ? escapeMarkdown(part) : code(part))).join("");
}

function cut(text: string): string {
  const line = text
    .slice(0, LONGEST_QUOTE * 4)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= LONGEST_QUOTE) return line;
  // Half of a surrogate pair is no character.
  return `${line.slice(0, LONGEST_QUOTE - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Escapes what starts emphasis, code, links, HTML, entities, tables and, for GitHub's Markdown, bare addresses. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&#~|!@$]|:(?=\/\/)|(?<=\bwww)\.|^[-+=](?=[-=\s]|$)|(?<=^\d{1,9})[.)]/g, "\\$&");
}

import { visible } from "./visible.ts";

/** What a message quotes: text between two backquotes that stand alone. */
const QUOTED = /(?<!`)`([^`]+)`(?!`)/;
/**
 * What forges make something of when Markdown is done, so that no backslash helps: mentions, numbers of issues and merge
 * requests, labels, milestones, formulas, addresses, and names of emoji.
 */
const OBEYED = /[@#!%~&](?=[\w"])|\$(?=\S)|\bGH(?=-\d)|:(?=\/\/|[\w+-]+:)|(?<=\b(?:mailto|xmpp)):|\bwww(?=\.)/gi;
/** What Markdown makes something of within a line, and where one begins. */
const MARKUP = /[\\`*_{}[\]<>&~|$!#]|^[+=-](?=[-=\s]|$)|(?<=^\d{1,9})[.)](?=\s|$)/g;

/**
 * A message, in which backquotes mark code, as Markdown on one line of a comment: nothing else in it has a meaning there,
 * to GitHub, GitLab or Azure DevOps.
 */
export function markdownMessage(message: string): string {
  return quoting(message, markdownCode);
}

/** The same in a cell of a table, where a bar ends the cell even if it stands in code. */
export function cellMessage(message: string): string {
  return quoting(message, cellCode);
}

function quoting(message: string, code: (text: string) => string): string {
  const parts = message.split(QUOTED);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : markdownText(part))).join("");
}

/** Text as it is, also where it has signs of Markdown, HTML, mentions, issues or links in it. */
export function markdownText(text: string): string {
  return oneLine(text).replace(OBEYED, "$&\u200b").replace(MARKUP, "\\$&");
}

/** Text as code. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return line.trim() === "" ? "\\(empty\\)" : fence + space + line + space + fence;
}

/** Text as code in a cell of a table. A backslash of its own must not take away that of the bar after it. */
export function cellCode(text: string): string {
  return markdownCode(text.replace(/\\(?=\|)/g, "$&\u200b")).replaceAll("|", "\\|");
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}

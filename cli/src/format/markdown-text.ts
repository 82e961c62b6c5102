import { visible } from "./display-width.ts";

/** A message, in which backquotes mark code, as Markdown on one line of a comment: nothing else in it has a meaning there. */
export function markdownMessage(message: string): string {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : markdownText(part)))
    .join("");
}

/** Text as it is, also where it has signs of Markdown, HTML, mentions, issues or links in it. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_{}[\]<>&~|$!]/g, "\\$&")
      .replace(/:(?=\/\/)|(?<=\bwww)\.|^[#+=-]|(?<=^\d+)[.)]/gi, "\\$&")
      // No person is called, and no issue is named.
      .replace(/[@#]/g, "$&\u200b")
  );
}

/** Text as code. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return line.trim() === "" ? "\\(empty\\)" : fence + space + line + space + fence;
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}

/** A piece of a text that looks the same throughout. */
export interface InlineRun {
  readonly text: string;
  readonly strong: boolean;
  readonly code: boolean;
}

const MARKS = /^```\w*\n(.*?)\n```$|(`+)(.+?)(?<!`)\2(?!`)|\\([!-/:-@[-`{-~])|\*\*|^---$|\[([^\]]*)\]\(([^)]*)\)/gms;

/** The Markdown of hovers and of the language's own docs as plain text, in pieces: for those who can show emphasis. */
export function inlineRuns(markdown: string): InlineRun[] {
  const runs: InlineRun[] = [];
  let strong = false;
  let end = 0;
  const add = (text: string, code = false) => text !== "" && runs.push({ text, strong, code });
  for (const match of markdown.matchAll(MARKS)) {
    add(markdown.slice(end, match.index));
    end = match.index + match[0].length;
    const [mark, fenced, , coded, escaped, label, target] = match;
    if (mark === "**") strong = !strong;
    else if (fenced !== undefined) add(fenced, true);
    else if (coded !== undefined) add(coded.replace(/^ (.*) $/s, "$1"), true);
    else add(escaped ?? (label === undefined ? "" : `${label} (${target})`));
  }
  add(markdown.slice(end));
  return runs;
}

/** The Markdown of hovers and of the language's own docs as plain text, for clients that do not show Markdown. */
export function plainText(markdown: string): string {
  return inlineRuns(markdown)
    .map(({ text }) => text)
    .join("")
    .replace(/\n{3,}/g, "\n\n");
}

/** The Markdown of hovers and of the language's own docs as plain text, for clients that do not show Markdown. */
export function plainText(markdown: string): string {
  return markdown
    .replace(
      /(`+)(.+?)(?<!`)\1(?!`)|\\([!-/:-@[-`{-~])|\*\*|^---$|\[([^\]]*)\]\(([^)]*)\)/gms,
      (_, _fence, coded?: string, escaped?: string, label?: string, target?: string) =>
        coded?.replace(/^ (.*) $/s, "$1") ?? escaped ?? (label === undefined ? "" : `${label} (${target})`),
    )
    .replace(/\n{3,}/g, "\n\n");
}

/** No longer than this, in UTF-16 units, with an ellipsis for what is left out; a character is never cut in two. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

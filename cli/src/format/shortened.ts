/** A text of at most so many UTF-16 units: what is cut off is an ellipsis, and no half of a character is left. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s*[\ud800-\udbff]?$/, "")}…`;
}

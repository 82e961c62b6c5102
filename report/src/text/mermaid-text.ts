import { clipped } from "./clipped.ts";
import { visible } from "./visible.ts";

/** What fits on a box, or beside a bar. */
const LONGEST_LABEL = 80;
/** All but letters, digits, and signs that no diagram of mermaid makes anything of where they stand. */
const OBEYED = /(?!(?<=\d)(?:\.(?=\d)|%(?= |$)))[^\p{L}\p{M}\p{N}\u200b ,-]/gu;
/** What mermaid makes icons and formulas of even where it is written in codes: `fa:fa-bomb`, `$$x$$`. */
const SEEN_THROUGH = /:(?=fa-)|\$(?=\$)/g;

/**
 * Text as a label of a mermaid diagram, in quotes or not: it ends no label, begins no keyword or directive, and holds no
 * HTML and no Markdown. Mermaid shows its codes (`#35;`) as the signs that they stand for.
 */
export function mermaidLabel(text: string): string {
  const line = clipped(visible(text.replace(/\s+/g, " ").trim()), LONGEST_LABEL);
  // Behind a space that nobody sees no first word is a keyword, and no digits are a date or the item of a list.
  return `\u200b${line.replace(SEEN_THROUGH, "$&\u200b").replace(OBEYED, (sign) => `#${sign.codePointAt(0)};`)}`;
}

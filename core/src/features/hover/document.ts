import { Page, prose } from "./page.ts";

/** No more of a document is looked at; in UTF-16 units. */
const LOOKED_AT = 20_000;
const MOST_PARAGRAPHS = 3;
const LONGEST_PARAGRAPH = 1000;

/** Front matter, and comments that a reader of the page would not see. */
const UNSEEN = /^\uFEFF?---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)|<!--[\s\S]*?(?:-->|$)/g;
const HEADING = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/;

/** The title of a Markdown document and how it begins, as text: nothing in it means anything here. */
export function documentPage(text: string): Page {
  const seen = text
    .slice(0, LOOKED_AT)
    .replace(/\r\n?/g, "\n")
    .replace(UNSEEN, "")
    .replace(/^\uFEFF/, "");
  const paragraphs = seen
    // A heading needs no empty line around it; one may be underlined instead.
    .replace(/^(.+)\n(?:=+|-{2,})[ \t]*$/gm, "# $1")
    .replace(/^#{1,6}[ \t].*$/gm, "\n$&\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().slice(0, LONGEST_PARAGRAPH))
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
  const title = paragraphs.map((paragraph) => HEADING.exec(paragraph)?.[1]).find(Boolean);
  const page = new Page().text(title ? `**${prose(title)}**` : "");
  const body = paragraphs.filter((paragraph) => !HEADING.test(paragraph));
  for (const paragraph of body.slice(0, MOST_PARAGRAPHS)) page.text(prose(paragraph));
  return body.length > MOST_PARAGRAPHS ? page.text("…") : page;
}

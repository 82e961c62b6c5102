import { visible } from "../text/index.ts";

/** Text that is HTML already: what `html` has made, or what a trusted library has drawn. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template of `html`. Nothing is shown for what is not there, so that `condition && html...` works. */
export type Content = Markup | string | number | false | undefined | readonly Content[];

/**
 * Writes HTML in which nothing from a plan can be anything but text: all that is not `Markup` is escaped, for contents as
 * for attributes in double quotes. Names of elements and attributes, scripts and styles must not come from values.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + written(values[index])).join(""));
}

function written(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  // A sign that turns the direction of text around would do so for what stands beside it, too.
  return escapeHtml(visible(`${content}`.replace(/[\t\n\r]/g, " ")));
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text as it stands in an attribute that a script reads: it is the same to the last sign. */
export function unchanged(text: string): Markup {
  return new Markup(escapeHtml(text));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character]!);
}

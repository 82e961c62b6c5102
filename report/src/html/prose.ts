import { inlineRuns } from "@aiplan/core";
import { html, type Markup } from "./markup.ts";

/** A sentence of a rule or a principle, with its code marked as such. What comes from a plan stays text in it. */
export function prose(markdown: string): Markup {
  return html`${inlineRuns(markdown).map(({ text, code, strong }) => {
    const run = code ? html`<code>${text}</code>` : html`${text}`;
    return strong ? html`<strong>${run}</strong>` : run;
  })}`;
}

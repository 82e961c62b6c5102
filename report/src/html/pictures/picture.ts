import type { Cell, Table } from "../../tables/index.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";

/** A picture before it is put into its section. */
export interface Drawing {
  /** One or two sentences that say what is to be seen. */
  readonly lead: Content;
  readonly drawn: Markup;
  /** All that it shows, in words. */
  readonly tables: readonly Table[];
}

/**
 * A section with a picture and its table folded below.
 *
 * @param id of the section, in words of our own: never from a plan, whose ids may repeat
 */
export function picture(id: string, title: string, { lead, drawn, tables }: Drawing, view: View): Markup {
  return html`<section class="picture" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${drawn}
<details class="table"><summary>${title} as a table</summary>${tables.map((table) => tableOf(table, view))}</details>
</section>`;
}

/** What does not fit is scrolled to in the table alone, by keyboard as well. */
export function tableOf({ caption, columns, rows }: Table, view: View): Markup {
  const align = (index: number) => columns[index]?.isNumber === true && html` class="number"`;
  const contents = (cell: Cell) => (typeof cell === "object" ? words(cell.text, cell.at, view) : cell);
  // Below a row of the same there is no name: a heading that is empty would be read out as one.
  const heading = (name: Cell) => (name ? html`<th scope="row"${align(0)}>${contents(name)}</th>` : html`<td></td>`);
  const cells = ([name, ...others]: readonly Cell[]) =>
    html`<tr>${heading(name)}${others.map((cell, index) => html`<td${align(index + 1)}>${contents(cell)}</td>`)}</tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => html`<th scope="col"${align(index)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table></div>`;
}

/** A share of the width, as attributes of SVG take it: no wider than the picture, whatever the number. */
export function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;
}

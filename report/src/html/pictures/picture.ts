import { type Content, html, type Markup } from "../markup.ts";

/** What stands behind a picture, for those who cannot see it and those who want the exact words. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** A cell for each column; the first names the row. */
  readonly rows: readonly (readonly Content[])[];
}

export interface Column {
  readonly title: string;
  /** Aligned to the right, so that digits stand below each other. */
  readonly isNumber?: boolean;
}

/** A picture before it is put into its section. */
export interface Drawing {
  /** One or two sentences that say what is to be seen. */
  readonly lead: Content;
  readonly drawn: Markup;
  readonly table: Table;
}

/**
 * A section with a picture and its table folded below.
 *
 * @param id of the section, in words of our own: never from a plan, whose ids may repeat
 */
export function picture(id: string, title: string, { lead, drawn, table }: Drawing): Markup {
  return html`<section class="picture" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${drawn}
<details class="table"><summary>${title} as a table</summary>${tableOf(table)}</details>
</section>`;
}

/** What does not fit is scrolled to in the table alone, by keyboard as well. */
export function tableOf({ caption, columns, rows }: Table): Markup {
  const align = (index: number) => columns[index]?.isNumber === true && html` class="number"`;
  const cells = ([name, ...others]: readonly Content[]) =>
    html`<tr><th scope="row"${align(0)}>${name}</th>${others.map(
      (cell, index) => html`<td${align(index + 1)}>${cell}</td>`,
    )}</tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => html`<th scope="col"${align(index)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table></div>`;
}

/** A share of the width, as attributes of SVG take it: no wider than the picture, whatever the number. */
export function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;
}

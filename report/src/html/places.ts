import type { ReportPlace } from "../data/index.ts";
import { type Content, html, type Markup } from "./markup.ts";
import type { View } from "./view.ts";

/** Where something stands: `plans/routing.aiplan:12`. In an editor a click leads there. */
export function placeLink(place: ReportPlace, view: View): Markup {
  const text = `${place.path}:${place.range.start.line + 1}`;
  return view === "webview" && place.uri !== undefined
    ? placeButton(place, text)
    : html`<span class="place">${text}</span>`;
}

/** Words of a plan. In an editor a click leads to where they stand. */
export function words(text: Content, place: ReportPlace | undefined, view: View): Markup {
  return view === "webview" && place?.uri !== undefined
    ? placeButton(place, text)
    : html`<span class="words">${text}</span>`;
}

/** The script of the view reads the place in `data-place`: JSON with the URI and the range, as LSP has it. */
function placeButton({ uri, range }: ReportPlace, text: Content): Markup {
  return html`<button type="button" class="place" data-place="${JSON.stringify({ uri, range })}">${text}</button>`;
}

/** A page that explains something; just the words where it is on no web page. */
export function pageLink(text: Content, page: string | undefined): Markup {
  return page !== undefined && /^https?:\/\//i.test(page) ? html`<a href="${page}">${text}</a>` : html`${text}`;
}

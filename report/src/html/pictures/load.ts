import type { LoadLimit, LoadPicture } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { loadTable } from "../../tables/index.ts";
import { grouped } from "../../text/words.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import { type Drawing, percent } from "./picture.ts";

type Limit = LoadLimit<ReportPlace>;

const KIND_NAMES: Readonly<Record<Limit["kind"], string>> = {
  system: "System",
  reviewers: "Reviewers",
  actions: "Actions",
  fallback: "Fallback",
  "load-test": "Load test",
};

/** Of bars longer than so many times their limit only this much is drawn; the words say how long they are. */
const LONGEST = 3;

/** What each system gets against what it can take. All limits stand below each other: what is beyond them is too much. */
export function loadPicture(load: LoadPicture<ReportPlace>, view: View): Drawing {
  const { limits } = load;
  const shares = limits.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const scale = Math.min(LONGEST, Math.max(1.25, ...shares.map((share) => share * 1.05)));
  const over = limits.filter(({ exceeds }) => exceeds === true).length;
  const lead = `${over === 0 ? "Nothing gets more than it can take" : `${over} of ${limits.length} get more than they can take`}, as far as the plan says. The upright line is the limit of each.`;
  const drawn = html`<ol class="loads">${limits.map((limit) => row(limit, scale, view))}</ol>`;
  return {
    lead,
    drawn,
    tables: [loadTable(load)],
  };
}

function row(limit: Limit, scale: number, view: View): Markup {
  const { name, kind, when, at, exceeds } = limit;
  return html`<li class="${exceeds === true ? "over" : "within"}">
<p class="what">${words(name, at, view)} <span class="kind">${KIND_NAMES[kind]}${when !== undefined && `, ${when}`}</span></p>
<p class="measure">${figures(limit)}</p>
<svg class="bar" height="14" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="14"/>${
    limit.share !== undefined &&
    html`<rect class="amount" width="${percent(limit.share / scale)}" height="14"/><line class="limit" x1="${percent(1 / scale)}" x2="${percent(1 / scale)}" y1="0" y2="14"/>`
  }</svg></li>`;
}

function figures(limit: Limit): Content {
  const { demand, limit: most, unit } = limit;
  if (!demand) return html`can take ${most?.text}; what it gets is not known`;
  if (!most) return html`gets ${demand.text}; what it can take is not given`;
  const amounts = `${grouped(demand.value)} of ${grouped(most.value)} ${unit}`;
  return html`${amounts}${limit.share !== undefined && `, ${share(limit)}`} <strong>${verdict(limit)}</strong>`;
}

function verdict({ exceeds, kind }: Limit): string {
  if (kind === "load-test") return exceeds === true ? "more than was tested" : "tested";
  return exceeds === true ? "too much" : "within the limit";
}

function share({ share }: Limit): string | undefined {
  return share === undefined ? undefined : `${grouped(Math.round(share * 100))}%`;
}

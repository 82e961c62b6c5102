import type { Portfolio, PortfolioGap, PortfolioRow } from "../data/index.ts";
import { relativeUrl } from "../text/index.ts";
import { count } from "../text/words.ts";
import { scoreBar } from "./headline.ts";
import { statusIcon } from "./icons.ts";
import { type Content, html, type Markup } from "./markup.ts";
import { pageLink } from "./places.ts";
import { prose } from "./prose.ts";

/** One page for those who answer for many plans: where each stands, what stands in its way, and what most of them lack. */
export function portfolioContents(portfolio: Portfolio): Markup {
  const { plans, gaps, unreadable, leftOut, asOf } = portfolio;
  return html`<div class="report portfolio">
<header class="headline"><p class="kicker">Portfolio</p><h1>Where ${count(plans.length, "plan")} ${plans.length === 1 ? "stands" : "stand"}</h1>
<p class="lead">${summary(plans)}</p>${asOf !== undefined && html`<p class="small">As of ${asOf}.</p>`}</header>
<main>
${plans.length > 0 && html`<section id="plans" aria-labelledby="plans-title"><h2 id="plans-title">Plans</h2>${planTable(plans)}</section>`}
${
  gaps.principles.length + gaps.rules.length > 0 &&
  html`<section id="gaps" aria-labelledby="gaps-title"><h2 id="gaps-title">What most of them lack</h2><div class="gaps">
${gapList("Principles that are due and not met", gaps.principles, plans.length)}${gapList("What stands between plans and their stages", gaps.rules, plans.length)}</div></section>`
}
${
  unreadable.length > 0 &&
  html`<section id="unreadable" aria-labelledby="unreadable-title"><h2 id="unreadable-title">Not read</h2><ul>${unreadable.map(
    ({ path, message }) => html`<li><span class="place">${path}</span>: ${message}</li>`,
  )}</ul></section>`
}
</main>
${leftOutNote(leftOut)}
</div>`;
}

function summary(plans: readonly PortfolioRow[]): string {
  const ready = plans.filter(({ isReady }) => isReady).length;
  if (plans.length === 0) return "No plan was found.";
  const says =
    ready === plans.length
      ? "All of them are"
      : ready === 0
        ? "None of them is"
        : `${ready} of them ${ready === 1 ? "is" : "are"}`;
  return `${says} ready for the stage that they are judged at.`;
}

const COLUMNS = ["Plan", "Stage", "Readiness", "What blocks it", "Do next"] as const;

/** On a narrow screen each row becomes a block: the roles keep it a table for those who hear it. */
function planTable(plans: readonly PortfolioRow[]): Markup {
  return html`<table class="plans" role="table" aria-label="Where each plan stands"><thead role="rowgroup"><tr role="row">${COLUMNS.map(
    (title) => html`<th scope="col" role="columnheader">${title}</th>`,
  )}</tr></thead><tbody role="rowgroup">${plans.map(planRow)}</tbody></table>`;
}

function planRow(plan: PortfolioRow): Markup {
  const { name, title, owner, goLive, path, isReady, score, principles, report, next } = plan;
  const heading = title ?? name;
  const due = principles.met + principles.partly + principles.missing;
  return html`<tr role="row"><th scope="row" role="rowheader">${report === undefined ? heading : html`<a href="${relativeUrl(report)}">${heading}</a>`}
<ul class="small">${owner !== undefined && html`<li>${owner}</li>`}${goLive !== undefined && html`<li>go-live ${goLive}</li>`}<li class="place">${path}</li></ul></th>
${cell("Stage", stageOf(plan))}
${cell("Readiness", html`<span class="${isReady ? "ready" : "not-ready"}">${statusIcon(isReady ? "met" : "missing")}${isReady ? "Ready" : "Not ready"}</span> <span class="points"><strong>${score}</strong> of 100</span>${scoreBar(score)}<span class="small">${principles.met} of ${due} principles met</span>`)}
${cell("What blocks it", obstacle(plan))}
${cell("Do next", next ? html`${prose(next.title)}${next.gain > 0 && html` <span class="small points">+${count(next.gain, "point")}</span>`}` : "nothing")}</tr>`;
}

function stageOf({ claimed, stage, earned }: PortfolioRow): Markup {
  const claims = claimed === undefined ? `Claims none, judged as ${stage}` : `Claims ${claimed}`;
  return html`${claims}<br><span class="small">has earned ${earned ?? "none yet"}</span>`;
}

function cell(title: string, contents: Content): Markup {
  return html`<td role="cell" data-title="${title}"><div>${contents}</div></td>`;
}

function obstacle({ blockers, firstBlocker, isReady }: PortfolioRow): Content {
  if (isReady) return "nothing";
  if (blockers === 0) return "Part of it cannot be read.";
  return html`<strong>${count(blockers, "finding")}</strong>${firstBlocker && html`, first: ${prose(firstBlocker.headline)}`}`;
}

function gapList(title: string, gaps: readonly PortfolioGap[], plans: number): Content {
  return (
    gaps.length > 0 &&
    html`<div><h3>${title}</h3><ol class="gap-list">${gaps.map(
      (gap) =>
        html`<li><span class="share"><strong>${gap.plans}</strong> of ${plans}</span> <span>${pageLink(gap.title, gap.page)}</span></li>`,
    )}</ol></div>`
  );
}

function leftOutNote({ catalogs, ignored }: Portfolio["leftOut"]): Content {
  const parts = [
    catalogs > 0 && `${count(catalogs, "catalog")}, which ${catalogs === 1 ? "has" : "have"} no readiness`,
    ignored > 0 && `${count(ignored, "file")} that the configuration ignores`,
  ].filter(Boolean);
  return parts.length > 0 && html`<footer><p class="small">Left out: ${parts.join("; ")}.</p></footer>`;
}

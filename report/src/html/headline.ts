import type { PlanReport, ReportPrinciple, ReportReadiness, ReportStatus } from "../data/index.ts";
import { relativeUrl } from "../text/index.ts";
import { STAGE_NAMES, STAGES, STATUS_NAMES, standing } from "../text/words.ts";
import { icon, statusIcon } from "./icons.ts";
import { type Content, html, type Markup } from "./markup.ts";

/**
 * Which plan this is, which stage it claims and which it has earned, and its score.
 *
 * @param index the path of the page of all plans, where there is one
 */
export function headline(report: PlanReport, index: string | undefined): Markup {
  const { readiness } = report;
  return html`<header class="headline">
<p class="kicker">${index !== undefined && html`<a href="${relativeUrl(index)}">All plans</a> · `}Readiness report</p>
<h1>${report.title ?? report.name}</h1>
<dl class="facts">${fact("Plan", report.name)}${fact("Owner", report.owner)}${fact("Go-live", report.goLive)}${fact("As of", report.asOf)}${fact("File", report.path)}</dl>
<div class="standing">
<div>
<p class="verdict ${readiness.isReady ? "ready" : "not-ready"}">${icon("verdict-icon", readiness.isReady ? READY : NOT_READY)}${
    readiness.isReady ? "Ready" : "Not ready"
  } for ${readiness.stage}</p>
${stages(readiness)}
<p>${standing(readiness)}</p>
</div>
<div class="score">
<p><strong>${readiness.score}</strong> of 100</p>
${scoreBar(readiness.score)}
<p class="small"><a href="#score">How this score comes about</a></p>
</div>
</div>
${statusCounts(readiness.principles)}
</header>`;
}

const READY = html`<path d="M1 8.5l4.5 4.5L15 3.5" fill="none" stroke="currentColor" stroke-width="2.6"/>`;
const NOT_READY = html`<path d="M2.5 2.5l11 11m0-11l-11 11" fill="none" stroke="currentColor" stroke-width="2.6"/>`;

function fact(name: string, value: string | undefined): Content {
  return value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** The four stages in a row: how far the plan has come beside how far it says it has. */
function stages({ claimed, earned, stage }: ReportReadiness): Markup {
  const last = earned === undefined ? -1 : STAGES.indexOf(earned);
  const steps = STAGES.map((name, index) => {
    const isEarned = index <= last;
    const isJudged = name === stage;
    const said = isJudged ? (claimed === undefined ? "judged as this" : "claimed") : undefined;
    const state = [said, isEarned ? "earned" : isJudged ? "not earned" : undefined].filter(Boolean).join(", ");
    const mark = isEarned ? "earned" : isJudged ? "unearned" : "ahead";
    return html`<li class="${mark}"${isJudged && html` aria-current="step"`}><strong>${STAGE_NAMES[name]}</strong> <span>${state}</span></li>`;
  });
  return html`<ol class="stages" aria-label="Stages">${steps}</ol>`;
}

/** A score as a bar from 0 to 100. */
export function scoreBar(score: number): Markup {
  return html`<svg class="bar" height="8" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="8"/><rect class="amount" width="${score}%" height="8"/></svg>`;
}

const STATUSES: readonly ReportStatus[] = ["met", "partly", "missing", "not-yet-due"];

function statusCounts(principles: readonly ReportPrinciple[]): Markup {
  const counts = STATUSES.map((status) => {
    const number = principles.filter((principle) => principle.status === status).length;
    return html`<li>${statusIcon(status)}<strong>${number}</strong> ${STATUS_NAMES[status].toLowerCase()}</li>`;
  });
  return html`<div class="counts"><p><a href="#principles">Of the ${principles.length} principles</a></p><ul>${counts}</ul></div>`;
}

import type { Portfolio, PortfolioGap, PortfolioRow } from "../data/index.ts";
import { cellCode, cellMessage, clipped, markdownCode, markdownMessage, relativeUrl } from "../text/index.ts";

/** GitHub refuses comments of more than 65,536 characters. */
const LONGEST = 60_000;
/** Of names and messages, which may hold any text of a plan, as much is shown in a cell; in UTF-16 units. */
const LONGEST_CELL = 160;

const COLUMNS = ["Plan", "Stage", "Earned", "Score of 100", "In the way", "Do next", "Owner", "Go-live"];

/** Where many plans stand, on a page for those who decide: what needs attention first. As long as a comment may be. */
export function portfolioMarkdown(portfolio: Portfolio): string {
  const { plans, gaps, unreadable } = portfolio;
  const after = [
    ...gapsText("The commonest gaps", "Principle", gaps.principles, plans.length),
    ...gapsText("What blocks plans most often", "Rule", gaps.rules, plans.length),
    ...unreadableText(unreadable),
  ].join("\n");
  let text = [
    "# AI Plan: where the plans stand",
    "",
    summaryOf(portfolio),
    ...(plans.length > 0 ? ["", `| ${COLUMNS.join(" | ")} |`, `|${COLUMNS.map(() => " --- |").join("")}`] : []),
    "",
  ].join("\n");
  let left = plans.length;
  for (const plan of plans) {
    const line = `${rowOf(plan)}\n`;
    if (text.length + line.length + after.length > LONGEST) break;
    text += line;
    left--;
  }
  if (left > 0)
    text += `\n${plural(left, "more plan is", "more plans are")} left out here, none of them more urgent.\n`;
  return `${text}${after === "" ? "" : `\n${after}\n`}`;
}

/** How many plans there are and how many of them are ready, in a sentence or two. */
function summaryOf({ plans, unreadable, leftOut, asOf }: Portfolio): string {
  const ready = plans.filter(({ isReady }) => isReady).length;
  const sentences = [
    plans.length === 0
      ? "No plan could be read."
      : `**${ready} of ${plural(plans.length, "plan", "plans")} ${ready === 1 ? "is" : "are"} ready** for the stage that ${ready === 1 ? "it is" : "they are"} judged at.`,
    ...(unreadable.length > 0 ? [`${unreadable.length} could not be read.`] : []),
    ...leftOutText(leftOut),
    ...(asOf === undefined ? [] : [`As of ${asOf}.`]),
  ];
  return sentences.join(" ");
}

function leftOutText({ catalogs, ignored }: Portfolio["leftOut"]): string[] {
  const parts = [
    ...(catalogs > 0 ? [plural(catalogs, "catalog", "catalogs")] : []),
    ...(ignored > 0 ? [`${ignored} that the configuration ignores`] : []),
  ];
  return parts.length > 0 ? [`Left out: ${parts.join(" and ")}.`] : [];
}

function rowOf(plan: PortfolioRow): string {
  const { path, owner, goLive, stage, claimed, earned, isReady, score, blockers, firstBlocker, next } = plan;
  const title = words(plan.title ?? plan.name);
  const cells = [
    `${plan.report === undefined ? title : `[${title}](<${relativeUrl(plan.report)}>)`}<br>${code(path)}`,
    `${stage}${claimed === stage ? "" : ` (claims ${claimed ?? "none"})`}: ${isReady ? "**ready**" : "**not ready**"}`,
    earned ?? "none",
    `${score}`,
    firstBlocker
      ? `${plural(blockers, "finding", "findings")}, first: ${words(firstBlocker.headline)}`
      : isReady
        ? "nothing"
        : "not all of it can be read",
    next ? words(next.title) + (next.gain > 0 ? ` (+${next.gain})` : "") : "",
    owner === undefined ? "" : code(owner),
    words(goLive ?? ""),
  ];
  return `| ${cells.join(" | ")} |`;
}

function gapsText(title: string, what: string, gaps: readonly PortfolioGap[], plans: number): string[] {
  if (gaps.length === 0) return [];
  return [
    `## ${title}`,
    "",
    `| ${what} | What it asks | Plans |`,
    "| --- | --- | --- |",
    ...gaps.map((gap) => `| ${code(gap.id)} | ${words(gap.title)} | ${gap.plans} of ${plans} |`),
    "",
  ];
}

function unreadableText(unreadable: Portfolio["unreadable"]): string[] {
  if (unreadable.length === 0) return [];
  const shown = unreadable.slice(0, MOST_UNREADABLE);
  const more = unreadable.length - shown.length;
  return [
    "## What could not be read",
    "",
    ...shown.map(
      ({ path, message }) =>
        `- ${markdownCode(clipped(path, LONGEST_CELL))}: ${markdownMessage(clipped(message, LONGEST_CELL))}`,
    ),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

const MOST_UNREADABLE = 20;

function words(text: string): string {
  return cellMessage(clipped(text, LONGEST_CELL));
}

function code(text: string): string {
  return cellCode(clipped(text, LONGEST_CELL));
}

function plural(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

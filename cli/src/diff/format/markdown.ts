import type { Severity } from "@aiplan/core";
import { markdownCode, markdownMessage } from "../../format/markdown-text.ts";
import { count, countsText } from "../../format/summary-text.ts";
import type { DiffResult, PlanDiff, ReportedChange } from "../plan-diff.ts";
import { countsOf, judged, others, summaryOf } from "./summary.ts";

/** GitHub refuses comments of more than 65,536 characters. */
const LONGEST = 60_000;

const SIGNS: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", info: "ℹ️", hint: "💡" };

/** For a comment on a pull request: what was weakened first, all else folded. */
export function markdownDiff(result: DiffResult): string {
  let text = `## Changes of plans\n\n${summaryOf(result)}\n`;
  let left = result.plans.length;
  for (const plan of result.plans) {
    const part = planText(plan);
    if (text.length + part.length > LONGEST) break;
    text += part;
    left--;
  }
  return left === 0
    ? text
    : `${text}\n${count(left, "plan is", "plans are")} left out: the comment would be too long.\n`;
}

function planText(plan: PlanDiff): string {
  const { path, before, after, changedOn, findings, notCompared } = plan;
  const found = findings.length > 0 ? `: ${countsText(countsOf([plan]))}` : "";
  const from = before === null ? "New." : after === null ? "Deleted." : `Was ${markdownCode(before)}.`;
  const rest = others(plan);
  const lines = [
    "",
    `### ${markdownCode(path)}${found}`,
    "",
    changedOn === undefined ? from : `${from} Changed on ${changedOn}.`,
    ...judged(plan).flatMap(({ finding: { severity, rule, message, place }, about }) => [
      "",
      `${SIGNS[severity]} **${severity}** ${markdownCode(rule)}, line ${place.range.start.line + 1}: ${markdownMessage(message)}`,
      ...(about.length > 0 ? ["", ...about.map(valuesText)] : []),
    ]),
    ...(rest.length > 0 ? othersText(rest, findings.length > 0) : []),
    ...notCompared.flatMap((words) => ["", markdownMessage(words)]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The changes that nothing is to be said of; folded where there are others. */
function othersText(rest: readonly ReportedChange[], isFolded: boolean): string[] {
  const lines = ["", ...rest.map(({ words }) => `- ${markdownMessage(words)}`)];
  if (!isFolded) return lines;
  const summary = count(rest.length, "other change", "other changes");
  return ["", `<details><summary>${summary}</summary>`, ...lines, "", "</details>"];
}

function valuesText({ path, before, after }: ReportedChange): string {
  const value = (side: ReportedChange["before"]) => (side ? markdownCode(side.text) : "nothing");
  return `- ${markdownCode(path)}: ${value(before)} → ${value(after)}`;
}

import { markdownCode, markdownMessage } from "@aiplan/report/text";
import { shortened } from "../../format/shortened.ts";
import { count, countsText, WORDS } from "../../format/summary-text.ts";
import { withoutCommands } from "../../format/without-commands.ts";
import type { DiffResult, PlanDiff, ReportedChange } from "../plan-diff.ts";
import { countsOf, judged, others, summaryOf } from "./summary.ts";

/** GitHub refuses comments of more than 65,536 characters. */
const LONGEST = 60_000;

/** Of messages, which may hold any text of a plan, as much is shown. */
const LONGEST_MESSAGE = 1_000;

/** For a comment on a pull request: what was weakened first, all else folded. */
export function markdownDiff(result: DiffResult): string {
  let text = `## AI Plan: what has changed\n\n${summaryOf(result)}\n`;
  let left = result.plans.length;
  for (const plan of result.plans) {
    const part = planText(plan);
    if (text.length + part.length > LONGEST) break;
    text += part;
    left--;
  }
  if (left > 0) text += `\n${count(left, "plan is", "plans are")} left out here: \`aiplan diff\` has all.\n`;
  return text.replace(/^.+$/gm, withoutCommands);
}

function planText(plan: PlanDiff): string {
  const { path, before, after, changedOn, findings, notCompared } = plan;
  const found = findings.length > 0 ? `: ${countsText(countsOf([plan]))}` : "";
  const from = before === null ? "New." : after === null ? "Deleted." : `Compared with ${markdownCode(before)}.`;
  const rest = others(plan);
  const lines = [
    "",
    `### ${markdownCode(path)}${found}`,
    "",
    changedOn === undefined ? from : `${from} Changed on ${changedOn}.`,
    ...judged(plan).flatMap(({ finding: { severity, rule, message, place }, about }) => [
      "",
      `- **${WORDS[severity][0]}**, line ${place.range.start.line + 1}: ${messageText(message)} (${markdownCode(rule)})`,
      ...about.map((change) => `  - ${valuesText(change)}`),
    ]),
    ...(rest.length > 0 ? othersText(rest, findings.length > 0) : []),
    ...notCompared.flatMap((words) => ["", messageText(words)]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The changes that nothing is to be said of; folded where there are others. */
function othersText(rest: readonly ReportedChange[], isFolded: boolean): string[] {
  const lines = ["", ...rest.map(({ words }) => `- ${messageText(words)}`)];
  if (!isFolded) return lines;
  const summary = count(rest.length, "other change", "other changes");
  return ["", `<details><summary>${summary}</summary>`, ...lines, "", "</details>"];
}

function valuesText({ path, before, after }: ReportedChange): string {
  const value = (side: ReportedChange["before"]) => (side ? markdownCode(side.text) : "nothing");
  return `${markdownCode(path)}: ${value(before)} → ${value(after)}`;
}

function messageText(message: string): string {
  return markdownMessage(shortened(message, LONGEST_MESSAGE));
}

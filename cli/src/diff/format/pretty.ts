import picocolors from "picocolors";
import { visible } from "../../format/display-width.ts";
import { findingText } from "../../format/finding-text.ts";
import type { Looks } from "../../format/format.ts";
import { withoutCommands } from "../../format/without-commands.ts";
import { wrap } from "../../format/wrap.ts";
import type { DiffResult, PlanDiff, ReportedChange } from "../plan-diff.ts";
import { countsOf, judged, others, summaryOf } from "./summary.ts";

/** For people at a terminal: what was weakened with its values before and after, then all else, a line each. */
export function prettyDiff(result: DiffResult, looks: Looks): string {
  const { width } = looks;
  const paint = picocolors.createColors(looks.colours);
  const textOf = findingText(looks);

  const wrapped = (text: string, indent: string, first = indent): string[] =>
    wrap(visible(text), width - indent.length).map((line, index) => (index === 0 ? first : indent) + line);

  const valuesOf = ({ path, before, after }: ReportedChange): string[] => [
    `  ${paint.dim(visible(path))}`,
    ...(before ? wrapped(before.text, "    ", `  ${paint.red("-")} `).map(paint.red) : []),
    ...(after ? wrapped(after.text, "    ", `  ${paint.green("+")} `).map(paint.green) : []),
  ];

  const planText = (plan: PlanDiff): string[] => {
    const { path, before, after, changedOn, notCompared } = plan;
    const from = before === null ? "is new" : after === null ? "was deleted" : `compared with ${before}`;
    const when = changedOn === undefined ? "" : `, changed on ${changedOn}`;
    const rest = others(plan);
    return [
      `${paint.bold(visible(path))}  ${paint.dim(visible(from) + when)}`,
      "",
      ...judged(plan).flatMap(({ finding, about }) => [
        textOf(finding).trimEnd(),
        ...(about.length > 0 ? ["", ...about.flatMap(valuesOf)] : []),
        "",
      ]),
      ...(rest.length > 0
        ? [
            paint.bold(plan.findings.length > 0 ? "Also changed" : "Changed"),
            ...rest.flatMap(({ words }) => wrapped(words, "    ", "  - ")),
            "",
          ]
        : []),
      ...notCompared.flatMap((words) => [...wrapped(words, ""), ""]),
    ];
  };

  const { error, warning } = countsOf(result.plans);
  const isIncomplete = result.unreadable > 0 || result.plans.some(({ notCompared }) => notCompared.length > 0);
  const colour = error > 0 || isIncomplete ? paint.red : warning > 0 ? paint.yellow : paint.green;
  // Standard error has said it all.
  const isNothing = result.compared.plan + result.compared.catalog === 0 && result.unreadable > 0;
  const lines = [...result.plans.flatMap(planText), ...(isNothing ? [] : [paint.bold(colour(summaryOf(result)))])];
  return lines.map((line) => `${line.replace(/^.+$/gm, withoutCommands)}\n`).join("");
}

import { SEVERITIES, type Severity } from "@aiplan/core";
import type { BaselineSummary } from "../baseline/baseline.ts";
import type { Summary } from "./format.ts";

/** One and several of each. */
export const WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["information", "information"],
  hint: ["hint", "hints"],
};

/** What was checked and what was found, as a sentence. */
export function summaryText({
  plans,
  catalogs,
  ignored,
  unchanged,
  unreadable,
  findings,
  stage,
  baseline,
}: Summary): string {
  const checked = [
    ...(plans > 0 ? [count(plans, "plan", "plans") + (stage ? ` (as if at ${stage})` : "")] : []),
    ...(catalogs > 0 ? [count(catalogs, "catalog", "catalogs")] : []),
  ].join(" and ");
  const left = [
    ...(unchanged > 0 ? [`${unchanged} left alone (not changed)`] : []),
    ...(ignored > 0 ? [`${ignored} left alone (ignored by the configuration)`] : []),
    ...(baseline && baseline.known > 0 ? [`${baseline.known} known from the baseline`] : []),
    ...(baseline && baseline.gone > 0 ? [goneText(baseline)] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be checked`] : []),
  ];
  const result = plans + catalogs > 0 ? `: ${countsText(findings)}` : "";
  return `${[`${checked || "No plans"} checked${result}`, ...left].join("; ")}.`;
}

function goneText({ gone }: BaselineSummary): string {
  return `${gone} of the baseline ${gone === 1 ? "is" : "are"} gone and can be taken out of it`;
}

/** How much was found of each severity, the heaviest first. */
export function countsText(findings: Summary["findings"]): string {
  const found = SEVERITIES.toReversed().filter((severity) => findings[severity] > 0);
  return found.map((severity) => count(findings[severity], ...WORDS[severity])).join(", ") || "nothing found";
}

/** How many there are of each severity. */
export function countsOf(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

import { SEVERITIES, type Severity } from "@aiplan/core";
import picocolors from "picocolors";
import type { Excerpt, ReportedFinding, ReportedPlace } from "../report/file-report.ts";
import type { Range } from "../report/source-text.ts";
import { codeFrame } from "./code-frame.ts";
import { visible } from "./display-width.ts";
import type { Format, FormatOptions, Summary } from "./format.ts";
import { wrap } from "./wrap.ts";

const INDENT = "  ";

/** For people at a terminal: each finding with the lines it is about, and a closing line in plain words. */
export function prettyFormat({ colours, width }: FormatOptions): Format {
  const paint = picocolors.createColors(colours);
  const colourOf: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
    hint: paint.cyan,
  };
  const hangingText = (label: string, text: string): string[] =>
    wrap(visible(text), width - INDENT.length - label.length - 1).map(
      (line, index) => INDENT + (index === 0 ? paint.dim(label) : " ".repeat(label.length)) + ` ${line}`,
    );

  const frameOf = (excerpt: Excerpt, range: Range, mark: (text: string) => string) =>
    codeFrame(excerpt, range, { width: width - INDENT.length, mark, dim: paint.dim }).map((line) => INDENT + line);

  const findingText = ({ rule, severity, message, place, related, fixes, excerpt }: ReportedFinding): string => {
    const colour = colourOf[severity];
    const word = WORDS[severity][0];
    const lines = [
      `${paint.bold(colour(word))} ${paint.bold(rule)}  ${paint.cyan(placeOf(place))}`,
      ...wrap(visible(message), width - INDENT.length).map((line) => INDENT + line),
      ...(excerpt ? ["", ...frameOf(excerpt, place.range, colour)] : []),
    ];
    if (related.length + fixes.length > 0) lines.push("");
    for (const { place, message } of related) lines.push(...hangingText("see:", `${placeOf(place)}  ${message}`));
    for (const { title } of fixes) lines.push(...hangingText("fix:", title));
    return lines.map((line) => `${line}\n`).join("");
  };

  return {
    needs: { excerpts: true },
    start: () => "",
    file: ({ findings }) => findings.map((finding) => `${findingText(finding)}\n`).join(""),
    end: (summary) => {
      const sentence = summaryText(summary);
      const { error, warning } = summary.findings;
      const colour =
        error > 0 ? paint.red : warning > 0 ? paint.yellow : summary.unreadable > 0 ? paint.red : paint.green;
      return `${paint.bold(colour(sentence))}\n`;
    },
  };
}

/** One and several of each. */
const WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["information", "information"],
  hint: ["hint", "hints"],
};

/** Path, line and column as terminals make links of them: counted from one. */
function placeOf({ path, range: { start } }: ReportedPlace): string {
  return visible(`${path}:${start.line + 1}:${start.character + 1}`);
}

function summaryText({ plans, catalogs, ignored, unchanged, unreadable, findings }: Summary): string {
  const checked = [
    ...(plans > 0 ? [count(plans, "plan", "plans")] : []),
    ...(catalogs > 0 ? [count(catalogs, "catalog", "catalogs")] : []),
  ].join(" and ");
  const found = SEVERITIES.toReversed().flatMap((severity) =>
    findings[severity] > 0 ? [count(findings[severity], ...WORDS[severity])] : [],
  );
  const left = [
    ...(unchanged > 0 ? [`${unchanged} left alone (not changed)`] : []),
    ...(ignored > 0 ? [`${ignored} left alone (ignored by the configuration)`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be checked`] : []),
  ];
  const result = plans + catalogs > 0 ? `: ${found.join(", ") || "nothing found"}` : "";
  return `${[`${checked || "No plans"} checked${result}`, ...left].join("; ")}.`;
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

import { type Finding, SEVERITIES, type Severity } from "@aiplan/core";
import picocolors from "picocolors";
import { codeFrame } from "./code-frame.ts";
import { visible } from "./display-width.ts";
import type { FileReport, Format, FormatOptions, Summary } from "./format.ts";
import type { SourceText } from "./source-text.ts";
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

  const findingText = async (finding: Finding, report: FileReport): Promise<string> => {
    const source = await report.sourceOf(finding.place.uri);
    const colour = colourOf[finding.severity];
    const word = WORDS[finding.severity][0];
    const lines = [
      `${paint.bold(colour(word))} ${paint.bold(finding.rule)}  ${paint.cyan(placeOf(source, finding.place))}`,
      ...wrap(visible(finding.message), width - INDENT.length).map((line) => INDENT + line),
      "",
      ...codeFrame(source, finding.place, { width: width - INDENT.length, mark: colour, dim: paint.dim }).map(
        (line) => INDENT + line,
      ),
    ];
    if (finding.related.length + finding.fixes.length > 0) lines.push("");
    for (const { place, message } of finding.related) {
      const at = placeOf(await report.sourceOf(place.uri), place);
      lines.push(...hangingText("see:", `${at}  ${message}`));
    }
    for (const { title } of finding.fixes) lines.push(...hangingText("fix:", title));
    return lines.map((line) => `${line}\n`).join("");
  };

  return {
    start: () => "",
    file: async (report) => {
      const texts: string[] = [];
      for (const finding of report.findings) {
        texts.push(`${await findingText(finding, report)}\n`);
      }
      return texts.join("");
    },
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
function placeOf(source: SourceText, place: { readonly start: number; readonly end: number }): string {
  const { line, character } = source.rangeOf(place).start;
  return visible(`${source.shown}:${line + 1}:${character + 1}`);
}

function summaryText({ plans, catalogs, ignored, unreadable, findings }: Summary): string {
  const checked = [
    ...(plans > 0 ? [count(plans, "plan", "plans")] : []),
    ...(catalogs > 0 ? [count(catalogs, "catalog", "catalogs")] : []),
  ].join(" and ");
  const found = SEVERITIES.toReversed().flatMap((severity) =>
    findings[severity] > 0 ? [count(findings[severity], ...WORDS[severity])] : [],
  );
  const left = [
    ...(ignored > 0 ? [`${ignored} left alone (ignored by the configuration)`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be checked`] : []),
  ];
  const result = plans + catalogs > 0 ? `: ${found.join(", ") || "nothing found"}` : "";
  return `${[`${checked || "No plans"} checked${result}`, ...left].join("; ")}.`;
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

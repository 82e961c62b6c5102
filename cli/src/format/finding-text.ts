import type { Severity } from "@aiplan/core";
import picocolors from "picocolors";
import type { Excerpt, ReportedFinding, ReportedPlace } from "../report/file-report.ts";
import type { Range } from "../report/source-text.ts";
import { codeFrame } from "./code-frame.ts";
import { visible } from "./display-width.ts";
import type { Looks } from "./format.ts";
import { ruleLink } from "./rule-link.ts";
import { WORDS } from "./summary-text.ts";
import { wrap } from "./wrap.ts";

const INDENT = "  ";

/** How one finding looks as text: where, what, the lines it is about, related places and what could be done. */
export function findingText({ colours, links, width }: Looks): (finding: ReportedFinding) => string {
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

  return ({ rule, severity, message, place, related, fixes, excerpt }) => {
    const colour = colourOf[severity];
    const word = WORDS[severity][0];
    const id = links ? ruleLink(rule, paint.bold(rule)) : paint.bold(rule);
    const lines = [
      `${paint.bold(colour(word))} ${id}  ${paint.cyan(placeText(place))}`,
      ...wrap(visible(message), width - INDENT.length).map((line) => INDENT + line),
      ...(excerpt ? ["", ...frameOf(excerpt, place.range, colour)] : []),
    ];
    if (related.length + fixes.length > 0) lines.push("");
    for (const { place, message } of related) lines.push(...hangingText("see:", `${placeText(place)}  ${message}`));
    for (const { title } of fixes) lines.push(...hangingText("fix:", title));
    return lines.map((line) => `${line}\n`).join("");
  };
}

/** Path, line and column as terminals make links of them: counted from one. */
export function placeText({ path, range: { start } }: ReportedPlace): string {
  return visible(`${path}:${start.line + 1}:${start.character + 1}`);
}

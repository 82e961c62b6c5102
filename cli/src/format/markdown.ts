import { heaviestFirst, SEVERITIES, type Severity } from "@aiplan/core";
import { markdownCode, markdownMessage } from "@aiplan/report/text";
import { type FailLevel, failsAt } from "../check/fail-level.ts";
import type { ReportedFinding } from "../report/file-report.ts";
import type { Format, FormatOptions, Summary } from "./format.ts";
import { shortened } from "./shortened.ts";
import { count, countsOf, countsText, summaryText, WORDS } from "./summary-text.ts";
import { withoutCommands } from "./without-commands.ts";

/** GitHub takes comments of up to 65,536 characters: what is left over is for what stands around the findings. */
const MOST_TEXT = 58_000;
/** What could not be read takes no more room than this, and one more of them. */
const MOST_PROBLEMS = 2_000;
/** Of names and messages, which may hold any text of a plan, as much is shown. */
const LONGEST_PATH = 300;
const LONGEST_MESSAGE = 1_000;
/** From so many findings on that make the check fail they are folded up, too. */
const MANY = 20;

/** What is written of one finding, and where it stands among all. */
interface Item {
  /** The path of the file that it is listed under. */
  readonly path: string;
  readonly order: number;
  readonly severity: Severity;
  readonly text: string;
}

/**
 * A comment for a pull request: the verdict, then the findings of each file, those that do not make the check fail folded
 * up. Where there are too many for a comment, the heaviest are shown and the others counted.
 */
export function markdownFormat({ failOn }: FormatOptions): Format {
  let items: readonly Item[] = [];
  let found = 0;
  let problems = "";
  return {
    needs: {},
    start: () => "",
    file: ({ path, findings }) => {
      const more = findings.map((finding) => {
        return { path, order: found++, severity: finding.severity, text: findingText(finding, path) };
      });
      items = heaviest([...items, ...more]);
      return "";
    },
    problem: ({ path, message }) => {
      if (problems.length < MOST_PROBLEMS)
        problems += `- **not checked**: ${pathText(path)}: ${markdownMessage(shortened(message, LONGEST_PATH))}\n`;
      return "";
    },
    end: (summary) => {
      const shown = items.toSorted((a, b) => a.order - b.order);
      const paths = [...new Set(shown.map(({ path }) => path))];
      const parts = [
        `## AI Plan: ${verdict(summary, failOn)}`,
        summaryText(summary),
        problems.trimEnd(),
        ...paths.map((path) => fileText(path, shown, failOn)),
        leftOut(summary, shown),
      ];
      const text = parts.filter((part) => part !== "").join("\n\n");
      return `${text.replace(/^.+$/gm, withoutCommands)}\n`;
    },
  };
}

function verdict({ findings, unreadable }: Summary, failOn: FailLevel): string {
  const heavy = SEVERITIES.filter((severity) => failsAt(failOn, severity));
  const failing = heavy.reduce((sum, severity) => sum + findings[severity], 0);
  if (unreadable > 0) return "the check is not complete";
  if (failing === 0) return "the check passes";
  return `the check fails, ${count(failing, "finding has", "findings have")} to be settled`;
}

function fileText(path: string, all: readonly Item[], failOn: FailLevel): string {
  const fails = ({ severity }: Item) => failsAt(failOn, severity);
  const items = all.filter((item) => item.path === path);
  const heavy = items.filter(fails);
  const light = items.filter((item) => !fails(item));
  return [
    `### ${pathText(path)}`,
    ...(heavy.length > 0 ? [all.filter(fails).length > MANY ? folded(heavy, "") : listOf(heavy)] : []),
    ...(light.length > 0 ? [folded(light, heavy.length > 0 ? "Also " : "")] : []),
  ].join("\n\n");
}

function folded(items: readonly Item[], also: string): string {
  return `<details><summary>${also}${countsText(countsOf(items))}</summary>\n\n${listOf(items)}\n\n</details>`;
}

function listOf(items: readonly Item[]): string {
  return items.map(({ text }) => text).join("\n");
}

function pathText(path: string): string {
  return markdownCode(shortened(path, LONGEST_PATH));
}

function findingText({ rule, severity, message, place, fixes: [fix] }: ReportedFinding, listedUnder: string): string {
  const line = `line ${place.range.start.line + 1}`;
  const where = place.path === listedUnder ? line : `${pathText(place.path)}, ${line}`;
  const text = markdownMessage(shortened(message, LONGEST_MESSAGE));
  // A comment breaks lines where its text does, other pages only where a backslash says so.
  const fixText = fix ? `\\\n  Fix: ${markdownMessage(shortened(fix.title, LONGEST_PATH))}` : "";
  return `- **${WORDS[severity][0]}**, ${where}: ${text} (${markdownCode(rule)})${fixText}`;
}

/** Those that there is room for, the heaviest first and then in their order. */
function heaviest(items: readonly Item[]): readonly Item[] {
  const sorted = items.toSorted((a, b) => heaviestFirst(a, b) || a.order - b.order);
  let room = MOST_TEXT;
  const headings = new Set<string>();
  const end = sorted.findIndex(({ path, text }) => {
    // The heading of its file, and the lines around what is folded up.
    if (!headings.has(path)) room -= pathText(path).length + 150;
    headings.add(path);
    room -= text.length + 1;
    return room < 0;
  });
  return end === -1 ? sorted : sorted.slice(0, end);
}

function leftOut({ findings }: Summary, shown: readonly Item[]): string {
  const numbers = countsOf(shown);
  const left = Object.fromEntries(SEVERITIES.map((severity) => [severity, findings[severity] - numbers[severity]]));
  const total = Object.values(left).reduce((sum, number) => sum + number, 0);
  if (total === 0) return "";
  const those = countsText(left as Summary["findings"]);
  return `${total} more (${those}) ${total === 1 ? "is" : "are"} not shown here: \`aiplan check\` has all.`;
}

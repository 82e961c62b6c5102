import { heaviestFirst } from "@aiplan/core";
import { fromBase } from "../base-folder.ts";
import type { ReportedFinding } from "../report/file-report.ts";
import { visible } from "./display-width.ts";
import type { Format, FormatOptions } from "./format.ts";
import { summaryText } from "./summary-text.ts";

/** How many annotations of one kind GitHub shows for a step; the others are in its log. */
const MOST_SHOWN = 10;

const KINDS = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

/**
 * Workflow commands, which GitHub makes annotations of; their grammar and its escapes are those of
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands. The log shows nothing but the
 * message of a command, so that begins with the place.
 */
export function githubFormat({ cwd }: FormatOptions): Format {
  const pathInRepository = fromBase(cwd);
  const annotation = ({ rule, severity, message, place: { path, range }, fixes }: ReportedFinding): string => {
    const file = pathInRepository(path);
    const [line, column] = [range.start.line + 1, range.start.character + 1];
    // Columns are for a place in one line only.
    const columns = range.end.line === range.start.line ? { col: column, endColumn: range.end.character + 1 } : {};
    const lastLine = range.end.character === 0 ? Math.max(line, range.end.line) : range.end.line + 1;
    const properties = { file, line, endLine: lastLine, ...columns, title: rule };
    const [fix] = fixes;
    return command(KINDS[severity], properties, [
      `${file}:${line}:${column}: ${message}`,
      ...(fix ? [`Fix: ${fix.title}`] : []),
    ]);
  };
  return {
    needs: {},
    start: () => "",
    // GitHub shows the first ones only.
    file: ({ findings }) => findings.toSorted(heaviestFirst).map(annotation).join(""),
    problem: ({ path, position, message }) => {
      const file = pathInRepository(path);
      if (!position) return command("error", { file, title: "Not checked" }, [`${file}: ${message}`]);
      const [line, col] = [position.line + 1, position.character + 1];
      return command("error", { file, line, col, title: "Not used" }, [`${file}:${line}:${col}: ${message}`]);
    },
    end: (summary) => {
      const { error, warning, info, hint } = summary.findings;
      const isCut = Math.max(error + summary.unreadable, warning, info + hint) > MOST_SHOWN;
      const limit = isCut ? ` GitHub shows ${MOST_SHOWN} annotations of a kind for a step; this log has all.` : "";
      return `${summaryText(summary)}${limit}\n`;
    },
  };
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${lines.map(escapeData).join("%0A")}\n`;
}

/** Line ends do not come through, so that no text can begin a command of its own. */
function escapeData(text: string): string {
  return visible(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

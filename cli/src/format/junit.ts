import { failsAt } from "../check/fail-level.ts";
import type { FileReport, ReportedFinding } from "../report/file-report.ts";
import { visible } from "./display-width.ts";
import { findingText } from "./finding-text.ts";
import type { Format, FormatOptions, Problem } from "./format.ts";
import { shortened } from "./shortened.ts";

/** Test views show the name of a test on one line. In UTF-16 units. */
const LONGEST_NAME = 120;

/** What the schema asks of each suite, and what would make two reports on the same plans differ. */
const SAME_EVERY_TIME = `package="aiplan" timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"`;

/** One test in the report; without a problem it has passed. */
interface TestCase {
  readonly name: string;
  readonly problem?: {
    readonly kind: "failure" | "error";
    readonly type: string;
    readonly message: string;
    readonly details: string;
  };
}

/**
 * Test results as CI servers read them, valid by the schema of Ant's JUnit reports: a suite for each file, a failed test
 * for each finding that makes the check fail, and one that has passed for a file without.
 */
export function junitFormat({ failOn, width }: FormatOptions): Format {
  const textOf = findingText({ colours: false, width });
  const failed = (finding: ReportedFinding): TestCase => ({
    name: `${finding.rule}: ${finding.message}`,
    problem: {
      // Nothing is known of what a rule looks for that failed itself.
      kind: finding.ruleFailed ? "error" : "failure",
      type: finding.severity,
      message: finding.message,
      details: textOf(finding),
    },
  });
  let suites = 0;
  const suite = (path: string, cases: readonly TestCase[], output = ""): string => {
    const count = (kind: string) => cases.filter(({ problem }) => problem?.kind === kind).length;
    const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
    return [
      `  <testsuite id="${suites++}" name="${attribute(path)}" ${counts} ${SAME_EVERY_TIME}>`,
      `    <properties><property name="fail-on" value="${failOn}"/></properties>`,
      ...withNamesOfTheirOwn(cases).map((one) => caseText(path, one)),
      output === "" ? "    <system-out/>" : `    <system-out>${content(output)}</system-out>`,
      "    <system-err/>",
      "  </testsuite>\n",
    ].join("\n");
  };
  return {
    needs: { excerpts: true },
    start: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n`,
    file: ({ path, findings }: FileReport) => {
      const isHeavy = ({ severity, ruleFailed }: ReportedFinding) => ruleFailed || failsAt(failOn, severity);
      const cases = findings.filter(isHeavy).map(failed);
      const passed = { name: failOn === "never" ? "checked" : `nothing found from ${failOn} on` };
      const others = findings.filter((finding) => !isHeavy(finding));
      return suite(path, cases.length > 0 ? cases : [passed], others.map(textOf).join("\n"));
    },
    problem: ({ path, message }: Problem) =>
      suite(path, [{ name: "not checked", problem: { kind: "error", type: "error", message, details: message } }]),
    end: () => "</testsuites>\n",
  };
}

/** Some CI servers show but one of several tests with the same name. */
function withNamesOfTheirOwn(cases: readonly TestCase[]): TestCase[] {
  const met = new Map<string, number>();
  return cases.map((one) => {
    const name = shortened(one.name, LONGEST_NAME);
    const before = met.get(name) ?? 0;
    met.set(name, before + 1);
    return { ...one, name: before === 0 ? name : `${name} (${before + 1})` };
  });
}

function caseText(path: string, { name, problem }: TestCase): string {
  // Jenkins takes what stands before the last dot for a package.
  const start = `    <testcase classname="${attribute(path.replace(/\.aiplan$/i, ""))}" name="${attribute(name)}" time="0"`;
  if (!problem) return `${start}/>`;
  const { kind, type, message, details } = problem;
  const element = `<${kind} type="${type}" message="${attribute(message)}">${content(details)}</${kind}>`;
  return `${start}>\n      ${element}\n    </testcase>`;
}

/** White space in an attribute would be one space to its reader, and control characters are not allowed at all. */
function attribute(text: string): string {
  return content(visible(text)).replaceAll('"', "&quot;");
}

/** Text between tags. What would be a command in the log of a CI server (see `withoutCommands`) has a sign by its number. */
function content(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("##", "#&#35;")
    .replace(/^(\s*):(?=:)/gm, "$1&#58;");
}

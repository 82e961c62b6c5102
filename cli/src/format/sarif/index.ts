import type { Invocation, Notification, Result, Run } from "sarif";
import type { GoneFromPlan } from "../../baseline/baseline.ts";
import type { ReportedFinding, ReportedSilencer } from "../../report/file-report.ts";
import { version } from "../../version.ts";
import type { Format, FormatOptions, Problem, Summary } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { messageOf, SarifPlaces, SOURCE_ROOT } from "./places.ts";
import { absentOf, resultOf, suppressionsOf } from "./results.ts";
import { SarifRules } from "./rules.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 with all that is known: what is silenced, too, with what silences it. A result is a line. */
export function sarifFormat({ cwd }: FormatOptions): Format {
  const sarif = new Sarif(cwd);
  return {
    needs: { edits: true, silenced: true },
    start: () => sarif.start(),
    file: ({ findings, known, silenced = [] }) =>
      [...findings, ...(known ?? []), ...silenced]
        .map((one) =>
          sarif.result(one, {
            suppressions: suppressionsOf(one, sarif.places),
            // All results of a run say it, or none: no baseline knows what is silenced.
            ...(known ? { baselineState: one.baseline ?? "new" } : {}),
          }),
        )
        .join(""),
    problem: (problem) => sarif.problem(problem),
    end: (summary) => (summary.baseline?.absent ?? []).map((one) => sarif.absent(one)).join("") + sarif.end(summary),
  };
}

/**
 * SARIF for GitHub's code scanning: without what is silenced or accepted by a waiver. GitHub would show it as open, for it
 * reads no suppressions.
 */
export function githubSarifFormat({ cwd }: FormatOptions): Format {
  const sarif = new Sarif(cwd);
  return {
    needs: { edits: true },
    start: () => sarif.start(),
    file: ({ findings }) =>
      findings
        .filter(({ accepted }) => !accepted)
        .map((one) => sarif.result(one))
        .join(""),
    problem: (problem) => sarif.problem(problem),
    end: (summary) => sarif.end(summary),
  };
}

/** One run, written as it goes: what stands for all of it comes last. */
class Sarif {
  readonly places: SarifPlaces;
  private readonly rules = new SarifRules();
  private readonly notifications: Notification[] = [];
  private isFirst = true;

  constructor(cwd: string) {
    this.places = new SarifPlaces(cwd);
  }

  start(): string {
    return `{"version":"2.1.0","$schema":"${SCHEMA}","runs":[{"results":[`;
  }

  /** What was known, and is there no more. */
  absent(finding: GoneFromPlan): string {
    return this.line({ ...absentOf(finding, this.rules, this.places), suppressions: [] });
  }

  /** @param more what is said of it beyond what was found */
  result(finding: ReportedFinding & { readonly by?: ReportedSilencer }, more: Partial<Result> = {}): string {
    if (finding.ruleFailed) return this.failedRule(finding);
    return this.line({ ...resultOf(finding, this.rules, this.places), ...more });
  }

  problem({ path, position, message }: Problem): string {
    const region = position && { region: { startLine: position.line + 1, startColumn: position.character + 1 } };
    const physicalLocation = { artifactLocation: this.places.file(path), ...region };
    this.notifications.push({ level: "error", message: messageOf(message), locations: [{ physicalLocation }] });
    return "";
  }

  end({ isStopped }: Summary): string {
    const invocation: Invocation = {
      executionSuccessful: this.notifications.length === 0 && !isStopped,
      ...(this.notifications.length === 0 ? {} : { toolExecutionNotifications: this.notifications }),
    };
    const rest: Run = {
      tool: {
        driver: { name: "AI Plan", version: version(), semanticVersion: version(), rules: this.rules.descriptors() },
      },
      invocations: [invocation],
      originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
      columnKind: "utf16CodeUnits",
      newlineSequences: ["\r\n", "\n", "\r"],
      language: "en-GB",
    };
    return `\n],${jsonText(rest).slice(1)}]}\n`;
  }

  private line(result: Result): string {
    const separator = this.isFirst ? "\n" : ",\n";
    this.isFirst = false;
    return separator + jsonText(result);
  }

  /** That a rule failed is no finding about the plan. */
  private failedRule({ rule, message, place }: ReportedFinding): string {
    this.notifications.push({
      level: "error",
      message: messageOf(message),
      locations: [this.places.location(place)],
      associatedRule: { id: rule },
    });
    return "";
  }
}

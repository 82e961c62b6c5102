import { readFileSync } from "node:fs";
import { join } from "node:path";
import Draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import { aiplan, type Outcome, REPOSITORY, type ReportedEdit, type RunOptions } from "./aiplan.ts";

/** The schema of OASIS, as Microsoft's kit for SARIF carries it. */
const SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
const schema = JSON.parse(readFileSync(join(REPOSITORY, SCHEMA), "utf8"));
// The schema as it is published is not written for a strict reader, nor its patterns for Unicode.
const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

/** Runs `check --format sarif` and reads its one run, which must be as the official schema says. */
export async function checkSarif(
  args: readonly string[],
  options: RunOptions = {},
  format = "sarif",
): Promise<Outcome & { readonly run: Run; readonly results: readonly Result[] }> {
  const outcome = await aiplan(["check", "--format", format, ...args], options);
  const run = readSarif(outcome.stdout);
  return { ...outcome, run, results: run.results ?? [] };
}

/** Throws if the text is not as the official schema says. */
export function readSarif(text: string): Run {
  const log = JSON.parse(text) as Log;
  if (!isValid(log)) throw new Error(ajv.errorsText(isValid.errors, { separator: "\n" }));
  return log.runs[0]!;
}

/** Where results point to, as `path:line:column`. */
export function placeOf({ locations }: Result): string {
  const { artifactLocation, region } = locations![0]!.physicalLocation!;
  return `${decodeURIComponent(artifactLocation!.uri!)}:${region!.startLine}:${region!.startColumn}`;
}

/** The changes that a fix makes to one file, counting as the JSON report does. */
export function editsOf(fix: NonNullable<Result["fixes"]>[number]): ReportedEdit[] {
  return fix.artifactChanges[0]!.replacements.map(({ deletedRegion, insertedContent }) => ({
    range: {
      start: { line: deletedRegion.startLine! - 1, character: deletedRegion.startColumn! - 1 },
      end: { line: deletedRegion.endLine! - 1, character: deletedRegion.endColumn! - 1 },
    },
    newText: insertedContent?.text ?? "",
  }));
}

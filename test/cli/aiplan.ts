import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const REPOSITORY = resolve(import.meta.dirname, "../..");
export const BIN = join(REPOSITORY, "cli/bin/aiplan.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves standard input open after the input, as editors do. */
  readonly staysOpen?: boolean;
  /** The user to run as, where the tests run as root: root may read everything. */
  readonly uid?: number;
  /** The command that is run; the one of this repository unless given. */
  readonly bin?: string;
  /** Closes standard output after its first bytes, as `head` does. */
  readonly closeEarly?: boolean;
}

/** Runs the command as it is installed, in a process of its own, without colours unless they are asked for. */
export function aiplan(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { NO_COLOR: _, FORCE_COLOR: __, DEBUG: ___, FORCE_HYPERLINK: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, [options.bin ?? BIN, ...args], {
    cwd: options.cwd ?? REPOSITORY,
    env: { ...inherited, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (options.closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // A command that refuses its input closes it before all is written.
  child.stdin.on("error", () => {});
  child.stdin.write(options.input ?? "");
  if (!options.staysOpen) child.stdin.end();
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}

/** What `--format json` prints. */
export interface Report {
  readonly files: readonly ReportedFile[];
  readonly summary: Readonly<Record<string, number>>;
}
export interface ReportedFile {
  readonly path: string;
  readonly stage: string | null;
  readonly findings: readonly ReportedFinding[];
}
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly path?: string;
  readonly range: ReportedRange;
  readonly help?: string;
  readonly related: readonly { readonly path: string; readonly range: ReportedRange; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly ReportedEdit[] }[];
}
export interface ReportedEdit {
  readonly path?: string;
  readonly range: ReportedRange;
  readonly newText: string;
}
export interface ReportedPosition {
  readonly line: number;
  readonly character: number;
}
export interface ReportedRange {
  readonly start: ReportedPosition;
  readonly end: ReportedPosition;
}

/** Runs `check --format json` and reads its report. */
export async function checkJson(args: readonly string[], options: RunOptions = {}): Promise<Outcome & Report> {
  const outcome = await aiplan(["check", "--format", "json", ...args], options);
  return { ...outcome, ...(JSON.parse(outcome.stdout) as Report) };
}

/** The findings of one rule in all files of a report. */
export function findingsOf(report: Report, rule: string): ReportedFinding[] {
  return report.files.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule));
}

const made: string[] = [];

/** Makes a folder with these files in it, by their paths; it is gone after the tests. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-cli-")));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Removes what {@link folderWith} made. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Applies the edits of a fix to the text of the one file they are for, counting as the report does. */
export function applyReported(text: string, edits: readonly ReportedEdit[]): string {
  const lines = text.split(/(?<=\n)/);
  const offsetOf = ({ line, character }: ReportedPosition) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length, 0) + character;
  return edits
    .map((edit, index) => ({ ...edit, start: offsetOf(edit.range.start), end: offsetOf(edit.range.end), index }))
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** The text that a range covers. */
export function textAt(text: string, { start, end }: ReportedRange): string {
  const lines = text.split(/\r\n|\n/);
  return start.line === end.line
    ? (lines[start.line] ?? "").slice(start.character, end.character)
    : `${start.line}…${end.line}`;
}

import { statSync } from "node:fs";
import { extname, resolve } from "node:path";
import type { OutputChoice } from "../check/output-choice.ts";
import { REPORT_ENDINGS, REPORT_FORMAT_NAMES, type ReportFormatName } from "./formats.ts";

/** A report that is asked for, and where it goes: to standard output where neither is given. */
export interface ReportOutput {
  readonly format: ReportFormatName;
  /** Absolute: one report, of the plan or of all plans. */
  readonly file?: string;
  /** Absolute: a page of all plans, and beside it a report of each. */
  readonly folder?: string;
}

/**
 * Reads what `--format` and `--output` say together. What is a folder, ends as one or has no ending is one; the format of a
 * file that nobody names is that of its ending, and the format of a folder HTML.
 *
 * @param cwd absolute
 * @returns a sentence where nothing can be made of them
 */
export function readOutputs(
  formats: readonly OutputChoice<ReportFormatName>[],
  output: string | undefined,
  cwd: string,
): readonly ReportOutput[] | string {
  if (output === undefined) return formats.length > 0 ? formats : [{ format: "markdown" }];
  if (output === "") return "Name a file or a folder after --output.";
  const path = resolve(cwd, output);
  const others = formats.filter(({ file }) => file !== undefined);
  const named = formats.find(({ file }) => file === undefined)?.format;
  if (isFolder(output, path)) return [...others, { format: named ?? "html", folder: path }];
  // A slip of the fingers must not cost anybody a plan.
  if (/\.aiplan$/i.test(path)) return "A report would take the place of a plan.";
  const format = named ?? formatOf(path);
  if (!format) return `Say how ${output} is to look with --format, or end its name in .html, .md or .json.`;
  const other = others.find(({ file }) => file === path);
  return other ? `The report in ${other.format} goes to that file, too.` : [...others, { format, file: path }];
}

function formatOf(path: string): ReportFormatName | undefined {
  const ending = extname(path).toLowerCase();
  return REPORT_FORMAT_NAMES.find((name) => (REPORT_ENDINGS[name] as readonly string[]).includes(ending));
}

function isFolder(output: string, path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there) return there.isDirectory();
  return /[\\/]$/.test(output) || extname(path) === "";
}

import { resolve } from "node:path";
import { didYouMean } from "@aiplan/core";
import { InvalidArgumentError } from "commander";
import { FORMATS, type FormatName } from "../format/formats.ts";

/** A report that is asked for: its format and where it goes. */
export interface OutputChoice<Name extends string = FormatName> {
  readonly format: Name;
  /** Absolute; standard output where there is none. */
  readonly file?: string;
}

/** Reads a report that `check` is to write: see {@link addOutputOf}. */
export function addOutput(text: string, before: readonly OutputChoice[] = []): OutputChoice[] {
  return addOutputOf(Object.keys(FORMATS) as FormatName[], text, before);
}

/** Reads one `NAME` or `NAME=FILE` and adds it to those before it: each must have a place of its own. */
export function addOutputOf<Name extends string>(
  names: readonly Name[],
  text: string,
  before: readonly OutputChoice<Name>[] = [],
): OutputChoice<Name>[] {
  const [, name, file] = /^([^=]*)(?:=(.*))?$/s.exec(text)!;
  const format = formatNamed(name!, names);
  if (file === undefined) {
    const other = before.find((one) => one.file === undefined);
    if (other)
      throw new InvalidArgumentError(
        `Only one report can go to standard output, and ${other.format} does. Name a file for one of them: ${format}=FILE.`,
      );
    return [...before, { format }];
  }
  if (/(?:^|[\\/])$/.test(file)) throw new InvalidArgumentError(`Name a file after \`${format}=\`, not a folder.`);
  // A slip of the fingers must not cost anybody a plan.
  if (/\.aiplan$/i.test(file)) throw new InvalidArgumentError("A report would take the place of a plan.");
  const path = resolve(file);
  const other = before.find((one) => one.file === path);
  if (other) throw new InvalidArgumentError(`The report in ${other.format} goes to that file, too.`);
  return [...before, { format, file: path }];
}

function formatNamed<Name extends string>(name: string, names: readonly Name[]): Name {
  const format = names.find((one) => one === name);
  if (format !== undefined) return format;
  const meant = didYouMean(name, names);
  throw new InvalidArgumentError(
    `${meant === undefined ? "" : `Did you mean ${meant}? `}The formats are ${names.join(", ")}.`,
  );
}

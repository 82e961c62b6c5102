import type { OutputChoice } from "../check/output-choice.ts";
import { shownPath } from "../shown-path.ts";
import { type Terminal, USUAL_WIDTH } from "../terminal.ts";
import { WrittenFile, writeProblem } from "../written-file.ts";
import { DIFF_FORMATS, type DiffFormatName } from "./format/formats.ts";
import type { DiffResult } from "./plan-diff.ts";

/** Writes reports where they are to go. Returns whether all of them are there. */
export async function writeDiff(
  result: DiffResult,
  choices: readonly OutputChoice<DiffFormatName>[],
  terminal: Terminal,
): Promise<boolean> {
  let isWhole = true;
  for (const { format, file } of choices) {
    if (file === undefined) {
      await terminal.write(DIFF_FORMATS[format](result, terminal));
      continue;
    }
    try {
      const written = await WrittenFile.open(file);
      await written.write(DIFF_FORMATS[format](result, { colours: false, width: USUAL_WIDTH }));
      await written.finish();
    } catch (error) {
      isWhole = false;
      terminal.say(`${shownPath(file, terminal.cwd)}: The report was not written. ${writeProblem(error)}`);
    }
  }
  return isWhole;
}

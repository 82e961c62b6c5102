import { heaviestFirst } from "@aiplan/core";
import type { FileReport, ReportedFinding } from "../report/file-report.ts";
import type { Format } from "./format.ts";

/** A finding that may be shown, and where it stands among all: in which of the files, and the how manyeth there. */
interface Kept {
  readonly file: number;
  readonly index: number;
  readonly finding: ReportedFinding;
}

/**
 * Shows no more than so many findings in all, the heaviest of them, each where it would stand otherwise. Which those are
 * is known only at the end: until then nothing is written, and only what may still be shown is kept.
 *
 * @param tell is called at the end if there are more, with their number
 */
export function limited(format: Format, most: number, tell: (hidden: number) => void): Format {
  const files: FileReport[] = [];
  let kept: Kept[] = [];
  let found = 0;
  const { problem } = format;
  return {
    needs: format.needs,
    start: () => format.start(),
    file: (report) => {
      const file = files.push({ ...report, findings: [] }) - 1;
      const more = report.findings.map((finding, index) => ({ file, index, finding }));
      found += more.length;
      kept = [...kept, ...more].sort(heavierFirst).slice(0, most);
      return "";
    },
    ...(problem ? { problem: (one) => problem(one) } : {}),
    end: (summary) => {
      const shown = files.map((): ReportedFinding[] => []);
      for (const { file, finding } of kept.sort((a, b) => a.file - b.file || a.index - b.index))
        shown[file]?.push(finding);
      const texts = files.map((report, file) => format.file({ ...report, findings: shown[file] ?? [] }));
      const hidden = found - kept.length;
      if (hidden > 0) tell(hidden);
      return texts.join("") + format.end({ ...summary, hidden });
    },
  };
}

/** Of the same weight those that were found first come first, for sorting is stable. */
function heavierFirst(a: Kept, b: Kept): number {
  return heaviestFirst(a.finding, b.finding);
}

import type { Example } from "../../harness/examples.ts";
import { tryReport, tryText } from "../../harness/try-text.ts";

/** A report takes as long as all else together, and changes less from one sign to the next. */
const REPORT_ONE_IN = 8;

/** Tries the beginnings of a plan as if it were being typed, each so many signs longer than the one before. */
export async function tryPrefixes(example: Example, step: number): Promise<void> {
  for (let count = 0, end = 0; end <= example.text.length; count++, end += step) {
    const attempt = count % REPORT_ONE_IN === 0 ? tryReport : tryText;
    await attempt(example, example.text.slice(0, end), [end]);
  }
}

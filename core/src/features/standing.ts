import { blockersInWords, scoreInWords, stagesInWords } from "../readiness/in-words.ts";
import type { Readiness } from "../readiness/readiness.ts";
import { isWhole, type PlanFile } from "../syntax/plan-file.ts";

/** How a plan stands, in a line: `Readiness 74/100 · earns build, claims pilot · 7 to settle`. */
export function standing(readiness: Readiness, file: PlanFile): string {
  return [
    `Readiness ${scoreInWords(readiness)}`,
    stagesInWords(readiness),
    blockersInWords(readiness) ?? (isWhole(file) ? "" : "not all of it can be read"),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

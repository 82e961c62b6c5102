import type { Span } from "../../syntax/nodes.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import { splitSections } from "../../syntax/split-sections.ts";

/** The part of a file that has to be read to know what belongs at an offset: the section around it. */
export interface Scope extends Span {
  /** How many syntax errors are in it. */
  readonly errors: number;
}

/** An alias, or a merge key: what it stands for may be in another section. */
const BORROWS = /(?:^|[\s,[{:])(?:\*[^\s*]|<<)/;

export function scopeOf({ text, syntax }: PlanFile, offset: number): Scope {
  const starts = splitSections(text).map(({ start }) => start);
  const start = starts.findLast((one) => one <= offset) ?? 0;
  const end = starts.find((one) => one > offset) ?? text.length;
  if (BORROWS.test(text.slice(start, end))) return { start: 0, end: text.length, errors: syntax.length };
  return { start, end, errors: syntax.filter((finding) => finding.end >= start && finding.start < end).length };
}

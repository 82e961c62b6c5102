import type { ScalarNode } from "../../syntax/nodes.ts";
import { changeOf } from "./sentence.ts";
import { subjectOf } from "./subject.ts";

/** What happened to a value, within a sentence: "month-6 target of `accuracy` was lowered from 92% to 88%". */
export function whatChanged(before: ScalarNode, after: ScalarNode): string {
  const subject = subjectOf(after);
  return `${subject} ${/^[a-z]+ hours\b/.test(subject) ? "were" : "was"} ${changeOf(before, after)}`;
}

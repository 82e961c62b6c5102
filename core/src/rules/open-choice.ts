import type { TextEdit } from "../edits/text-edit.ts";
import type { Finding } from "./finding.ts";

/** A longer value is not repeated in a placeholder; in UTF-16 code units. */
const LONGEST_REPEATED = 60;
/** What would end a plain scalar in some place where it may stand, or begin a comment. */
const NOT_PLAIN = /[,[\]{}\r\n\t<>]|: |:$| #|^$/;

/**
 * Where a finding can be put right in several ways, or in one that only its author can want: placeholders that name the
 * ways, and what stands there now, `<14 mo or 14 min (was 14 m)>`. So nothing is decided, and nothing is lost.
 *
 * @param text of the plan
 * @returns no edits where a placeholder can't stand in for the change
 */
export function openChoice({ fixes }: Finding, text: string): TextEdit[] {
  const [first, ...others] = fixes.filter(({ createsFile }) => !createsFile);
  if (!first || fixes.some(({ preferred }) => preferred)) return [];
  const alternatives = others.map((fix) => fix.edits()).flatMap((edits) => (edits.length === 1 ? edits : []));
  const changes = first.edits();
  const edits = changes.flatMap((change) => {
    const same = alternatives.filter((one) => one.uri === change.uri && isSameSpan(one, change));
    const newText = placeholderFor([change, ...same], text.slice(change.start, change.end));
    return newText === undefined ? [] : [{ uri: change.uri, start: change.start, end: change.end, newText }];
  });
  return edits.length === changes.length ? edits : [];
}

function isSameSpan(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end;
}

function placeholderFor(changes: readonly TextEdit[], now: string): string | undefined {
  const ways = [...new Set(changes.map(({ newText }) => withoutMarks(newText)))];
  const before = withoutMarks(now.trim());
  if (before === "" || ways.some((way) => NOT_PLAIN.test(way))) return undefined;
  const isShown = before.length <= LONGEST_REPEATED && !NOT_PLAIN.test(before);
  return `<${ways.join(" or ")}${isShown ? ` (was ${before})` : ""}>`;
}

/** Without the quotes, or the marks of a placeholder. */
function withoutMarks(value: string): string {
  return /^(?:"[^"\\]*"|'[^']*'|<[^<>]*>)$/.test(value) ? value.slice(1, -1) : value;
}

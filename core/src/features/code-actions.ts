import type { TextEdit } from "../edits/text-edit.ts";
import { lineEndOf, lineStart } from "../edits/text-lines.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/registry.ts";
import { isStructural } from "../rules/silence.ts";
import type { Span } from "../syntax/nodes.ts";
import { scalarAt, spanIn } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** Something an editor offers to do about a finding. */
export interface CodeAction {
  readonly title: string;
  readonly finding: Finding;
  /** The one to do unless the author says otherwise; at most one a finding. */
  readonly preferred: boolean;
  /** It makes a file, which not every editor can. */
  readonly createsFile: boolean;
  /** Made only when asked for. */
  edits(): TextEdit[];
}

/** What can be done about the findings that touch a span of the plan: their fixes, then to ignore them. */
export function codeActions(plan: CheckedPlan, findings: readonly Finding[], span: Span): CodeAction[] {
  const touched = findings.filter(({ place }) => place.uri === plan.file.uri && touches(place, span));
  const fixes = touched.flatMap((finding) => fixesOf(finding));
  return [...fixes, ...touched.flatMap((finding) => ignoring(plan, finding) ?? [])];
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function fixesOf(finding: Finding): CodeAction[] {
  const first = finding.fixes.find(({ preferred }) => preferred);
  return finding.fixes.map((fix) => ({
    title: fix.title,
    finding,
    preferred: fix === first,
    createsFile: fix.createsFile ?? false,
    edits: () => fix.edits(),
  }));
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Puts an ignore comment above the line of a finding; undefined where it could not be ignored there. */
function ignoring(plan: CheckedPlan, finding: Finding): CodeAction | undefined {
  if (isStructural(byId.get(finding.rule))) return undefined;
  const { text } = plan.file;
  const line = Math.min(lineStart(text, finding.place.start), finding.place.start);
  // Above a later line of a text that spans several lines a comment would become a part of that text.
  const scalar = scalarAt(plan.file, line);
  if (scalar && spanIn(plan.file, scalar).start < line && line < spanIn(plan.file, scalar).end) return undefined;
  return {
    title: `Ignore \`${finding.rule}\` here, with a reason`,
    finding,
    preferred: false,
    createsFile: false,
    edits: () => [ignoreComment(plan, finding.rule, line)],
  };
}

function ignoreComment({ file }: CheckedPlan, rule: string, line: number): TextEdit {
  const at = line === 0 && file.text.startsWith("\uFEFF") ? 1 : line;
  const indent = /^[ \t]*/.exec(file.text.slice(at, at + 200))?.[0] ?? "";
  const before = `${indent}# aiplan-ignore ${rule}: `;
  const reason = "<why this is a false alarm>";
  return {
    uri: file.uri,
    start: at,
    end: at,
    newText: before + reason + lineEndOf(file.text),
    stops: [{ start: before.length, end: before.length + reason.length }],
  };
}

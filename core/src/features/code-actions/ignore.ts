import type { TextEdit } from "../../edits/text-edit.ts";
import { lineEndOf, lineStart } from "../../edits/text-lines.ts";
import type { Finding } from "../../rules/finding.ts";
import { rules } from "../../rules/registry.ts";
import { isStructural } from "../../rules/silence.ts";
import { scalarAt, spanIn } from "../../syntax/plan-file.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { ActionContext, CodeAction } from "./action.ts";

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Can a finding be silenced in the plan itself? */
export function isJudgement({ rule }: Finding): boolean {
  return !isStructural(byId.get(rule));
}

/** Never a false alarm: what is still to be written, and the sum of what others have found. Who is in doubt would take it. */
const NEVER_FALSE: ReadonlySet<string> = new Set(["placeholder-left", "stage-not-earned"]);

/** Puts an ignore comment above the line of each finding that can be ignored there. */
export function ignoring({ plan, touched }: ActionContext): CodeAction[] {
  const doubtful = touched.filter((finding) => isJudgement(finding) && !NEVER_FALSE.has(finding.rule));
  return doubtful.flatMap((finding) => {
    const { text } = plan.file;
    const line = Math.min(lineStart(text, finding.place.start), finding.place.start);
    // Above a later line of a text that spans several lines a comment would become a part of that text.
    const scalar = scalarAt(plan.file, line);
    if (scalar && spanIn(plan.file, scalar).start < line && line < spanIn(plan.file, scalar).end) return [];
    return [
      {
        title: `Ignore \`${finding.rule}\` here, with a reason`,
        kind: "quickfix" as const,
        finding,
        preferred: false,
        createsFile: false,
        edits: () => [ignoreComment(plan, finding.rule, line)],
      },
    ];
  });
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

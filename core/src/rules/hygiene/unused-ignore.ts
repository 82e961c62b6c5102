import { lineEnd, lineStart, nextLine } from "../../edits/text-lines.ts";
import type { IgnoreComment } from "../../syntax/ignore-comments.ts";
import { isWhole, type PlanFile } from "../../syntax/plan-file.ts";
import { applies } from "../applies.ts";
import type { Fix } from "../finding.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { ignoresOf, isStructural } from "../silence.ts";

export default defineRule({
  id: "unused-ignore",
  principle: "agreed-success",
  severity: always("hint"),
  summary: "An ignore comment silences something.",
  why: `A comment that silences nothing is left over from a finding that is gone, and will hide the next one in the same place
without anybody having looked at it.`,
  silent: `For rules that are switched off or say nothing at the plan's stage, while the plan cannot be read as a whole, and for
comments that \`ignore-without-reason\` speaks of.`,
  source: "The plan language: ignore comments",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
outcome:
  # aiplan-ignore unknown-key: another tool reads it
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`unknown-key\` has nothing to say here
  statement: Cut the time
  kpi: accuracy # aiplan-ignore unknown-key: another tool reads it
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`unknown-key\` has nothing to say here
`,
        fixed: `
outcome:
  statement: Cut the time
  kpi: accuracy
`,
      },
    ],
    good: [
      `
outcome:
  # aiplan-ignore unknown-key: another tool reads it
  sponsor: Maria
`,
    ],
  },
  check: {
    Findings(findings, context) {
      const { file, checked } = context;
      if (!isWhole(file)) return;
      const used = new Set(findings.flatMap((finding) => ignoresOf(checked, finding)));
      for (const ignore of file.ignores) {
        const rule = context.known.get(ignore.rule);
        const counts = rule && !isStructural(rule) && ignore.reason !== "" && applies(rule, context.workspace);
        // What compares versions finds nothing where there is but one.
        if (!counts || rule.comparesVersions || used.has(ignore) || rule === context.rule) continue;
        context.report(
          { start: ignore.start, end: ignore.end },
          `\`${ignore.rule}\` has nothing to say here, so this comment silences nothing. Remove it.`,
          { unnecessary: true, fixes: [removeFix(file, ignore)] },
        );
      }
    },
  },
});

/** Removes the comment, and its line where it has one to itself. */
function removeFix({ uri, text }: PlanFile, { start, end }: IgnoreComment): Fix {
  const line = lineStart(text, start);
  const before = text.slice(line, start);
  const alone = before.trim() === "";
  const span = alone
    ? { start: line, end: nextLine(text, end) }
    : { start: line + before.trimEnd().length, end: lineEnd(text, end) };
  return {
    title: "Remove the comment",
    // Somebody wrote down a reason: it does not go unseen.
    kind: "stub",
    preferred: true,
    edits: () => [{ uri, ...span, newText: "" }],
  };
}

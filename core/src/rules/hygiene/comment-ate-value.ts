import { keyNameOf } from "../key-of.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { trapFix, trapPlace } from "../syntax-findings.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "comment-ate-value",
  principle: "traceability",
  severity: always("warning"),
  summary: "No value is lost because it starts with `#`.",
  why: `After a space, \`#\` starts a comment. \`via: #support\` says nothing at all: the path that should have called people in the
\`#support\` channel calls nobody.`,
  silent: "For comments that have a space after their `#`, as comments do.",
  source: "YAML 1.2.2, 6.6 Comments",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
roles:
  triage-lead:
    contact: #support
#            ^^^^^^^^ YAML takes \`#support\` for a comment, so \`contact\` is empty
`,
        fixed: `
roles:
  triage-lead:
    contact: "#support"
`,
      },
    ],
    good: [
      `
roles:
  triage-lead:
    contact: "#support"
  support-ops:
    contact: # still to be found
`,
    ],
  },
  check: {
    File(file, context) {
      for (const trap of problemsOf(file, "comment-ate-value"))
        context.report(
          trapPlace(trap),
          `YAML takes ${shown(trap.written)} for a comment, so \`${keyNameOf(trap.node)}\` is empty. Put it in quotes.`,
          { fixes: [trapFix(context, trap, "Put the value in quotes")] },
        );
    },
  },
});

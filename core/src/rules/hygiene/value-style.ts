import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "value-style",
  principle: "traceability",
  severity: always("hint"),
  summary: "Values are written in the one short form of the language.",
  why: `The value is understood as it is. In one spelling throughout, plans are easier to compare and to search, and other YAML
tools, for which \`yes\` is a text and not a truth value, read the same as this one.`,
  silent: "For values that cannot be read: those have findings of their own.",
  source: "The plan language: quantities; YAML 1.2.2, 10.3 Core Schema",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
systems:
  helpdesk: {timeout: 2 seconds, rate-limit: 60 req per minute}
#                     ^^^^^^^^^ The short form of \`2 seconds\` is \`2 s\`.
#                                            ^^^^^^^^^^^^^^^^^ The short form of \`60 req per minute\` is \`60 req/min\`.
human-oversight: {overrides-logged: yes}
#                                   ^^^ Plans write \`true\` for \`yes\`.
`,
        fixed: `
systems:
  helpdesk: {timeout: 2 s, rate-limit: 60 req/min}
human-oversight: {overrides-logged: true}
`,
      },
    ],
    good: [
      `
systems:
  helpdesk: {timeout: 2 s, rate-limit: 60 tickets/min}
human-oversight: {overrides-logged: true}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, replacement } of problemsOf(file, "long-form")) {
        const message =
          typeof node.value === "boolean" || replacement.length > node.text.length
            ? `Plans write \`${replacement}\` for ${shown(node.text)}.`
            : `The short form of ${shown(node.text)} is \`${replacement}\`.`;
        context.report(node, message, { fixes: rewrite(context, node, replacement) });
      }
    },
  },
});

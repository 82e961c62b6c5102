import { CONFIG_FILE, readConfig } from "../../workspace/config.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "invalid-config",
  principle: "traceability",
  severity: always("warning"),
  summary: `Everything in \`${CONFIG_FILE}\` can be used.`,
  why: `A rule that the configuration misspells stays as it is: the team believes it raised it to an error, and the plan passes
all the same.`,
  silent: "For settings that start with `x-`, and in catalogs.",
  source: "The plan language: configuration",
  reads: "*",
  examples: {
    options: {
      config: readConfig(
        "file:///workspace/aiplan.config.yaml",
        "rules:\n  unknown-key: fatal\nas-of: tomorrow\n",
        new Set(["unknown-key"]),
      ),
    },
    bad: [
      {
        plan: `
aiplan: 1
stage: proposal
#      ^^^^^^^^ Part of \`aiplan.config.yaml\` is not used: a rule is set to one of off, hint, info, warning, error, not \`fatal\`. (2 in all)
`,
      },
    ],
    good: [
      `
kind: catalog
`,
    ],
  },
  check: {
    File(_, context) {
      const { problems, uri } = context.workspace.config;
      const [first] = problems;
      if (!first) return;
      const message = /^[A-Z][a-z]* /.test(first.message)
        ? first.message.charAt(0).toLowerCase() + first.message.slice(1)
        : first.message;
      const count = problems.length > 1 ? ` (${problems.length} in all)` : "";
      context.report(context.checked.sectionPlace(), `Part of \`${CONFIG_FILE}\` is not used: ${message}${count}`, {
        related:
          uri === undefined
            ? []
            : problems.map(({ start, end, message: what }) => ({ at: { uri, start, end }, message: what })),
      });
    },
  },
});

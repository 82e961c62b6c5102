import { fileName } from "../../workspace/links.ts";
import { leaderOf } from "../leading-import.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "import-cycle",
  principle: "traceability",
  severity: always("warning"),
  summary: "Catalogs do not import each other in a ring.",
  why: `In a ring no file comes first, so nobody can say which of them defines what, and none can be given to another team
without all the others.`,
  silent: "For a catalog that is reached on several ways, as long as none leads back.",
  source: "The plan language: catalogs",
  reads: ["imports"],
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
-- plan.aiplan --
imports: [./org.aiplan]
#         ^^^^^^^^^^^^ This import leads into a ring: \`org.aiplan\` imports \`team.aiplan\` imports \`org.aiplan\`.
-- org.aiplan --
kind: catalog
imports: [./team.aiplan]
#         ^^^^^^^^^^^^^ This import leads into a ring: \`org.aiplan\` imports \`team.aiplan\` imports \`org.aiplan\`.
-- team.aiplan --
kind: catalog
imports: [./org.aiplan]
#         ^^^^^^^^^^^^ This import leads into a ring: \`team.aiplan\` imports \`org.aiplan\` imports \`team.aiplan\`.
`,
      },
      {
        plan: `
imports: [./plan.aiplan]
#         ^^^^^^^^^^^^^ This file imports itself
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
imports: [./org.aiplan, ./team.aiplan]
-- org.aiplan --
kind: catalog
-- team.aiplan --
kind: catalog
imports: [./org.aiplan]
`,
    ],
  },
  check: {
    File(file, context) {
      for (const one of context.workspace.imports) {
        const at = one.problem === "cycle" ? leaderOf(context.workspace, one) : undefined;
        if (!at || !one.ring) continue;
        const ring = [...one.ring, one.ring[0] ?? ""].map((uri) => `\`${fileName(uri)}\``).join(" imports ");
        context.report(
          at,
          one.from === file && one.ring.length === 1
            ? "This file imports itself, which gives it nothing. Remove the import."
            : `This import leads into a ring: ${ring}. Remove one of these imports, or move what they share into a catalog of its own.`,
          { related: one.from === file ? [] : [{ at: one.node, message: "The import that closes the ring" }] },
        );
      }
    },
  },
});

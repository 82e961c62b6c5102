import { fileName } from "../../workspace/links.ts";
import type { Import } from "../../workspace/workspace.ts";
import { leaderOf } from "../leading-import.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

type Cause = Exclude<NonNullable<Import["problem"]>, "cycle" | "unreachable">;

/** What is wrong, in a sentence that begins with the path, and what to do. */
const CAUSES: Readonly<Record<Cause, readonly [fact: string, advice: string]>> = {
  "not-found": [
    "does not exist",
    "Paths start at the folder of the file that they stand in, or with `/` at the workspace's.",
  ],
  "not-a-file": ["is a folder", "Import the files in it one by one."],
  unreadable: ["can't be read", "Check that you are allowed to open it."],
  "too-large": ["is too large to be a catalog", "Import a file that holds only the definitions."],
  "not-text": ["is not a text file", "A catalog is an `.aiplan` file with `kind: catalog`."],
  outside: [
    "lies outside the workspace",
    "Move the catalog into it, or take a folder that holds both: open that in the editor, or give it to the command line as `--root`.",
  ],
  malformed: ["is not the path of a file", "Write a path from this file, such as `./org.aiplan`."],
  url: ["is a web address, and nothing is fetched from the network", "Keep a copy in the workspace and import that."],
  "not-a-catalog": [
    "is not a catalog",
    "Only files with `kind: catalog` can be imported: move what the plans share into one.",
  ],
};

export default defineRule({
  id: "import-not-found",
  principle: "traceability",
  severity: always("error"),
  summary: "Every import leads to a catalog in the workspace.",
  why: `What the catalog defines is missing from the plan as long as it cannot be read: owners, paths to escalate on, systems with
their limits. Checks that need them are silent until then.`,
  silent: `For catalogs that import each other in a ring (\`import-cycle\` speaks of those), for placeholders, and where the
editor shows a workspace that is on no disk, such as a repository on a server: catalogs can't be read there, and nobody
knows whether they exist.`,
  source: "The plan language: catalogs",
  reads: ["imports"],
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
-- plans/plan.aiplan --
imports: [./org.aiplan, ../../secret.aiplan, https://example.com/org.aiplan, "c:/org.aiplan", ./other.aiplan, /team.aiplan]
#         ^^^^^^^^^^^^ \`./org.aiplan\` does not exist
#                       ^^^^^^^^^^^^^^^^^^^ \`../../secret.aiplan\` lies outside the workspace
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`https://example.com/org.aiplan\` is a web address
#                                                                            ^^^^^^^^^^^^^^^ \`c:/org.aiplan\` is not the path of a file
#                                                                                             ^^^^^^^^^^^^^^ \`./other.aiplan\` is not a catalog
#                                                                                                             ^^^^^^^^^^^^ \`team.aiplan\`, which this leads to, imports \`./people.aiplan\`, which does not exist
-- plans/other.aiplan --
stage: proposal
-- team.aiplan --
kind: catalog
imports: [./people.aiplan]
#         ^^^^^^^^^^^^^^^ \`./people.aiplan\` does not exist
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
imports: [./org.aiplan, <path to a catalog>]
-- org.aiplan --
kind: catalog
imports: [./people.aiplan]
-- people.aiplan --
kind: catalog
imports: [./org.aiplan]
`,
    ],
  },
  check: {
    File(file, context) {
      for (const one of context.workspace.imports) {
        if (one.problem === undefined || one.problem === "cycle" || one.problem === "unreachable") continue;
        const [fact, advice] = CAUSES[one.problem];
        const path = shown(one.node.text);
        if (one.from === file) {
          context.report(one.node, `${path} ${fact}, so what it should lend is missing here. ${advice}`);
          continue;
        }
        const leader = leaderOf(context.workspace, one);
        if (leader)
          context.report(
            leader,
            `\`${fileName(one.from.uri)}\`, which this leads to, imports ${path}, which ${fact}. What it should lend is missing here too.`,
            { related: [{ at: one.node, message: `The import in ${fileName(one.from.uri)}` }] },
          );
      }
    },
  },
});

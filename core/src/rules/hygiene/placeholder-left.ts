import type { Node, ScalarNode } from "../../syntax/nodes.ts";
import { keyNameOf, keyOf } from "../key-of.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "placeholder-left",
  principle: "right-order",
  severity: always("warning"),
  summary: "No placeholder is left where a person has something to write.",
  why: `A placeholder, \`<what to write>\`, is a question that nobody has answered yet. It counts as missing wherever the plan is
judged, and a plan that is copied from another with the placeholders left in looks finished and is not.`,
  silent: "For text in quotes, and for `<` or `>` within a text.",
  source: "The plan language: placeholders",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
owner: <id of a role>
#      ^^^^^^^^^^^^^^ \`owner\` is still a placeholder. The role that answers for the whole plan: the id of one of the \`roles\`.
decisions:
  go-live: {accountable: support-ops, responsible: [<ids of roles>]}
#                                                   ^^^^^^^^^^^^^^ \`go-live → responsible\` is still a placeholder. The roles that do the work
roles:
  <role>: {contact: ops@example.com}
# ^^^^^^ Write a name in place of \`<role>\`
triggers: <alarms>
#         ^^^^^^^^ \`triggers\` is still a placeholder. The alarms, each under an id
milestones:
  contract-signed: <date>
#                  ^^^^^^ \`milestones → contract-signed\` is still a placeholder. Write what \`<date>\` asks for.
`,
      },
    ],
    good: [
      `
title: "<to be named>"
outcome: {statement: Answer in < 2 h and > 90% of cases}
x-note: <anything>
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node } of problemsOf(file, "placeholder")) context.report(node, messageFor(node));
    },
  },
});

/** What the map is called that it stands in: many keys have the same name. */
function mapName({ parent }: Node): string {
  const map = parent?.kind === "list" ? listMap(parent) : parent;
  return map ? keyNameOf(map) : "";
}

function listMap(list: Node): Node | undefined {
  return list.parent?.kind === "list" ? listMap(list.parent) : list.parent;
}

function messageFor(node: ScalarNode): string {
  const isKey = node !== node.section.value && !node.parent;
  if (isKey) return `Write a name in place of ${shown(node.text)}: in lower case, with hyphens between words.`;
  const what = keyOf(node)?.doc ?? `Write what ${shown(node.text)} asks for.`;
  const where = mapName(node);
  return `\`${where === "" ? "" : `${where} → `}${keyNameOf(node)}\` is still a placeholder. ${what}`;
}

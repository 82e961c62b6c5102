import type { Definition } from "../../syntax/structure.ts";
import type { FoundDefinition } from "../../workspace/definitions.ts";
import { fileName } from "../../workspace/links.ts";
import { leadingImport } from "../leading-import.ts";
import { listNames } from "../messages.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { kindName } from "../words.ts";

export default defineRule({
  id: "duplicate-definition",
  principle: "traceability",
  severity: always("error"),
  summary: "Every key stands once, and every id has one meaning, in the plan and its catalogs together.",
  why: `Of two values for one key only one can count, and which one depends on the tool that reads the file. Where two files
define one id, each team reads its own: the page goes to a role that somebody else took off call.`,
  silent: "For one name used for things of different kinds, such as a role and a system.",
  source: "The plan language: ids; YAML 1.2.2, 3.2.1.1 (keys are unique)",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
roles:
  triage-lead: {contact: triage@example.com}
  triage-lead: {contact: lead@example.com, contact: triage@example.com}
# ^^^^^^^^^^^ \`triage-lead\` is here a second time. Only the first counts
roles: {}
^^^^^ \`roles\` is here a second time. Only the first counts
`,
      },
      {
        plan: `
rollout:
  steps:
    - {id: canary, traffic: 10%}
    - {id: canary, traffic: 25%}
#          ^^^^^^ There are two definitions of the rollout step \`canary\`
`,
      },
      {
        plan: `
-- plan.aiplan --
imports: [./org.aiplan]
roles:
  triage-lead: {contact: triage@example.com}
# ^^^^^^^^^^^ The role \`triage-lead\` is defined here and in \`org.aiplan\`
-- org.aiplan --
kind: catalog
roles:
  triage-lead: {contact: lead@example.com}
`,
      },
      {
        plan: `
-- plan.aiplan --
imports: [./org.aiplan, ./team.aiplan]
#                       ^^^^^^^^^^^^^ \`team.aiplan\` defines \`triage-lead\` and \`support-ops\`, which \`org.aiplan\` defines as well
-- org.aiplan --
kind: catalog
roles:
  triage-lead: {contact: lead@example.com}
  support-ops: {contact: ops@example.com}
-- team.aiplan --
kind: catalog
roles:
  triage-lead: {contact: triage@example.com}
  support-ops: {contact: support@example.com}
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
imports: [./org.aiplan, ./team.aiplan]
systems:
  helpdesk: {owner: helpdesk}
roles:
  helpdesk: {contact: helpdesk@example.com}
-- org.aiplan --
kind: catalog
roles:
  triage-lead: {contact: lead@example.com}
-- team.aiplan --
kind: catalog
imports: [./org.aiplan]
roles:
  support-ops: {contact: support@example.com}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, first } of problemsOf(file, "duplicate-key"))
        context.report(
          node,
          `\`${node.text}\` is here a second time. Only the first counts, and other tools take the last. Make one of the two, or give this one a name of its own.`,
          { related: [{ at: first, message: `The first \`${node.text}\`` }] },
        );
      checkIds(context);
    },
  },
});

/** Ids with several definitions: reported in the file itself, or at the import that brought the later one. */
function checkIds(context: RuleContext): void {
  const { file, checked } = context;
  const seen = new Set<readonly FoundDefinition[]>();
  const lent = new Map<string, FoundDefinition[]>();
  for (const { kind, id } of [file, ...context.workspace.catalogs].flatMap((one) => one.definitions)) {
    const all = checked.definitions.all(kind, id);
    if (all.length < 2 || seen.has(all)) continue;
    seen.add(all);
    const own = all.filter((one) => one.file === file);
    const others = all.filter((one) => one.file !== file);
    const [first] = own;
    for (const again of first ? own.slice(1) : []) reportAgain(context, again, first as Definition);
    if (first && others.length > 0) reportOwn(context, first, others);
    else if (!first)
      for (const later of others.slice(1)) lent.set(later.file.uri, [...(lent.get(later.file.uri) ?? []), later]);
  }
  for (const definitions of lent.values()) reportLent(context, definitions);
}

function reportAgain(context: RuleContext, again: Definition, first: Definition): void {
  context.report(
    again.node,
    `There are two definitions of the ${kindName(again.kind)} \`${again.id}\`, so what names it may mean either. Give this one a name of its own.`,
    { related: [{ at: first.node, message: `The first \`${again.id}\`` }] },
  );
}

function reportOwn(context: RuleContext, own: Definition, others: readonly FoundDefinition[]): void {
  const names = listNames([...new Set(others.map(({ file }) => fileName(file.uri)))]);
  context.report(
    own.node,
    `The ${kindName(own.kind)} \`${own.id}\` is defined here and in ${names}, so this plan and the others that import it mean different things by one name. Remove one of the two, or rename this one.`,
    { related: others.map(({ node, file }) => ({ at: node, message: `\`${own.id}\` in ${fileName(file.uri)}` })) },
  );
}

function reportLent(context: RuleContext, definitions: readonly FoundDefinition[]): void {
  const [later] = definitions;
  const at = later && leadingImport(context.workspace, later.file);
  if (!at) return;
  const first = ({ kind, id }: Definition) => context.checked.definitions.all(kind, id)[0] as FoundDefinition;
  const elsewhere = listNames([...new Set(definitions.map((one) => fileName(first(one).file.uri)))]);
  context.report(
    at,
    `\`${fileName(later.file.uri)}\` defines ${listNames(definitions.map(({ id }) => id))}, which ${elsewhere} defines as well, so it is left to chance which is meant. Remove them from one of the catalogs, or import only one.`,
    {
      related: definitions.flatMap((one) => [
        { at: first(one).node, message: `\`${one.id}\` in ${fileName(first(one).file.uri)}` },
        { at: one.node, message: `\`${one.id}\` in ${fileName(one.file.uri)}` },
      ]),
    },
  );
}

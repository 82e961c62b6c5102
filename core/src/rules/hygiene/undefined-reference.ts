import { placeholder } from "../../edits/stub.ts";
import { CATALOG_SECTIONS, sectionOfKind } from "../../language/index.ts";
import type { DefinitionKind } from "../../language/types.ts";
import type { Reference } from "../../syntax/structure.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { accountableRoles } from "../raci.ts";
import { partOf, rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { kindName } from "../words.ts";

export default defineRule({
  id: "undefined-reference",
  principle: "traceability",
  severity: always("error"),
  summary: "Every id that is used is defined, in the plan or in a catalog that it imports.",
  why: `A name that leads nowhere is a hole in the plan: an owner whom nobody can call, an alarm on a metric that nobody
measures. It is found at the desk in a minute, or in production at night.`,
  silent: `For escalation paths (\`undefined-escalation-path\` speaks of those), while an import cannot be read, while the section
that would define the id is broken, and for rollout steps while the id of one of them is a placeholder.`,
  source: "The plan language: references",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
owner: suport-ops
#      ^^^^^^^^^^ There is no role \`suport-ops\` in this plan. Did you mean \`support-ops\`?
roles:
  support-ops: {contact: ops@example.com}
  triage-lead: triage@example.com
`,
        fixed: `
owner: support-ops
roles:
  support-ops: {contact: ops@example.com}
  triage-lead: triage@example.com
`,
      },
      {
        plan: `
monitoring: {active-from: handover}
#                         ^^^^^^^^ There is no milestone \`handover\` in this plan.
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
#                        ^^^^^^^ There is no data source \`tickets\` in this plan.
#                                                     ^^^^^^^^ There is no data source \`accounts\` in this plan.
`,
        fixed: `
milestones:
  handover: <date YYYY-MM-DD>
data-sources:
  tickets:
    system: <id of a system>
    environment: <environment e.g. production>
    used-for: [<training or evaluation or inference>]
    owner: <id of a role>
    freshness: <age of the data e.g. 5 min>
    max-staleness: <oldest data that still works e.g. 15 min>
  accounts:
    system: <id of a system>
    environment: <environment e.g. production>
    used-for: [<training or evaluation or inference>]
    owner: <id of a role>
    freshness: <age of the data e.g. 5 min>
    max-staleness: <oldest data that still works e.g. 15 min>
monitoring: {active-from: handover}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
`,
      },
      {
        plan: `
-- plan.aiplan --
imports: [./org.aiplan]
systems:
  crm: {owner: crm-team, on-failure: retri}
#                                    ^^^^^ \`retri\` is neither \`retry\`, \`queue\` or \`fail\` nor a fallback mode of this plan or its catalogs. Did you mean \`retry\`?
-- org.aiplan --
kind: catalog
roles:
  crm-team: {contact: crm@example.com}
`,
        fixed: `
-- plan.aiplan --
imports: [./org.aiplan]
systems:
  crm: {owner: crm-team, on-failure: retry}
-- org.aiplan --
kind: catalog
roles:
  crm-team: {contact: crm@example.com}
`,
      },
      {
        plan: `
waivers:
  mising-key: {reason: We start small}
# ^^^^^^^^^^ There is no rule \`mising-key\`, so nothing is waived. Did you mean \`missing-key\`?
`,
        fixed: `
waivers:
  missing-key: {reason: We start small}
`,
      },
    ],
    good: [
      `
rollout:
  current: full
  steps: [{id: canary, traffic: 10%}, {id: <id of the step>, traffic: 100%}]
`,
      `
-- plan.aiplan --
imports: [./org.aiplan]
owner: crm-team
milestones: {go-live: 2026-07-06}
monitoring: {active-from: go-live}
triggers:
  down: {metric: <id of a metric>, escalate: nobody}
-- org.aiplan --
kind: catalog
roles:
  crm-team: {contact: crm@example.com}
`,
      `
imports: [./not-there.aiplan]
owner: crm-team
`,
      `
owner: crm-team
roles:
  crm-team: {contact: "crm@example.com}
`,
      `
owner: crm-team
roles: [crm-team]
`,
    ],
  },
  check: {
    File(file, context) {
      const { definitions } = context.checked;
      for (const reference of file.references) {
        const { to, id, node } = reference;
        if (node.section.broken || to === "escalation-path" || accountableRoles(node)) continue;
        if (to === "rule") checkRule(context, reference);
        else if (definitions.all(to, id).length === 0 && definitions.areComplete(to)) checkId(context, reference);
      }
    },
  },
});

function checkId(context: RuleContext, { to, id, node }: Reference): void {
  const words = node.type?.kind === "reference" ? Object.keys(node.type.choices ?? {}) : [];
  const meant = didYouMean(id, [...words, ...context.definitionsOf(to).map((one) => one.id)]);
  const isColumn = node.type?.kind === "column";
  // A catalog's source may have dots of its own.
  const sources = isColumn ? context.definitionsOf("data-source") : [];
  if (sources.some((source) => node.word.startsWith(`${source.id}.`))) return;
  const at = isColumn ? partOf(context, node, 0, id.length) : node;
  const where =
    context.workspace.catalogs.length > 0 ? `this ${context.file.kind} or its catalogs` : `this ${context.file.kind}`;
  const fact =
    words.length > 0
      ? `\`${id}\` is neither ${listNames(words, "or")} nor a ${kindName(to)} of ${where}.`
      : `There is no ${kindName(to)} \`${id}\` in ${where}.`;
  const advice = meant ? `Did you mean \`${meant}\`?` : "Define it, or name one that is there.";
  const change = meant
    ? rewrite(context, node, `${meant}${isColumn ? node.word.slice(id.length) : ""}`, {
        title: `Change to \`${meant}\``,
      })
    : [];
  context.report(at, `${fact} ${advice}`, { fixes: [...change, ...defineFix(context, to, id, !meant)] });
}

function defineFix(context: RuleContext, kind: DefinitionKind, id: string, preferred: boolean): Fix[] {
  const isLent = CATALOG_SECTIONS.some((section) => section === sectionOfKind[kind]);
  const isElsewhere = kind === "rollout-step" || (context.file.kind === "catalog" && !isLent);
  if (isElsewhere || !context.editor.canDefine(kind)) return [];
  const stub = kind === "milestone" ? placeholder("date YYYY-MM-DD") : undefined;
  const edits = () => context.editor.define(kind, id, stub);
  return [{ title: `Define the ${kindName(kind)} \`${id}\``, kind: "stub", preferred, edits }];
}

function checkRule(context: RuleContext, { id, node }: Reference): void {
  if (context.known.has(id)) return;
  const meant = didYouMean(id, [...context.known.keys()]);
  const advice = meant ? ` Did you mean \`${meant}\`?` : "";
  context.report(node, `There is no rule \`${id}\`, so nothing is waived.${advice}`, {
    fixes: meant ? rewrite(context, node, meant) : [],
  });
}

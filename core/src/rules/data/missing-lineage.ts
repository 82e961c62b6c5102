import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-lineage",
  principle: "traceability",
  severity: ramp("pilot"),
  summary: "From the pilot on, each data source says where its data comes from and what is done to it on the way.",
  why: `Between the system that records something and the model that uses it lie copies, filters, joins and corrections. When an
answer is wrong, or a regulator asks, somebody has to find out at which of them it went wrong. Without a written lineage
that is detective work under time pressure, and a change upstream that nobody connected with the model breaks it unseen.`,
  silent: `For sources that a catalog lends: the catalog's owner answers for those. For a placeholder, and where the YAML around
is broken. At the stage build it is a hint.`,
  source: "Article, Frequently asked questions; ISO/IEC 42001, A.7.5 (data provenance)",
  reads: ["data-sources"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [inference]}
# ^^^^^^^ Nothing shows where \`tickets\` comes from and what is done to it on the way (\`lineage\`)
`,
        fixed: `
stage: pilot
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [inference], lineage: <path to the lineage document>}
`,
      },
      {
        plan: `
stage: build
data-sources:
  tickets:
# ^^^^^^^ Nothing shows where \`tickets\` comes from
    system: helpdesk
    environment: production
    lineage: ~
    labels: {field: resolved_team}
  accounts:
# ^^^^^^^^ Nothing shows where \`accounts\` comes from
    system: crm
    labels: {field: segment}
`,
        fixed: `
stage: build
data-sources:
  tickets:
    system: helpdesk
    environment: production
    lineage: <path to the lineage document>
    labels: {field: resolved_team}
  accounts:
    system: crm
    lineage: <path to the lineage document>
    labels: {field: segment}
`,
      },
    ],
    good: [
      `
stage: production
data-sources:
  tickets: {environment: production, lineage: ./lineage/tickets.md}
  accounts: {environment: production, lineage: https://wiki.example.com/lineage}
  orders: {environment: production, lineage: <path to the lineage document>}
`,
      `
stage: proposal
data-sources:
  tickets: {environment: production}
`,
      `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  tickets: {environment: production}
-- plan.aiplan --
stage: production
imports: [./data.aiplan]
`,
    ],
  },
  check: {
    DataSource(source, context) {
      reportLacks(
        context,
        source,
        context.checked.nameOf(source),
        () =>
          `Nothing shows where \`${source.key?.text}\` comes from and what is done to it on the way (\`lineage\`): a wrong answer can't be traced back to its cause, nor can anyone tell what a change upstream will break. Link the document that shows it.`,
      );
    },
  },
});

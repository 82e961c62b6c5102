import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-source-owner",
  principle: "traceability",
  severity: ramp("build"),
  summary: "From build on, each data source has an owner.",
  why: `Data changes without notice: a column gets another meaning, a nightly load moves by two hours, a code list grows. The
people who know of it are those who run the source. Where no role answers for it, nobody there knows that a model depends
on it, and nobody here knows whom to ask, so the first notice is a drop in accuracy.`,
  silent: `For sources that a catalog lends: the catalog's owner answers for those. For a placeholder, for an id that is not
defined (\`undefined-reference\` speaks of that), and where the YAML around is broken. At the stage proposal it is a hint.`,
  source: "Article, Frequently asked questions; ISO/IEC 42001, A.7.3 (acquisition of data)",
  reads: ["data-sources"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [inference]}
# ^^^^^^^ Nobody answers for \`tickets\`: it has no \`owner\`
`,
        fixed: `
stage: build
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [inference], owner: <id of a role>}
`,
      },
      {
        plan: `
stage: production
data-sources:
  tickets:
# ^^^^^^^ Nobody answers for \`tickets\`: it has no \`owner\`
    system: helpdesk
    owner:
    lineage: ./lineage/tickets.md
  accounts:
    owner: crm-team
`,
        fixed: `
stage: production
data-sources:
  tickets:
    system: helpdesk
    owner: <id of a role>
    lineage: ./lineage/tickets.md
  accounts:
    owner: crm-team
`,
      },
    ],
    good: [
      `
stage: production
data-sources:
  tickets: {environment: production, owner: helpdesk-team}
  accounts: {environment: production, owner: <id of a role>}
  orders: {environment: production, ownr: shop-team}
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
      `
stage: build
data-sources:
  tickets: {environment: production}
 accounts
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
          `Nobody answers for \`${source.key?.text}\`: it has no \`owner\`. When its columns or its timing change, nobody there knows that this system depends on it, and nobody here knows whom to ask. Name the role.`,
      );
    },
  },
});

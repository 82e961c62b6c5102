import { isProduction } from "../../figures/environments.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

/** What a catalog calls systems that are not yet, or no longer, kept running for others. */
const EARLY: ReadonlySet<string> = new Set(["experimental", "alpha", "beta", "preview", "proposed"]);
const LATE: ReadonlySet<string> = new Set(["deprecated", "retired", "sunset", "decommissioned"]);

export default defineRule({
  id: "dependency-not-production",
  principle: "pilot-is-not-production",
  severity: from("production", "info"),
  summary: "The systems that a live system depends on are in production themselves.",
  why: `A system that its own team calls experimental may change or be down on any day, and nobody is paged for it; one that is
deprecated will be switched off, with a date that somebody else sets. In a pilot that is an arrangement between two teams. In
production it is the outage that nobody planned for.

The lifecycle is read from the entry of the software catalog (Backstage) that \`catalog\` links to.`,
  silent: `Before the stage production, where there is no link or it can't be followed (\`linked-file-missing\` says so), where the
entry has no lifecycle or calls it by a name that is not known and that the configuration doesn't explain
(\`environments: {production: [ga]}\`), and for systems that a catalog lends.`,
  source: "Article, The gap between testing and production; Backstage, Descriptor Format of Catalog Entities",
  reads: ["systems"],
  examples: {
    bad: [
      {
        plan: `
-- catalog-info.yaml --
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: helpdesk}
spec: {type: service, lifecycle: experimental, owner: helpdesk-team}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: crm}
spec: {type: service, lifecycle: deprecated, owner: crm-team}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: mail}
spec: {type: service, lifecycle: staging, owner: crm-team}
-- plan.aiplan --
stage: production
systems:
  helpdesk: {catalog: ./catalog-info.yaml#component:default/helpdesk}
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The software catalog calls \`helpdesk\` \`experimental\`: it may change or be down on any day
  crm: {catalog: ./catalog-info.yaml#component:default/crm}
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The software catalog calls \`crm\` \`deprecated\`: it will be switched off
  mail: {catalog: ./catalog-info.yaml#component:default/mail}
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The software catalog calls \`mail\` \`staging\`: it may change
`,
      },
    ],
    good: [
      `
-- catalog-info.yaml --
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: helpdesk}
spec: {type: service, lifecycle: production, owner: helpdesk-team}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: crm}
spec: {type: service, lifecycle: evergreen, owner: crm-team}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: erp}
spec: {type: service, owner: crm-team}
-- plan.aiplan --
stage: production
systems:
  helpdesk: {catalog: ./catalog-info.yaml#component:default/helpdesk}
  crm: {catalog: ./catalog-info.yaml#component:default/crm}
  erp: {catalog: ./catalog-info.yaml#component:default/erp}
  lost: {catalog: ./catalog-info.yaml#component:default/lost}
  away: {catalog: ./elsewhere.yaml#component:default/away}
  unknown: {}
`,
      `
-- catalog-info.yaml --
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: helpdesk}
spec: {type: service, lifecycle: experimental, owner: helpdesk-team}
-- plan.aiplan --
stage: pilot
systems:
  helpdesk: {catalog: ./catalog-info.yaml#component:default/helpdesk}
`,
    ],
  },
  check: {
    System(system, context) {
      const catalog = system.get("catalog");
      const lifecycle = context.linked("backstage", catalog)?.lifecycle;
      const word = lifecycle?.value.trim().toLowerCase();
      if (!catalog || !lifecycle || word === undefined) return;
      const known = isProduction(word, context.workspace.config);
      const isLate = LATE.has(word);
      if (known === true || !(isLate || EARLY.has(word) || known === false)) return;
      const consequence = isLate
        ? "it will be switched off, on a day that its owner sets. Agree with the owner on what takes its place and until when it stays."
        : "it may change or be down on any day, with nobody on call for it. Agree with the owner on what the live system may rely on.";
      context.report(
        catalog,
        `The software catalog calls \`${system.key?.text}\` \`${lifecycle.value}\`: ${consequence}`,
        { related: [{ at: lifecycle.place, message: "Its lifecycle" }] },
      );
    },
  },
});

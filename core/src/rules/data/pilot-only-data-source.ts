import { namedSources } from "../../figures/named-sources.ts";
import { DataSource } from "../../language/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { DEFAULT_CONFIG } from "../../workspace/config.ts";
import { fileName } from "../../workspace/links.ts";
import { onceFor } from "../../workspace/once-for.ts";
import type { Fix } from "../finding.ts";
import { partOf } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { gapsOf } from "../source-gaps.ts";
import { shown } from "../words.ts";

type Source = NodeOf<typeof DataSource>;

export default defineRule({
  id: "pilot-only-data-source",
  principle: "pilot-is-not-production",
  severity: { build: "warning", production: "error" },
  summary: "Data that the live system works on, or that the model learned from, is there in production too.",
  why: `A pilot has curated data: an export, a test mailbox, a staging copy. Production has the real feed, late, incomplete and
at full volume. A system that was only ever connected to the former is connected to the latter on the day it goes live,
and its accuracy drops in front of everyone. Naming the source that takes the place of each pilot source makes that gap
visible while there is time to close it.`,
  silent: `At the stage proposal, for sources that name a \`production-source\` which is in production (be it a placeholder, or
empty: \`empty-value\` says so), for synthetic data that only trains or evaluates, for data that only evaluates, where
\`environment\` or \`used-for\` is missing or cannot be read, and for sources that a catalog lends and the plan does not name.
Of a data contract: where it can't be read, names no servers, or calls their environments by names that say nothing and the
configuration does not explain (\`environments: {production: [prod, live]}\`).`,
  source:
    "Article, The gap between testing and production; Open Data Contract Standard v3, servers (environment) and status",
  reads: ["data-sources", "metrics", "joins"],
  examples: {
    options: { config: { ...DEFAULT_CONFIG, environments: new Map([["production", ["blue"]]]) } },
    bad: [
      {
        plan: `
stage: build
data-sources:
  pilot-mailbox:
    system: helpdesk
    environment: pilot
#                ^^^^^ The live system would work on \`pilot-mailbox\`, which is not production data but \`pilot\`
    used-for: [inference]
    freshness: 5 min
`,
        fixed: `
stage: build
data-sources:
  pilot-mailbox:
    system: helpdesk
    environment: pilot
    production-source: <id of the data source used in production>
    used-for: [inference]
    freshness: 5 min
`,
      },
      {
        plan: `
stage: production
data-sources:
  history: {system: crm, environment: export, used-for: [training, evaluation]}
#                                     ^^^^^^ The model learns from \`history\`, which is not production data but \`export\`
`,
        fixed: `
stage: production
data-sources:
  history: {system: crm, environment: export, production-source: <id of the data source used in production>, used-for: [training, evaluation]}
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
data-sources:
  tickets:
    contract: ./tickets.odcs.yaml#/schema/tickets
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The data contract of \`tickets\` names no server in production, only \`staging\` and \`pre-prod\`
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The data contract of \`tickets\` is \`draft\`, not \`active\`
    environment: production
    used-for: [inference]
  accounts:
    contract: ./accounts.odcs.yaml#/schema/accounts
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The data contract of \`accounts\` is \`deprecated\`, not \`active\`
    environment: production
    used-for: [inference]
-- tickets.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
status: draft
servers:
  - {server: one, type: postgres, environment: staging}
  - {server: two, type: postgres, environment: pre-prod}
schema:
  - {name: tickets, properties: [{name: id, logicalType: integer}]}
-- accounts.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
status: deprecated
servers:
  - {server: one, type: postgres, environment: staging}
  - {server: two, type: postgres, environment: blue}
schema:
  - {name: accounts, properties: [{name: id, logicalType: integer}]}
`,
      },
      {
        plan: `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  pilot-mailbox: {environment: pilot, used-for: [inference]}
  old.tickets: {environment: export, used-for: [training]}
  unused: {environment: export, used-for: [training]}
-- plan.aiplan --
stage: production
imports: [./data.aiplan]
metrics:
  speed: {kind: business, unit: h, direction: lower, source: pilot-mailbox}
#                                                            ^^^^^^^^^^^^^ The live system would work on \`pilot-mailbox\`, which is not production data but \`pilot\`
  share: {kind: business, unit: percent, direction: lower, source: pilot-mailbox}
joins:
  ticket-account: {left: old.tickets.customer, right: pilot-mailbox.customer}
#                        ^^^^^^^^^^^ The model learns from \`old.tickets\`, which is not production data but \`export\`
`,
      },
      {
        plan: `
stage: build
data-sources:
  hires: {environment: export, production-source: hires, used-for: [training]}
#                                                 ^^^^^ \`hires\` is to take its own place in production, and is not production data but \`export\` (a file taken from a system once)
`,
      },
      {
        plan: `
stage: build
data-sources:
  pilot-mailbox: {environment: pilot, production-source: copy, used-for: [inference]}
#                                                        ^^^^ \`copy\` is to take the place of \`pilot-mailbox\` in production, but is itself not production data but \`staging\`
  copy: {environment: staging}
`,
      },
    ],
    good: [
      `
stage: production
data-sources:
  tickets: {environment: production, used-for: [training, inference]}
  pilot-mailbox: {environment: pilot, production-source: tickets, used-for: [inference]}
  old-mailbox: {environment: pilot, production-source: <id of the data source used in production>, used-for: [inference]}
  new-mailbox: {environment: pilot, production-source: , used-for: [inference]}
`,
      `
stage: production
data-sources:
  made-up: {environment: synthetic, used-for: [training, evaluation]}
  golden-set: {environment: export, used-for: [evaluation]}
  undecided: {environment: <environment e.g. production>, used-for: [inference]}
  unused: {environment: pilot}
`,
      `
stage: proposal
data-sources:
  pilot-mailbox: {environment: pilot, used-for: [inference]}
`,
      `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  pilot-mailbox: {environment: pilot, used-for: [inference]}
-- plan.aiplan --
stage: production
imports: [./data.aiplan]
`,
      `
-- plan.aiplan --
stage: production
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets, environment: production, used-for: [inference]}
  archive: {contract: ./archive.odcs.yaml#/schema/archive, environment: production, used-for: [training]}
  serverless: {contract: ./serverless.odcs.yaml#/schema/serverless, environment: production, used-for: [inference]}
  gone: {contract: ./gone.odcs.yaml#/schema/gone, environment: production, used-for: [inference]}
  mailbox: {contract: ./archive.odcs.yaml#/schema/archive, environment: pilot, production-source: tickets, used-for: [inference]}
-- tickets.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
status: active
servers:
  - {server: one, type: postgres, environment: staging}
  - {server: two, type: postgres, environment: prod-eu}
schema:
  - {name: tickets, properties: [{name: id, logicalType: integer}]}
-- archive.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
status: retired
servers:
  - {server: one, type: postgres, environment: dev}
schema:
  - {name: archive, properties: [{name: id, logicalType: integer}]}
-- serverless.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
schema:
  - {name: serverless, properties: [{name: id, logicalType: integer}]}
`,
      `
stage: production
data-sources:
  tickets: {environment: production, used-for: [inference]}
  mailbox: {environment: pilot, production-source: copy, used-for: [inference]}
  copy: {environment: staging, production-source: tickets}
`,
    ],
  },
  check: {
    DataSource(source, context) {
      const environment = source.get("environment");
      for (const { at, fact, advice, related } of gapsOf(source, context)) {
        const isFixable = at === environment && !source.borrowed && !at.borrowed;
        context.report(at, `${fact} ${advice}`, { related, fixes: isFixable ? fixesFor(source, context) : [] });
      }
    },
    File(file, context) {
      const reported = new Set<Source>();
      for (const { id, node } of namedSources(context.checked)) {
        const source = context.find("data-source", id);
        if (!source || source.section.uri === file.uri || reported.has(source)) continue;
        reported.add(source);
        reportLent(source, node, id.length, context);
      }
    },
  },
});

/** The plan can't change a source that a catalog lends, but it can use another one. */
function reportLent(source: Source, node: ScalarNode, length: number, context: RuleContext): void {
  const at = node.type?.kind === "column" ? partOf(context, node, 0, length) : node;
  const catalog = shown(fileName(source.section.uri));
  for (const gap of gapsOf(source, context))
    context.report(
      at,
      `${gap.fact} ${catalog} lends it: use a source that is there in production, or ask its owner to correct that.`,
      { related: [{ at: gap.at, message: `What ${catalog} says of it` }, ...gap.related] },
    );
}

/** A line for the source in production; the sources that it may be, from the likeliest; or it is one already. */
function fixesFor(source: Source, context: RuleContext): Fix[] {
  const key = DataSource.keys["production-source"];
  const insert = context.insertFix("Insert `production-source`", source, [{ name: "production-source", key }]);
  const candidates = productionSourcesOf(source, context).map((id): Fix => {
    const value = { kind: "scalar", text: id, placeholder: false } as const;
    const edits = () => context.editor.insertKeys(source, [{ name: "production-source", value }]);
    return { title: `In production \`${id}\` takes its place`, kind: "stub", preferred: false, edits };
  });
  const environment = source.get("environment");
  const connected = environment
    ? [
        context.replaceFix("It is production data: set `environment` to `production`", environment, "production", {
          preferred: false,
          kind: "stub",
        }),
      ]
    : [];
  return insert ? [insert, ...candidates, ...connected] : connected;
}

/** The other sources that come from the same system and are in production. */
function productionSourcesOf(source: Source, context: RuleContext): string[] {
  const system = source.get("system")?.value;
  if (system === undefined) return [];
  return (sourcesInProduction(context.checked).get(system) ?? []).slice(0, MOST_OFFERED);
}

/** Of more nobody reads the list. */
const MOST_OFFERED = 5;

/** The sources that are in production, by the system that they come from. */
const sourcesInProduction = onceFor(({ definitions }: CheckedPlan): ReadonlyMap<string, readonly string[]> => {
  const bySystem = new Map<string, string[]>();
  for (const id of new Set(definitions.of("data-source").map((source) => source.id))) {
    const source = definitions.find("data-source", id);
    const system = source?.get("system")?.value;
    if (system === undefined || source?.get("environment")?.value !== "production") continue;
    const same = bySystem.get(system);
    if (same) same.push(id);
    else bySystem.set(system, [id]);
  }
  return bySystem;
});

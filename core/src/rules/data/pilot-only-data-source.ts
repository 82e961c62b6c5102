import { DataSource } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

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
  silent: `At the stage proposal, for sources that name a \`production-source\` (be it a placeholder, or empty: \`empty-value\` says
so), for synthetic data that only trains or evaluates, for data that only evaluates, where \`environment\` or \`used-for\` is
missing or cannot be read, and for sources that a catalog lends: the catalog's owner answers for those.`,
  source: "Article, The gap between testing and production",
  reads: ["data-sources"],
  examples: {
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
    ],
  },
  check: {
    DataSource(source, context) {
      const environment = source.get("environment");
      if (!environment?.value || environment.value === "production" || source.entry("production-source")) return;
      const uses = source.get("used-for")?.items() ?? [];
      const feeds = uses.some((use) => use.value === "inference");
      const trains = environment.value !== "synthetic" && uses.some((use) => use.value === "training");
      if (!feeds && !trains) return;
      const name = `\`${source.key?.text}\``;
      const meaning = DataSource.keys.environment.type.choices[environment.value].toLowerCase();
      const kind = `which is not production data but \`${environment.value}\` (${meaning})`;
      const message = feeds
        ? `The live system would work on ${name}, ${kind}: on the first day in production that data is gone, or not what it was.`
        : `The model learns from ${name}, ${kind}, and nothing says what it will meet instead: accuracy drops once it meets live data.`;
      context.report(environment, `${message} Name the source that takes its place: \`production-source\`.`, {
        fixes: source.borrowed || environment.borrowed ? [] : fixesFor(source, context),
      });
    },
  },
});

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
  const ids = new Set(context.definitionsOf("data-source").map(({ id }) => id));
  return [...ids].filter((id) => {
    const other = context.find("data-source", id);
    return other?.get("system")?.value === system && other.get("environment")?.value === "production";
  });
}

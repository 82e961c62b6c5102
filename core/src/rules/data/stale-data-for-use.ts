import type { DataSource } from "../../language/index.ts";
import { compare, formatQuantity, type Quantity } from "../../quantity/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { Place, Target } from "../../workspace/checked-plan.ts";
import type { Fix } from "../finding.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** What says how old the data may be when it arrives. */
interface Age {
  readonly quantity: Quantity;
  readonly words: string;
  readonly place: Target | Place;
}

export default defineRule({
  id: "stale-data-for-use",
  principle: "pilot-is-not-production",
  severity: from("build", "warning"),
  summary: "Data reaches the live system before it is too old for its use.",
  why: `In a pilot somebody loads fresh data before the demo. In production it comes when it comes: with the nightly run, with the
delay of the interface. A system that answers on yesterday's state where it needs that of the last minutes is wrong in a
way that looks right, and most often at the busiest hour.`,
  silent: `At the stage proposal, for data that is not used for \`inference\`, where \`max-staleness\` is missing or cannot be read,
and where nothing says how old the data is: neither \`freshness\` nor a data contract that can be read.`,
  source:
    "Article, The gap between testing and production; Open Data Contract Standard v3, slaProperties (latency, frequency)",
  reads: ["data-sources"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  accounts: {environment: production, used-for: [inference], freshness: 24 h, max-staleness: 15 min}
#                                                                       ^^^^ \`accounts\` is up to 24 h old when it reaches the system, but may be no older than 15 min
`,
        fixed: `
stage: build
data-sources:
  accounts: {environment: production, used-for: [inference], freshness: 24 h, max-staleness: 24 h}
`,
      },
      {
        plan: `
stage: production
data-sources:
  prices:
    environment: production
    used-for: [training, inference]
    freshness: 90 min
#              ^^^^^^ \`prices\` is up to 90 min old when it reaches the system, but may be no older than 1 h
    max-staleness: 1 h
`,
        fixed: `
stage: production
data-sources:
  prices:
    environment: production
    used-for: [training, inference]
    freshness: 90 min
    max-staleness: 90 min
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
data-sources:
  accounts:
    contract: ./accounts.odcs.yaml#/schema/accounts
    used-for: [inference]
    freshness: 10 min
    max-staleness: 1 h
#                  ^^^ By its data contract \`accounts\` is up to 24 h old when it reaches the system (\`latency\`), but may be no older than 1 h
  prices:
    contract: ./prices.odcs.yaml#/schema/prices
    used-for: [inference]
    max-staleness: 2 d
#                  ^^^ By its data contract \`prices\` comes only every 7 d (\`frequency\`), but may be no older than 2 d
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: latency, value: 24, unit: h}
  - {property: frequency, value: 12, unit: h}
-- prices.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: prices
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: latency, value: 1, unit: d}
  - {property: frequency, value: 7, unit: d}
`,
        fixed: `
-- plan.aiplan --
stage: build
data-sources:
  accounts:
    contract: ./accounts.odcs.yaml#/schema/accounts
    used-for: [inference]
    freshness: 10 min
    max-staleness: 24 h
  prices:
    contract: ./prices.odcs.yaml#/schema/prices
    used-for: [inference]
    max-staleness: 7 d
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: latency, value: 24, unit: h}
  - {property: frequency, value: 12, unit: h}
-- prices.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: prices
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: latency, value: 1, unit: d}
  - {property: frequency, value: 7, unit: d}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {used-for: [inference], freshness: 5 min, max-staleness: 15 min}
  same: {used-for: [inference], freshness: 60 min, max-staleness: 1 h}
  archive: {used-for: [training], freshness: 1 mo, max-staleness: 1 d}
  open: {used-for: [inference], freshness: 24 h, max-staleness: <oldest data that still works e.g. 15 min>}
  half: {used-for: [inference], freshness: 24 h}
  odd: {used-for: [inference], freshness: nightly, max-staleness: 1 h}
`,
      `
stage: proposal
data-sources:
  accounts: {used-for: [inference], freshness: 24 h, max-staleness: 15 min}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts, used-for: [inference], freshness: 24 h, max-staleness: 1 d}
  gone: {contract: ./gone.odcs.yaml#/schema/gone, used-for: [inference], max-staleness: 1 min}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: latency, value: 24, unit: h}
  - {property: frequency, value: 12, unit: h}
`,
    ],
  },
  check: {
    DataSource(source, context) {
      const most = source.get("max-staleness");
      const uses = source.get("used-for")?.items() ?? [];
      if (!most?.value || !uses.some(({ value }) => value === "inference")) return;
      const age = agesOf(source, context).find(({ quantity }) => (compare(quantity, most.value!) ?? 0) > 0);
      if (age) report(age, source, most, context);
    },
  },
});

/** What the plan says itself comes first. */
function agesOf(source: NodeOf<typeof DataSource>, context: RuleContext): Age[] {
  const name = `\`${source.key?.text}\``;
  const freshness = source.get("freshness");
  const ages: Age[] = [];
  const add = (quantity: Quantity | undefined, place: Target | Place | undefined, words: (age: string) => string) => {
    if (quantity && place) ages.push({ quantity, place, words: words(formatQuantity(quantity)) });
  };
  add(freshness?.value, freshness, (age) => `${name} is up to ${age} old when it reaches the system`);
  const contract = context.linked("data contract", source.get("contract"));
  const { latency, frequency } = contract ?? {};
  add(
    latency?.value,
    latency?.place,
    (age) => `By its data contract ${name} is up to ${age} old when it reaches the system (\`latency\`)`,
  );
  add(
    frequency?.value,
    frequency?.place,
    (age) => `By its data contract ${name} comes only every ${age} (\`frequency\`)`,
  );
  return ages;
}

function report(
  { quantity, words, place }: Age,
  source: NodeOf<typeof DataSource>,
  most: ScalarNode<Quantity>,
  context: RuleContext,
): void {
  const limit = formatQuantity(most.value!);
  const isOwn = !("uri" in place);
  context.report(
    isOwn ? place : most,
    `${words}, but may be no older than ${limit} (\`max-staleness\`): the system answers from what is no longer so. Get the data sooner, or, if older data will do, say so.`,
    {
      related: [
        isOwn
          ? { at: most, message: `It may be no older than ${limit}` }
          : { at: place, message: `What the data contract of \`${source.key?.text}\` says` },
      ],
      fixes: allowFix(most, quantity, context),
    },
  );
}

/** Whether older data will do is for a person to judge. */
function allowFix(most: ScalarNode<Quantity>, age: Quantity, context: RuleContext): Fix[] {
  const text = formatQuantity(age);
  const title = `Data ${text} old will do: set \`max-staleness\` to it`;
  return rewrite(context, most, text, { title, kind: "stub", preferred: false });
}

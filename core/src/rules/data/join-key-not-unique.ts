import { type JoinedColumn, joinedColumn } from "../../figures/columns.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

/** The sides of which a record may have but one partner. */
const ONE_SIDES = {
  "one-to-one": ["left", "right"],
  "many-to-one": ["right"],
  "one-to-many": ["left"],
  "many-to-many": [],
} as const;

export default defineRule({
  id: "join-key-not-unique",
  principle: "schemas-agree",
  severity: from("build", "warning"),
  summary: 'The column on the "one" side of a join is unique.',
  why: `A join that expects one partner and finds two makes two records out of one. A ticket is then routed twice, an amount
counted twice, and a model learns from rows that never existed. The totals look plausible, so it is found late.`,
  silent: `At the stage proposal, for \`many-to-many\`, where the column or the cardinality is not known, and for columns of the
plan's own \`columns\` that say nothing about \`unique\`. A data contract that says nothing promises nothing.`,
  source:
    "Article, Why production-ready data is not the same as clean data; Open Data Contract Standard v3, unique and primaryKey",
  reads: ["data-sources", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {columns: {customer_ref: string}}
  accounts: {columns: {account_id: {type: string, unique: false}}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id, cardinality: many-to-one}
#                                                     ^^^^^^^^^^^^^^^^^^^ \`accounts.account_id\` is the "one" side of \`ticket-account\` (\`many-to-one\`), but \`columns\` says that its values are not unique
`,
      },
      {
        plan: `
stage: pilot
data-sources:
  people: {columns: {email: {type: string, unique: no}, id: {type: integer, unique: true}}}
  staff: {columns: {email: {type: string, unique: false}, boss: integer}}
joins:
  same-person:
    left: people.email
#         ^^^^^^^^^^^^ \`people.email\` is the "one" side of \`same-person\` (\`one-to-one\`)
    right: staff.email
#          ^^^^^^^^^^^ \`staff.email\` is the "one" side of \`same-person\` (\`one-to-one\`)
    cardinality: one-to-one
  boss: {left: people.email, right: staff.boss, cardinality: one-to-many}
#              ^^^^^^^^^^^^ \`people.email\` is the "one" side of \`boss\` (\`one-to-many\`)
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {columns: {customer_ref: string}}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
joins:
  by-name: {left: tickets.customer_ref, right: accounts.name, cardinality: many-to-one}
#                                              ^^^^^^^^^^^^^ \`accounts.name\` is the "one" side of \`by-name\` (\`many-to-one\`), but its data contract does not promise that its values are unique
  by-part-of-key: {left: tickets.customer_ref, right: accounts.branch, cardinality: many-to-one}
#                                                     ^^^^^^^^^^^^^^^ \`accounts.branch\` is the "one" side of \`by-part-of-key\`
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: branch, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
      - {name: number, logicalType: string, primaryKey: true, primaryKeyPosition: 2}
      - {name: name, logicalType: string}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {columns: {customer_ref: {type: string, unique: false}, device: string}}
  accounts: {columns: {account_id: {type: string, unique: true}, segment: {type: string, unique: false}}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id, cardinality: many-to-one}
  account-ticket: {left: accounts.account_id, right: tickets.customer_ref, cardinality: one-to-many}
  segment: {left: tickets.customer_ref, right: accounts.segment, cardinality: many-to-many}
  undecided: {left: tickets.customer_ref, right: accounts.segment, cardinality: <cardinality e.g. many-to-one>}
  unsaid: {left: tickets.customer_ref, right: accounts.segment}
  device: {left: tickets.customer_ref, right: tickets.device, cardinality: many-to-one}
  unknown: {left: tickets.customer_ref, right: accounts.nothing, cardinality: many-to-one}
`,
      `
stage: proposal
data-sources:
  accounts: {columns: {account_id: {type: string, unique: false}}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id, cardinality: many-to-one}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {columns: {customer_ref: string}}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
  gone: {contract: ./gone.odcs.yaml#/schema/gone}
joins:
  by-key: {left: tickets.customer_ref, right: accounts.id, cardinality: many-to-one}
  by-mail: {left: tickets.customer_ref, right: accounts.mail, cardinality: one-to-one}
  by-name: {left: accounts.name, right: tickets.customer_ref, cardinality: many-to-one}
  by-gone: {left: tickets.customer_ref, right: gone.id, cardinality: many-to-one}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: id, logicalType: string, primaryKey: true}
      - {name: mail, logicalType: string, unique: true}
      - {name: name, logicalType: string}
`,
    ],
  },
  check: {
    Join(join, context) {
      const cardinality = join.get("cardinality");
      for (const side of cardinality?.value ? ONE_SIDES[cardinality.value] : []) {
        const joined = joinedColumn(context.checked, join.get(side));
        if (cardinality && joined?.column?.unique === false)
          report(joined, `${shown(join.key?.text ?? "")} (${shown(cardinality.text)})`, context);
      }
    },
  },
});

function report({ node, column, columns, source }: JoinedColumn, of: string, context: RuleContext): void {
  const contract = columns?.from === "contract" ? source.get("contract") : undefined;
  const fact = contract
    ? "its data contract does not promise that its values are unique (neither `unique` nor the primary key)"
    : "`columns` says that its values are not unique";
  context.report(
    node,
    `${shown(node.word)} is the "one" side of ${of}, but ${fact}: where a value is there twice, the join makes two records out of one, and counts and amounts double without an error. Join on a unique column, or correct the cardinality.`,
    {
      related: [
        ...(column ? [{ at: column.place, message: `The column ${shown(node.word)}` }] : []),
        ...(contract ? [{ at: contract, message: "The data contract that speaks of it" }] : []),
      ],
    },
  );
}

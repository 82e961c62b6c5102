import { type JoinedColumn, joinedColumn } from "../../figures/columns.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import type { Fix } from "../finding.ts";
import { enumerate } from "../messages.ts";
import { partOf, rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

/** More names than this are no help in a message. */
const MOST_NAMES = 8;

export default defineRule({
  id: "join-column-unknown",
  principle: "schemas-agree",
  severity: from("build", "error"),
  summary: "A join names columns that its data sources have.",
  why: `A join on a column that is not there can't be built. Mostly the name is that of another version, another system or
somebody's spreadsheet, and then nobody has yet looked at the data that the plan counts on.`,
  silent: `At the stage proposal, where the columns of the source are not known (no contract and no \`columns\`, a contract that
can't be read, \`columns\` beside a contract), where the data source is not defined (\`undefined-reference\` says so), for
names that differ in capitals only, for the name that a column has in its database, and for a part of a column that is there
(\`address.city\` of \`address\`).`,
  source:
    "Article, Why production-ready data is not the same as clean data; Open Data Contract Standard v3, schema and properties",
  reads: ["data-sources", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, customer_ref: string}}
  accounts: {columns: {account_id: {type: string, unique: true}, segment: string}}
joins:
  ticket-account: {left: tickets.custommer_ref, right: accounts.account_id}
#                                ^^^^^^^^^^^^^ \`tickets\` has no column \`custommer_ref\`. Did you mean \`customer_ref\`?
`,
        fixed: `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, customer_ref: string}}
  accounts: {columns: {account_id: {type: string, unique: true}, segment: string}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
`,
      },
      {
        plan: `
stage: pilot
data-sources:
  tickets: {columns: {ticket_id: integer}}
  accounts: {columns: {account_id: string, segment: string}}
joins:
  ticket-region:
    left: tickets.ticket_id
    right: accounts.region
#                   ^^^^^^ \`accounts\` has no column \`region\`, only \`account_id\` and \`segment\`: this join can't be built
`,
        fixed: `
stage: pilot
data-sources:
  tickets: {columns: {ticket_id: integer}}
  accounts: {columns: {account_id: string, segment: string}}
joins:
  ticket-region:
    left: tickets.ticket_id
    right: accounts.account_id
`,
      },
      {
        plan: `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  crm.accounts: {columns: {account_id: string}}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
data-sources:
  tickets: {environment: production}
joins:
  ticket-account: {left: tickets.customer_ref, right: "crm.accounts.acount_id"}
#                                                                   ^^^^^^^^^ \`crm.accounts\` has no column \`acount_id\`. Did you mean \`account_id\`?
`,
        fixed: `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  crm.accounts: {columns: {account_id: string}}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
data-sources:
  tickets: {environment: production}
joins:
  ticket-account: {left: tickets.customer_ref, right: crm.accounts.account_id}
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: production
data-sources:
  tickets: {columns: {ticket_id: integer, customer_ref: string}}
  accounts:
    contract: ./accounts.odcs.yaml#/schema/accounts
    columns: {acount_id: string}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.acount_id}
#                                                              ^^^^^^^^^ \`accounts\` has no column \`acount_id\` by its data contract. Did you mean \`account_id\`?
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: string}
      - {name: segment, logicalType: string}
`,
        fixed: `
-- plan.aiplan --
stage: production
data-sources:
  tickets: {columns: {ticket_id: integer, customer_ref: string}}
  accounts:
    contract: ./accounts.odcs.yaml#/schema/accounts
    columns: {acount_id: string}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: string}
      - {name: segment, logicalType: string}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, Customer_Ref: string, address: json}}
  accounts: {contract: ./contracts/not-there.odcs.yaml#/schema/accounts, columns: {segment: string}}
  orders: {columns: {<column>: string, id: integer}}
  devices: {environment: production}
joins:
  one: {left: tickets.customer_ref, right: accounts.account_id}
  two: {left: tickets.address.city, right: orders.number}
  three: {left: tickets.ticket_id, right: devices.id}
  four: {left: tickets.ticket_id, right: nowhere.id}
  five: {left: <data source and column e.g. tickets.customer_ref>, right: tickets}
`,
      `
stage: proposal
data-sources:
  tickets: {columns: {ticket_id: integer}}
joins:
  one: {left: tickets.id, right: tickets.ref}
`,
      `
stage: build
data-sources:
  tickets: {columns: {ticket_id:integer}}
joins:
  one: {left: tickets.ticket_id, right: tickets.ticket_id}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
  empty: {contract: ./empty.odcs.yaml#/schema/empty}
joins:
  one: {left: accounts.account_id, right: accounts.seg_cd}
  two: {left: accounts.segment, right: empty.anything}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: string}
      - {name: segment, physicalName: SEG_CD, logicalType: string}
-- empty.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: empty
`,
    ],
  },
  check: {
    Join(join, context) {
      for (const side of ["left", "right"] as const) {
        const joined = joinedColumn(context.checked, join.get(side));
        if (joined?.columns?.isComplete && !joined.column && !isPartOfColumn(joined)) report(joined, context);
      }
    },
  },
});

/** A column may hold an object, and the join speak of a part of that. */
function isPartOfColumn({ columns, name }: JoinedColumn): boolean {
  return columns?.all.some((column) => name.toLowerCase().startsWith(`${column.name.toLowerCase()}.`)) ?? false;
}

function report(joined: JoinedColumn, context: RuleContext): void {
  const { node, name, offset, sourceId, columns } = joined;
  const names = columns?.all.map((column) => column.name) ?? [];
  const meant = didYouMean(name, names);
  const known = names.length <= MOST_NAMES ? `, only ${enumerate(names.map(shown))}` : "";
  const where = columns?.from === "contract" ? " by its data contract" : "";
  const advice = meant
    ? `. Did you mean ${shown(meant)}?`
    : `${known}: this join can't be built. Name a column that is there, or add it to ${columns?.from === "contract" ? "the contract" : "`columns`"}.`;
  const first = columns?.all[0];
  context.report(
    partOf(context, node, offset, name.length),
    `${shown(sourceId)} has no column ${shown(name)}${where}${advice}`,
    {
      related: first ? [{ at: first.place, message: `The columns of ${shown(sourceId)}` }] : [],
      fixes: meant
        ? rewrite(context, node, `${sourceId}.${meant}`, { title: `Change to \`${meant}\`` })
        : names.length <= MOST_NAMES
          ? names.flatMap((one) => chooseFix(context, node, `${sourceId}.${one}`, one))
          : [],
    },
  );
}

function chooseFix(context: RuleContext, node: ScalarNode, text: string, name: string): Fix[] {
  return rewrite(context, node, text, { title: `Change to \`${name}\``, kind: "stub", preferred: false });
}

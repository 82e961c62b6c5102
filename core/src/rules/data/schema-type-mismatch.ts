import type { TypeFamily } from "../../figures/column-types.ts";
import { type Column, joinedColumn } from "../../figures/columns.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "schema-type-mismatch",
  principle: "schemas-agree",
  severity: from("build", "warning"),
  summary: "The two columns through which data sources are joined are of the same kind of type.",
  why: `Where one system keeps a number as text and the other as a number, the join still runs: 007 becomes 7, and the record
found belongs to somebody else, or there is none. No error is logged. The model then sees connections that do not exist
and is wrong with full confidence, which is noticed weeks later, by customers.`,
  silent: `For columns that no join names, even if they have the same name; where the type of one of them is not known (no column
of this name in the contract or in \`columns\`, a contract that can't be read, a type that this rule does not know); where a
type leaves it open (\`number\` may hold whole numbers). Text that says by its format that it holds UUIDs goes with a
column of UUIDs.`,
  source:
    "Article, Why production-ready data is not the same as clean data; Open Data Contract Standard v3, logicalType and physicalType",
  reads: ["data-sources", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, customer_ref: varchar(12)}}
  accounts: {columns: {account_id: {type: bigint, unique: true}}}
joins:
  ticket-account:
    left: tickets.customer_ref
    right: accounts.account_id
#          ^^^^^^^^^^^^^^^^^^^ \`tickets.customer_ref\` is text (\`varchar(12)\`), but \`accounts.account_id\` is a whole number (\`bigint\`): leading zeros
`,
      },
      {
        plan: `
stage: pilot
data-sources:
  orders: {columns: {day: date, device: uuid, shop: "numeric(10,0)"}}
  visits: {columns: {at: timestamp with time zone, device: char(36), shop: "decimal(10,2)"}}
joins:
  by-day: {left: orders.day, right: visits.at}
#                                   ^^^^^^^^^ \`orders.day\` is a date (\`date\`), but \`visits.at\` is a date with a time (\`timestamp with time zone\`): a day
  by-device: {left: orders.device, right: visits.device}
#                                         ^^^^^^^^^^^^^ \`orders.device\` is a UUID (\`uuid\`), but \`visits.device\` is text (\`char(36)\`)
  by-shop: {left: orders.shop, right: visits.shop}
#                                     ^^^^^^^^^^^ \`orders.shop\` is a whole number (\`numeric(10,0)\`), but \`visits.shop\` is a decimal number (\`decimal(10,2)\`)
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
  devices: {columns: {id: varchar(36)}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
#                                                     ^^^^^^^^^^^^^^^^^^^ \`tickets.customer_ref\` is text (\`varchar(12)\`), but \`accounts.account_id\` is a whole number (\`numeric(10,0)\`)
  ticket-day: {left: tickets.opened, right: accounts.since}
#                                           ^^^^^^^^^^^^^^ \`tickets.opened\` is a date (\`date\`), but \`accounts.since\` is a date with a time (\`timestamp\`)
  ticket-device: {left: tickets.device, right: devices.id}
#                                              ^^^^^^^^^^ \`tickets.device\` is a UUID (\`uuid\`), but \`devices.id\` is text (\`varchar(36)\`)
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: customer_ref, logicalType: string, physicalType: varchar(12)}
      - {name: opened, logicalType: date}
      - {name: device, logicalType: string, physicalType: uuid}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: number, physicalType: "numeric(10,0)", unique: true}
      - {name: since, logicalType: timestamp}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {columns: {customer_ref: varchar(12), order: serial, paid: number, day: datetime, device: uuid, other: geography}}
  accounts: {columns: {account_id: {type: text, unique: true}, order: "NUMBER(38,0)", paid: "numeric(12,2)", day: TIMESTAMP_NTZ}}
  devices: {columns: {device: {type: string, format: uuid}, other: integer, broken: <type e.g. string>, none: {unique: true}, open: {type: text, format: <format>}}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
  ticket-open: {left: tickets.device, right: devices.open}
  ticket-order: {left: tickets.order, right: accounts.order}
  ticket-paid: {left: tickets.paid, right: accounts.paid}
  ticket-day: {left: tickets.day, right: accounts.day}
  ticket-device: {left: tickets.device, right: devices.device}
  ticket-other: {left: tickets.other, right: devices.other}
  ticket-broken: {left: tickets.order, right: devices.broken}
  ticket-none: {left: tickets.order, right: devices.none}
  ticket-nothing: {left: tickets.order, right: devices.nothing}
  ticket-nowhere: {left: tickets.order, right: orders.id}
  ticket-undecided: {left: tickets.order, right: <data source and column>}
`,
      `
stage: build
data-sources:
  tickets: {columns: {id: integer, status: string}}
  accounts: {columns: {id: uuid, status: integer}}
`,
      `
stage: proposal
data-sources:
  tickets: {columns: {customer_ref: varchar(12)}}
  accounts: {columns: {account_id: bigint}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
joins:
  from-a-file-of-text: {left: tickets.number, right: accounts.number}
  before-timestamps: {left: tickets.opened, right: accounts.since}
  open: {left: tickets.amount, right: accounts.number}
  no-type-for-uuids: {left: tickets.device, right: accounts.device}
  unknown: {left: tickets.place, right: accounts.number}
  untyped: {left: tickets.untyped, right: accounts.number}
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: number, logicalType: integer, physicalType: string}
      - {name: opened, logicalType: date, physicalType: timestamp with time zone}
      - {name: amount, logicalType: number}
      - {name: device, logicalType: string}
      - {name: place, physicalType: geography(point)}
      - {name: untyped}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: number, logicalType: integer, physicalType: bigint}
      - {name: since, logicalType: timestamp}
      - {name: device, physicalType: uniqueidentifier}
`,
    ],
  },
  check: {
    Join(join, context) {
      const left = joinedColumn(context.checked, join.get("left"));
      const right = joinedColumn(context.checked, join.get("right"));
      const [a, b] = [left?.column, right?.column];
      if (!left || !right || !a?.type || !b?.type || agree(a, b) !== false) return;
      const [first, second] = [shown(left.node.word), shown(right.node.word)];
      context.report(
        right.node,
        `${first} is ${kindOf(a)} (${shown(a.type.value)}), but ${second} is ${kindOf(b)} (${shown(b.type.value)}): ${consequence(a, b)} Bring both to one type where the data comes from, or convert one of them before the join.`,
        {
          related: [
            { at: a.type.place, message: `The type of ${first}` },
            { at: b.type.place, message: `The type of ${second}` },
          ],
        },
      );
    },
  },
});

/** Undefined where the types of one of the two are not known. */
function agree(a: Column, b: Column): boolean | undefined {
  if (a.families.length === 0 || b.families.length === 0) return undefined;
  return a.families.some((family) => b.families.includes(family));
}

const KINDS: Readonly<Record<TypeFamily, string>> = {
  string: "text",
  integer: "a whole number",
  decimal: "a decimal number",
  boolean: "true or false",
  date: "a date",
  timestamp: "a date with a time",
  time: "a time of day",
  uuid: "a UUID",
  binary: "binary",
  object: "an object",
  array: "a list",
};

function kindOf({ families }: Column): string {
  return enumerate(
    families.map((family) => KINDS[family]),
    "or",
  );
}

/** What happens to the records, by the two kinds of type. */
function consequence(a: Column, b: Column): string {
  const families = [...a.families, ...b.families];
  const has = (...some: TypeFamily[]) => some.some((family) => families.includes(family));
  if (has("string") && has("integer", "decimal"))
    return "leading zeros and spaces get lost on the way (007 becomes 7), so records find no partner, or somebody else's.";
  if (has("date") && has("timestamp"))
    return "a day is never equal to a moment of that day, so hardly any record finds its partner.";
  if (has("integer") && has("decimal"))
    return "long numbers lose their last digits as decimals, so records find no partner, or somebody else's.";
  return "they don't match as they are, so records that belong together are not brought together, and no error says so.";
}

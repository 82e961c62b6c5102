import { type FormatDifference, formatDifferences } from "../../figures/column-formats.ts";
import { joinedColumn } from "../../figures/columns.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "schema-format-mismatch",
  principle: "schemas-agree",
  severity: from("build", "warning"),
  summary: "The two columns through which data sources are joined are written in the same way.",
  why: `Two columns of text can both be perfectly clean and still never meet: one holds \`ACC-00482133\`, the other \`482133\`; one
writes 3 April as 03/04, the other reads that as 4 March; one counts its hours in UTC, the other in Berlin. Each system
works by itself. Brought together, records find no partner or somebody else's, and the model learns from it.`,
  silent: `For columns that no join names; where the two are of different kinds (\`schema-type-mismatch\` says so); where one of
them does not say how it is written; for lengths from 255 up, which tools write where nobody thought of one; for the format
of dates that a database keeps as dates; and for two spellings of the same (\`YYYY-MM-DD\` and \`%Y-%m-%d\`, \`\\d\` and
\`[0-9]\`, \`UTC\` and \`Etc/UTC\`).`,
  source:
    "Article, Why production-ready data is not the same as clean data; Open Data Contract Standard v3, logicalTypeOptions",
  reads: ["data-sources", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {columns: {customer_ref: {type: varchar(12), format: "ACC-[0-9]{8}"}, opened: {type: date, format: dd.MM.yyyy}}}
  accounts: {columns: {account_id: {type: varchar(8), format: "[0-9]{8}", unique: true}, since: {type: date, format: yyyy-MM-dd}}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
#                                                     ^^^^^^^^^^^^^^^^^^^ \`tickets.customer_ref\` and \`accounts.account_id\` are written differently, in length (\`12\` and \`8\`) and in pattern (\`ACC-[0-9]{8}\` and \`[0-9]{8}\`)
  same-day:
    left: tickets.opened
    right: accounts.since
#          ^^^^^^^^^^^^^^ \`tickets.opened\` and \`accounts.since\` are written differently, in format (\`dd.MM.yyyy\` and \`yyyy-MM-dd\`)
`,
      },
      {
        plan: `
stage: production
data-sources:
  calls: {columns: {at: timestamptz, ended: datetime}}
  logs: {columns: {at: "timestamp(6) without time zone", ended: datetimeoffset}}
joins:
  call-log: {left: calls.at, right: logs.at}
#                                   ^^^^^^^ \`calls.at\` and \`logs.at\` are written differently, in time zone (with one and without one)
  ended: {left: calls.ended, right: logs.ended}
#                                   ^^^^^^^^^^ \`calls.ended\` and \`logs.ended\` are written differently, in time zone (without one and with one)
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
#                                                     ^^^^^^^^^^^^^^^^^^^ \`tickets.customer_ref\` and \`accounts.account_id\` are written differently, in length (\`12\` and \`8\`) and in pattern (\`^ACC-[0-9]{8}$\` and \`^[0-9]{8}$\`): what is longer
  same-hour: {left: tickets.opened, right: accounts.called}
#                                          ^^^^^^^^^^^^^^^ \`tickets.opened\` and \`accounts.called\` are written differently, in time zone (\`Europe/Berlin\` and \`Etc/UTC\`)
  same-mail: {left: tickets.sender, right: accounts.home}
#                                          ^^^^^^^^^^^^^ \`tickets.sender\` and \`accounts.home\` are written differently, in format (\`email\` and \`uri\`)
  same-end: {left: tickets.ended, right: accounts.ended}
#                                        ^^^^^^^^^^^^^^ \`tickets.ended\` and \`accounts.ended\` are written differently, in time zone (with one and without one)
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: customer_ref, logicalType: string, logicalTypeOptions: {maxLength: 12, pattern: '^ACC-[0-9]{8}$'}}
      - {name: opened, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Europe/Berlin}}
      - {name: sender, logicalType: string, logicalTypeOptions: {format: email}}
      - {name: ended, logicalType: timestamp, logicalTypeOptions: {timezone: true}}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: string, physicalType: varchar(255), logicalTypeOptions: {maxLength: 8, pattern: '^[0-9]{8}$'}}
      - {name: called, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Etc/UTC}}
      - {name: home, logicalType: string, logicalTypeOptions: {format: uri}}
      - {name: ended, logicalType: timestamp, logicalTypeOptions: {timezone: false}}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {columns: {ref: {type: varchar(12), format: "^ACC-\\\\d{8}$"}, opened: {type: date, format: YYYY-MM-DD}, day: {type: date, format: ISO 8601}, at: timestamptz, name: varchar(40), device: {type: string, format: guid}}}
  accounts: {columns: {id: {type: varchar(12), format: "ACC-[0-9]{8}"}, since: {type: date, format: "%Y-%m-%d"}, at: datetimeoffset, name: varchar(255), code: text, when: timestamp, device: {type: string, format: uuid}}}
joins:
  one: {left: tickets.ref, right: accounts.id}
  two: {left: tickets.opened, right: accounts.since}
  three: {left: tickets.day, right: accounts.since}
  four: {left: tickets.at, right: accounts.at}
  five: {left: tickets.name, right: accounts.name}
  six: {left: tickets.ref, right: accounts.code}
  seven: {left: tickets.at, right: accounts.when}
  eight: {left: tickets.device, right: accounts.device}
  nine: {left: tickets.opened, right: accounts.nothing}
  ten: {left: tickets.ref, right: orders.id}
  eleven: {left: tickets.opened, right: accounts.id}
`,
      `
stage: build
data-sources:
  tickets: {columns: {ref: varchar(12)}}
  accounts: {columns: {ref: varchar(8)}}
`,
      `
stage: proposal
data-sources:
  tickets: {columns: {ref: varchar(12)}}
  accounts: {columns: {ref: varchar(8)}}
joins:
  one: {left: tickets.ref, right: accounts.ref}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets}
  accounts: {contract: ./accounts.odcs.yaml#/schema/accounts}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
  shown-only: {left: tickets.day, right: accounts.day}
  zones-kept: {left: tickets.opened, right: accounts.called}
  one-zone: {left: tickets.closed, right: accounts.closed}
  zones-written: {left: tickets.ended, right: accounts.ended}
  size-of-number: {left: tickets.number, right: accounts.number}
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: customer_ref, logicalType: string, logicalTypeOptions: {maxLength: 12, pattern: '^ACC-[0-9]{8}$'}}
      - {name: day, logicalType: date, physicalType: date, logicalTypeOptions: {format: dd.MM.yyyy}}
      - {name: opened, logicalType: timestamp, physicalType: timestamptz, logicalTypeOptions: {defaultTimezone: Europe/Berlin}}
      - {name: closed, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: UTC}}
      - {name: ended, logicalType: timestamp, logicalTypeOptions: {timezone: true, defaultTimezone: Europe/Berlin}}
      - {name: number, logicalType: integer, logicalTypeOptions: {format: i32}}
-- accounts.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: accounts
    properties:
      - {name: account_id, logicalType: string, physicalType: varchar(12), logicalTypeOptions: {pattern: 'ACC-\\d{8}'}}
      - {name: day, logicalType: date, physicalType: date, logicalTypeOptions: {format: yyyy-MM-dd}}
      - {name: called, logicalType: timestamp, physicalType: timestamptz, logicalTypeOptions: {defaultTimezone: UTC}}
      - {name: closed, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Etc/UTC}}
      - {name: ended, logicalType: timestamp, logicalTypeOptions: {timezone: true, defaultTimezone: UTC}}
      - {name: number, logicalType: integer, logicalTypeOptions: {format: i64}}
`,
    ],
  },
  check: {
    Join(join, context) {
      const left = joinedColumn(context.checked, join.get("left"));
      const right = joinedColumn(context.checked, join.get("right"));
      if (!left?.column || !right?.column) return;
      const differences = formatDifferences(left.column, right.column);
      const [difference] = differences;
      if (!difference) return;
      const [first, second] = [shown(left.node.word), shown(right.node.word)];
      context.report(
        right.node,
        `${first} and ${second} are written differently, ${enumerate(differences.map(describe))}: ${CONSEQUENCES[difference.kind]} Write both in one way where the data comes from, or convert one of them before the join.`,
        {
          related: differences.flatMap((each) => [
            { at: each.first.place, message: `How ${first} is written` },
            { at: each.second.place, message: `How ${second} is written` },
          ]),
        },
      );
    },
  },
});

const NAMES: Readonly<Record<FormatDifference["kind"], string>> = {
  length: "length",
  format: "format",
  pattern: "pattern",
  zone: "time zone",
};

function describe({ kind, first, second }: FormatDifference): string {
  const say = (text: string) => (kind === "zone" && /^with(?:out)?$/.test(text) ? `${text} one` : shown(text));
  return `in ${NAMES[kind]} (${say(first.value)} and ${say(second.value)})`;
}

/** What happens to the records. */
const CONSEQUENCES: Readonly<Record<FormatDifference["kind"], string>> = {
  length: "what is longer is cut off or has no partner, so records that belong together are not brought together.",
  format: "the same value is not the same text in both, so records find no partner, or somebody else's.",
  pattern: "what fits the one need not fit the other, so records find no partner, or somebody else's.",
  zone: "the same moment has another hour in each, so records find no partner, or somebody else's.",
};

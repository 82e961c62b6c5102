import { placeholder, type Stub, written } from "../../edits/stub.ts";
import { type Column, columnsOf, findColumn, joinedColumn } from "../../figures/columns.ts";
import { namedSources } from "../../figures/named-sources.ts";
import { type DataSource, Join } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { Fix } from "../finding.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";
import { shown } from "../words.ts";

interface KnownSource {
  readonly id: string;
  readonly source: NodeOf<typeof DataSource>;
  readonly columns: readonly Column[];
}

export default defineRule({
  id: "undeclared-join",
  principle: "fragmentation-found-early",
  severity: from("build", "info"),
  off: true,
  summary: "Data sources that share a column are joined in the plan, or are known not to be.",
  why: `Two sources with a column of the same name are soon brought together through it, in a notebook or a pipeline, and
nobody has looked whether the two mean the same thing. A join that is written down has a match rate, and is checked.`,
  silent: `Unless the configuration turns it on: columns of one name are often strangers (\`id\`, \`status\`). For pairs that a join
brings together already, be it through other columns; for sources whose columns are not known; and for sources of a catalog
that the plan does not use.`,
  source: "Article, Why production-ready data is not the same as clean data",
  reads: ["data-sources", "joins", "metrics"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, account_id: string, region: string}}
  accounts: {columns: {Account_ID: {type: string, unique: true}, region: string}}
# ^^^^^^^^ \`tickets\` and \`accounts\` share the columns \`account_id\` and \`region\`, but no join
joins:
  ticket-order: {left: tickets.ticket_id, right: orders.ticket_id}
`,
        fixed: `
stage: build
data-sources:
  tickets: {columns: {ticket_id: integer, account_id: string, region: string}}
  accounts: {columns: {Account_ID: {type: string, unique: true}, region: string}}
joins:
  ticket-order: {left: tickets.ticket_id, right: orders.ticket_id}
  tickets-accounts: {left: tickets.account_id, right: accounts.Account_ID, cardinality: <cardinality e.g. many-to-one>, match-rate: <share of records that find a partner>, profiled: <date measured YYYY-MM-DD>}
`,
      },
      {
        plan: `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  accounts: {columns: {account_id: string}}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
metrics:
  churn: {kind: business, unit: percent, direction: lower, source: accounts}
data-sources:
  tickets: {columns: {account_id: string}}
# ^^^^^^^ \`tickets\` and \`accounts\` share the column \`account_id\`, but no join
`,
        fixed: `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  accounts: {columns: {account_id: string}}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
metrics:
  churn: {kind: business, unit: percent, direction: lower, source: accounts}
data-sources:
  tickets: {columns: {account_id: string}}
joins:
  tickets-accounts: {left: tickets.account_id, right: accounts.account_id, cardinality: <cardinality e.g. many-to-one>, match-rate: <share of records that find a partner>, profiled: <date measured YYYY-MM-DD>}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {columns: {customer_ref: string, region: string}}
  accounts: {columns: {account_id: string, region: string}}
  orders: {columns: {order_id: string, tickets: string}}
  devices: {environment: production}
joins:
  account-ticket: {left: accounts.account_id, right: tickets.customer_ref}
`,
      `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  accounts: {columns: {account_id: string}}
  orders: {columns: {account_id: string}}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
data-sources:
  tickets: {columns: {account_id: string}}
`,
    ],
  },
  check: {
    File(file, context) {
      const joined = joinedPairs(context);
      const sources = sourcesOf(context);
      for (const [index, second] of sources.entries())
        for (const first of sources.slice(0, index)) {
          const isLent = [first, second].every(({ source }) => source.section.uri !== file.uri);
          if (!isLent && !joined.has(pairOf(first.id, second.id))) checkPair(first, second, context);
        }
    },
  },
});

/** The sources of the plan, and those of its catalogs that it names, with their columns where they are known. */
function sourcesOf(context: RuleContext): KnownSource[] {
  const { file, checked } = context;
  const used = new Set(namedSources(checked).map(({ id }) => id));
  const ids = new Set(context.definitionsOf("data-source").map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const source = context.find("data-source", id);
    if (!source || (source.section.uri !== file.uri && !used.has(id))) return [];
    return [{ id, source, columns: columnsOf(checked, source)?.all ?? [] }];
  });
}

function joinedPairs({ checked, plan }: RuleContext): Set<string> {
  const joins = plan.get("joins")?.items() ?? [];
  return new Set(
    joins.map(({ value }) => {
      const [left, right] = [value.get("left"), value.get("right")].map((side) => joinedColumn(checked, side));
      return pairOf(left?.sourceId ?? "", right?.sourceId ?? "");
    }),
  );
}

function pairOf(a: string, b: string): string {
  return JSON.stringify([a, b].sort());
}

function checkPair(first: KnownSource, second: KnownSource, context: RuleContext): void {
  const shared = first.columns.flatMap((column) => {
    const other = findColumn(second.columns, column.name);
    return other ? [[column, other] as const] : [];
  });
  if (shared.length === 0) return;
  const isOwn = second.source.section.uri === context.file.uri;
  const [at, other] = isOwn ? [second, first] : [first, second];
  const names = enumerate(shared.map(([column]) => shown(column.name)));
  const [likeliest] = [...shared].sort((a, b) => Number(isKey(b)) - Number(isKey(a)));
  context.report(
    context.checked.nameOf(at.source),
    `${shown(first.id)} and ${shown(second.id)} share the column${shared.length > 1 ? "s" : ""} ${names}, but no join: if they are brought together, nobody has measured how well they match. Declare the join, or leave this be if they are strangers.`,
    {
      related: [{ at: context.checked.nameOf(other.source), message: `The data source ${shown(other.id)}` }],
      fixes: likeliest ? declareFix(first, second, likeliest, context) : [],
    },
  );
}

function isKey(columns: readonly Column[]): boolean {
  return columns.some(({ unique }) => unique === true);
}

function declareFix(
  first: KnownSource,
  second: KnownSource,
  [left, right]: readonly [Column, Column],
  context: RuleContext,
): Fix[] {
  if (!context.editor.canDefine("join")) return [];
  const id = `${first.id}-${second.id}`;
  if (context.find("join", id)) return [];
  const open = (name: "cardinality" | "match-rate" | "profiled"): [string, Stub] => [
    name,
    placeholder(Join.keys[name].placeholder),
  ];
  const join: Stub = {
    kind: "map",
    inline: true,
    entries: [
      ["left", written(`${first.id}.${left.name}`)],
      ["right", written(`${second.id}.${right.name}`)],
      open("cardinality"),
      open("match-rate"),
      open("profiled"),
    ],
  };
  const edits = () => context.editor.define("join", id, join);
  return [{ title: `Declare the join \`${id}\``, kind: "stub", preferred: true, edits }];
}

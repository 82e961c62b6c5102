import { placeholder } from "../../edits/stub.ts";
import { joinedColumn } from "../../figures/columns.ts";
import { type DataSource, Labels } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Source = NodeOf<typeof DataSource>;

export default defineRule({
  id: "missing-labels",
  principle: "production-ready-data",
  severity: from("build", "warning"),
  summary: "Data that a model learns from or is judged by says where the right answers in it come from.",
  why: `Records can be complete, without duplicates and well formatted, and still not say what the right answer would have been.
Then there is nothing to learn from and nothing to measure by, and somebody has to label thousands of records by hand, in a
hurry, each in their own way. Who decides the right answer, for which share of the records, and how far two people agree, sets
the limit of what any model can reach.`,
  silent: `At the stage proposal, for synthetic data, which is made together with its answers; for a source that a join brings
together with one that has labels; where a side of a join can't be read; for a placeholder, and for sources that a catalog
lends: the catalog's owner answers for those.`,
  source: "Article, Why production-ready data is not the same as clean data; EU AI Act, Article 10(2)(c)",
  reads: ["data-sources", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [training, inference], freshness: 5 min}
# ^^^^^^^ The model learns from \`tickets\`, but nothing says where the right answers in it come from (\`labels\`)
`,
        fixed: `
stage: build
data-sources:
  tickets: {system: helpdesk, environment: production, used-for: [training, inference], freshness: 5 min, labels: {field: <name of the column>, method: <method e.g. human-review>}}
`,
      },
      {
        plan: `
stage: production
data-sources:
  golden-set:
# ^^^^^^^^^^ The model is judged by \`golden-set\`, but nothing says where the right answers
    system: helpdesk
    environment: export
    used-for: [evaluation]
    labels:
  tickets: {used-for: [inference]}
  accounts: {used-for: [training]}
# ^^^^^^^^ The model learns from \`accounts\`
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
`,
        fixed: `
stage: production
data-sources:
  golden-set:
    system: helpdesk
    environment: export
    used-for: [evaluation]
    labels: {field: <name of the column>, method: <method e.g. human-review>}
  tickets: {used-for: [inference]}
  accounts: {used-for: [training], labels: {field: <name of the column>, method: <method e.g. human-review>}}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
`,
      },
    ],
    good: [
      `
stage: build
data-sources:
  tickets: {used-for: [training, evaluation], labels: {field: resolved_team, method: system-log}}
  made-up: {environment: synthetic, used-for: [training]}
  live: {environment: production, used-for: [inference]}
  open: {used-for: [training], labels: <where the right answers come from>}
  slip: {used-for: [training], lables: {field: resolved_team}}
  unsaid: {used-for: [<training or evaluation or inference>]}
`,
      `
stage: build
data-sources:
  tickets: {used-for: [training], labels: {field: resolved_team}}
  accounts: {used-for: [training]}
  orders: {used-for: [training, evaluation]}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id}
  order-account: {left: orders.account, right: accounts.account_id}
`,
      `
stage: build
data-sources:
  tickets: {used-for: [training], labels: {field: resolved_team}}
  accounts: {used-for: [training]}
joins:
  ticket-account: {left: tickets.customer_ref, cardinality: many-to-one}
`,
      `
stage: proposal
data-sources:
  tickets: {used-for: [training]}
`,
    ],
  },
  check: {
    DataSource(source, context) {
      const uses = source.get("used-for")?.items() ?? [];
      const learns = uses.some(({ value }) => value === "training");
      if (!learns && !uses.some(({ value }) => value === "evaluation")) return;
      if (source.get("environment")?.value === "synthetic" || hasLabels(source)) return;
      if (mayBeLabelledElsewhere(source.key?.text ?? "", context)) return;
      const use = learns ? "learns from" : "is judged by";
      context.report(
        context.checked.nameOf(source),
        `The model ${use} \`${source.key?.text}\`, but nothing says where the right answers in it come from (\`labels\`): without them there is nothing to ${learns ? "learn" : "measure"}, and labelling records in a hurry gives a model that is as inconsistent as they are. Write which column holds them and who or what decides them.`,
        {
          fixes: [
            context.insertFix("Insert `labels`", source, [
              {
                name: "labels",
                value: {
                  kind: "map",
                  inline: true,
                  entries: [
                    ["field", placeholder(Labels.keys.field.placeholder)],
                    ["method", context.editor.stub(Labels.keys.method)],
                  ],
                },
              },
            ]),
          ],
        },
      );
    },
  },
});

function hasLabels(source: Source): boolean {
  const labels = source.entry("labels")?.value;
  return isWritten(source, "labels") && !(labels?.kind === "map" && labels.all.length === 0);
}

/** Joins bring it together with a source that has labels, over any number of steps; or a join can't be followed. */
function mayBeLabelledElsewhere(id: string, context: RuleContext): boolean {
  const pairs = (context.plan.get("joins")?.items() ?? []).map(({ value }) =>
    [value.get("left"), value.get("right")].map((side) => joinedColumn(context.checked, side)?.sourceId),
  );
  if (pairs.some((pair) => pair.includes(undefined))) return true;
  const reached = new Set([id]);
  // What is added is visited too.
  for (const one of reached)
    for (const pair of pairs)
      if (pair.includes(one)) for (const other of pair) if (other !== undefined) reached.add(other);
  return [...reached].some((other) => {
    const source = context.find("data-source", other);
    return source !== undefined && hasLabels(source);
  });
}

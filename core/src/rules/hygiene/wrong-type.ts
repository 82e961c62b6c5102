import { defineInline } from "../../edits/define-inline.ts";
import { listToMap } from "../../edits/list-to-map.ts";
import { quote } from "../../edits/render.ts";
import type { ValueType } from "../../language/types.ts";
import { readQuantity } from "../../quantity/index.ts";
import { plainDecimal } from "../../quantity/read-number.ts";
import type { Node, ScalarNode } from "../../syntax/nodes.ts";
import type { ProblemOf } from "../../syntax/problems.ts";
import { shapeOf } from "../../syntax/structure.ts";
import { expectedShape } from "../expected-shape.ts";
import type { Fix } from "../finding.ts";
import { keyNameOf } from "../key-of.ts";
import { problemsOf } from "../problems-of.ts";
import { quantityMessage } from "../quantity-message.ts";
import { accountableRoles } from "../raci.ts";
import { rewrite, sourceOf } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { kindName, shown } from "../words.ts";

export default defineRule({
  id: "wrong-type",
  principle: "traceability",
  severity: always("error"),
  summary: "Every key holds the kind of value that the language expects: a list, keys, a number, a date, an id …",
  why: `What has another form than expected is not read, as if it was not there: \`responsible: routing-sre, triage-lead\` is one
role with a strange name, and neither of the two knows of it.`,
  silent:
    "For placeholders, for keys of your own (`x-…`), and for an `accountable` that is a list (`raci-accountable`).",
  source: "The plan language: values",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
imports: ./org.aiplan
#        ^^^^^^^^^^^^ \`imports\` is a list, not a single value: put the items in brackets, with commas between them.
owner: [support-ops]
#      ^^^^^^^^^^^^^ \`owner\` takes a single id, not a list.
systems:
  helpdesk: {access: "read", calls-per-item: 3 calls}
#                    ^^^^^^ \`access\` is a list
#                                            ^^^^^^^ \`calls-per-item\` is a plain number of 0 or more, not \`3 calls\`: digits alone, without a unit or a comma.
  crm:
    calls-per-item: 1,000
#                   ^^^^^ \`calls-per-item\` is a plain number of 0 or more, not \`1,000\`
decisions:
  go-live: {accountable: support-ops, responsible: routing-sre}
#                                                  ^^^^^^^^^^^ \`responsible\` is a list
rollout:
  steps:
    - {id: canary, when: {metric: accuracy, at-least: 85%}}
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`when\` is a list, not keys with values
name: Ticket Routing
#     ^^^^^^^^^^^^^^ \`Ticket Routing\` can't serve as a name that others refer to
`,
        fixed: `
imports: [./org.aiplan]
owner: support-ops
systems:
  helpdesk: {access: ["read"], calls-per-item: 3}
  crm:
    calls-per-item: 1000
decisions:
  go-live: {accountable: support-ops, responsible: [routing-sre]}
rollout:
  steps:
    - {id: canary, when: [{metric: accuracy, at-least: 85%}]}
name: ticket-routing
`,
      },
      {
        plan: `
outcome: Cut the time to the right team
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`outcome\` holds keys such as \`statement\`, \`kpi\` and \`agreed\`, not a single value.
roles: [support-ops]
#      ^^^^^^^^^^^^^ \`roles\` holds an entry for each role, under its name, not a list.
systems:
  helpdesk: {timeout: {value: 2 s}, calls-per-item: few}
#                     ^^^^^^^^^^^^ \`timeout\` takes a single value, such as \`2 s\`, not keys with values.
#                                                   ^^^ \`calls-per-item\` is a plain number of 0 or more, not \`few\`
joins:
  ticket-account: {left: tickets, right: accounts.account_id}
#                        ^^^^^^^ \`tickets\` names no column
triggers:
  drift: {metric: input-drift, outside: [0.1]}
#                                       ^^^^^ \`outside\` takes exactly 2 values, and here is 1: the lower and the upper end
data-sources:
  tickets: {labels: {agreement: 2}}
#                               ^ \`agreement\` is a plain number between -1 and 1, not \`2\`.
human-oversight: {overrides-logged: maybe}
#                                   ^^^^^ \`maybe\` is neither \`true\` nor \`false\`
metrics:
  speed: {unit: furlong/fortnight}
#               ^^^^^^^^^^^^^^^^^ The plan language has no unit
rollout:
  steps: {canary: 10%}
#        ^^^^^^^^^^^^^ \`steps\` is a list, not keys with values: start each item on a line of its own
`,
      },
    ],
    good: [
      `
imports: [./org.aiplan]
owner: <id of a role>
roles: <roles>
x-team: [a, b]
decisions:
  go-live: {accountable: [support-ops, routing-sre]}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, expected } of problemsOf(file, "wrong-shape"))
        if (!accountableRoles(node)) checkShape(context, node, expected);
      for (const { node, expected } of problemsOf(file, "wrong-length"))
        context.report(
          node,
          `\`${keyNameOf(node)}\` takes exactly ${expected} values, and here ${node.all.length === 1 ? "is" : "are"} ${node.all.length}: the lower and the upper end, such as \`[10%, 20%]\`.`,
        );
      for (const { node } of problemsOf(file, "not-a-boolean"))
        context.report(node, `${shown(node.text)} is neither \`true\` nor \`false\`.`, {
          fixes: ["true", "false"].flatMap((word) => rewrite(context, node, word, { preferred: false })),
        });
      for (const problem of problemsOf(file, "not-a-number")) checkNumber(context, problem);
      for (const { node } of problemsOf(file, "not-an-id")) checkId(context, node);
      for (const { node } of problemsOf(file, "not-a-column"))
        context.report(
          node,
          `${shown(node.text)} names no column. Write the data source, a dot and the column: \`tickets.customer_ref\`.`,
        );
      for (const { node, problem } of problemsOf(file, "not-a-unit")) {
        if (problem.kind === "ambiguous-unit") continue;
        const { message, replacement } = quantityMessage(node.text, problem, "h");
        context.report(node, message, { fixes: replacement ? rewrite(context, node, replacement) : [] });
      }
    },
  },
});

function checkShape(context: RuleContext, node: Node, expected: ValueType): void {
  const key = keyNameOf(node);
  const name = node.parent?.kind === "list" ? `Each item of \`${key}\`` : `\`${key}\``;
  context.report(node, expectedShape(name, expected, node.kind), { fixes: shapeFixes(context, node, expected) });
}

function shapeFixes(context: RuleContext, node: Node, expected: ValueType): Fix[] {
  const isOneOfSeveral = expected.kind === "list" && expected.length !== undefined && node.kind !== "list";
  if (node.borrowed || isOneOfSeveral) return [];
  const wanted = shapeOf(expected);
  if (node.kind === "list" && expected.kind === "map") {
    const edits = listToMap(context.file, node, expected);
    if (edits)
      return [{ title: "Write each item under its name", kind: "repair", preferred: true, edits: () => edits }];
  }
  if (node.kind === "map" && expected.kind === "reference") {
    const inline = defineInline(context.checked, context.editor, expected.to, node);
    const title = `Define it as the ${kindName(expected.to)} \`${inline?.id}\`, and name that here`;
    if (inline) return [{ title, kind: "stub", preferred: true, edits: inline.edits }];
  }
  if (node.kind === "scalar" && wanted === "list") {
    const source = sourceOf(context, node);
    // A comma in plain text is taken to part items; what brackets or comments would cut short goes into quotes.
    const safe = node.style === "quoted" || (node.style === "plain" && !/[[\]{}\r\n]|: |:$| #/.test(source));
    return [context.replaceFix("Make it a list", node, `[${safe ? source : quote(node.text.trim())}]`)];
  }
  if (node.kind === "map" && node.flow && wanted === "list")
    return [context.replaceFix("Make it a list", node, `[${sourceOf(context, node)}]`)];
  const only = node.kind === "list" && node.all.length === 1 ? node.all[0] : undefined;
  if (only?.kind === "scalar" && wanted === "scalar" && only.text !== "")
    return [context.replaceFix(`Change to \`${only.text}\``, node, sourceOf(context, only))];
  return [];
}

function checkNumber(context: RuleContext, { node, minimum, maximum }: ProblemOf<"not-a-number">): void {
  const { quantity, problem } = readQuantity(node.text);
  const low = minimum === Number.NEGATIVE_INFINITY ? undefined : minimum;
  const high = maximum === Number.POSITIVE_INFINITY ? undefined : maximum;
  const range = low === undefined ? "" : high === undefined ? ` of ${low} or more` : ` between ${low} and ${high}`;
  const form = quantity?.dimension === "number" ? "" : ": digits alone, without a unit or a comma";
  const isRegrouped = problem?.kind === "thousands-separator" || problem?.kind === "decimal-comma";
  const meant = isRegrouped ? readQuantity(problem.suggestion).quantity : quantity;
  const fits = meant && meant.value >= (low ?? meant.value) && meant.value <= (high ?? meant.value);
  const isNumber = meant?.dimension === "number" || meant?.dimension === "count";
  context.report(node, `\`${keyNameOf(node)}\` is a plain number${range}, not ${shown(node.text)}${form}.`, {
    fixes: fits && isNumber ? rewrite(context, node, plainDecimal(meant.value)) : [],
  });
}

function checkId(context: RuleContext, node: ScalarNode): void {
  const id = node.text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (node.text.trim() === "") {
    context.report(node, `\`${keyNameOf(node)}\` is empty: between the quotes nothing is written. Write a name.`);
    return;
  }
  const example = id === "" ? "ticket-routing" : id;
  context.report(
    node,
    `${shown(node.text)} can't serve as a name that others refer to. Use letters and digits, with hyphens between words: \`${example}\`.`,
    { fixes: id === "" ? [] : rewrite(context, node, id) },
  );
}

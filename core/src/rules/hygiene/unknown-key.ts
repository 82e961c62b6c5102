import { didYouMean } from "../did-you-mean.ts";
import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "unknown-key",
  principle: "right-order",
  severity: always("warning"),
  summary: "Every key is one of the plan language, or starts with `x-`.",
  why: `A key that the language does not know is read by nobody: a misspelt \`roll-back\` is a rollback that is not there.
Keys of your own start with \`x-\`.`,
  silent: "For keys that start with `x-`, and for placeholders.",
  source: "The plan language",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
outcome:
  statment: Cut the time to the right team.
# ^^^^^^^^ \`statment\` is not a key of \`outcome\`, so nothing reads it. Did you mean \`statement\`?
`,
        fixed: `
outcome:
  statement: Cut the time to the right team.
`,
      },
      {
        plan: `
systems:
  crm: {vendor: Acme}
#       ^^^^^^ \`vendor\` is not a key of \`crm\`, so nothing reads it. Keys of your own start with \`x-\`.
`,
        fixed: `
systems:
  crm: {x-vendor: Acme}
`,
      },
    ],
    good: [
      `
x-budget-code: 4711
outcome: {statement: Cut the time to the right team., x-sponsor: Maria}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const { node, object, map } of problemsOf(file, "unknown-key")) {
        const known = Object.keys(object.keys).filter((name) => !(map ?? file.root).has(name));
        const meant = didYouMean(node.text, known);
        const where = map?.key ? `\`${map.key.text}\`` : map ? "this item" : "a plan";
        const advice = meant ? `Did you mean \`${meant}\`?` : "Keys of your own start with `x-`.";
        const own = `x-${node.text}`;
        const fixes = [
          ...(meant ? [context.replaceFix(`Change to \`${meant}\``, node, meant)] : []),
          ...(/^[\w.-]+$/.test(node.text)
            ? [context.replaceFix(`Keep it as your own key \`${own}\``, node, own, { preferred: !meant, kind: "stub" })]
            : []),
        ];
        context.report(node, `\`${node.text}\` is not a key of ${where}, so nothing reads it. ${advice}`, {
          fixes: node.borrowed ? [] : fixes,
        });
      }
    },
  },
});

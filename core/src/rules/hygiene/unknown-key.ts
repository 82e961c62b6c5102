import { CATALOG_HEADER, CATALOG_SECTIONS, Plan } from "../../language/index.ts";
import type { ObjectType } from "../../language/types.ts";
import type { MapNode, ScalarNode } from "../../syntax/nodes.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import type { ProblemOf } from "../../syntax/problems.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import { keyMeant } from "../../workspace/key-meant.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { problemsOf } from "../problems-of.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
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
  crm: {access: read, write}
#                     ^^^^^ \`write\` stands in braces without a colon
`,
      },
      {
        plan: `
titel: Route support tickets
^^^^^ \`titel\` is not a key of a plan, so nothing reads it. Did you mean \`title\`?
`,
        fixed: `
title: Route support tickets
`,
      },
      {
        plan: `
peak: 900 item/h
^^^^ \`peak\` is not a key of a plan, so nothing reads it. It belongs in \`load\`.
`,
      },
      {
        plan: `
kind: catalog
triggers: {}
^^^^^^^^ \`triggers\` has no effect in a catalog
`,
      },
      {
        plan: `
outcome:
  agreed: 2026-01-30
  agred: 2026-02-06
# ^^^^^ \`agred\` is not a key of \`outcome\`, so nothing reads it. It looks like \`agreed\`, which is there already: remove one of the two.
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
      const problems = problemsOf(file, "unknown-key");
      const named = ({ node, object }: ProblemOf<"unknown-key">) => `${object.name}.${node.text}`;
      const own = new Set(problems.filter(({ node }) => !node.borrowed).map(named));
      for (const problem of problems) {
        const { node, object, map } = problem;
        // What an alias repeats is said where it is written.
        if (node.borrowed && own.has(named(problem))) continue;
        if (map?.flow && map.entry(node.text)?.colon === false) {
          reportPiece(context, node);
          continue;
        }
        const meant = keyMeant(node.text, map ?? file.root, Object.keys(object.keys));
        const home = map ? undefined : sectionWith(node.text);
        const twin = meant || home ? undefined : didYouMean(node.text, presentKeys(map ?? file.root, object));
        const advice = meant
          ? `Did you mean \`${meant}\`?`
          : home
            ? `It belongs in \`${home}\`.`
            : twin
              ? `It looks like \`${twin}\`, which is there already: remove one of the two.`
              : "Keys of your own start with `x-`.";
        context.report(node, `\`${node.text}\` is not a key of ${nameOf(map, file)}, so nothing reads it. ${advice}`, {
          fixes: node.borrowed ? [] : fixesOf(context, node, meant, home === undefined && twin === undefined),
        });
      }
      if (file.kind === "catalog") for (const { key } of file.sections) checkCatalog(context, key);
    },
  },
});

/** `write` in `{access: read, write}`: more likely a part of the value before it than a key. */
function reportPiece(context: RuleContext, node: ScalarNode): void {
  context.report(
    node,
    `\`${node.text}\` stands in braces without a colon, so it is read as a key that the language does not have. If it belongs to the value before it, put that in quotes, or in brackets where it is a list.`,
  );
}

function nameOf(map: MapNode | undefined, { kind }: PlanFile): string {
  return map?.key ? `\`${map.key.text}\`` : map ? "this item" : `a ${kind}`;
}

/** The keys of the language that an object has. */
function presentKeys(map: MapNode, { keys }: ObjectType): string[] {
  return Object.keys(keys).filter((name) => map.has(name));
}

/** The section that has such a key, if it is but one. */
function sectionWith(name: string): string | undefined {
  const sections = Object.entries(Plan.keys).filter(
    ([, { type }]) => type.kind === "object" && Object.hasOwn(type.keys, name),
  );
  return sections.length === 1 ? sections[0]?.[0] : undefined;
}

function fixesOf(context: RuleContext, node: ScalarNode, meant: string | undefined, canBeOwn: boolean): Fix[] {
  const own = `x-${node.text}`;
  return [
    ...(meant ? rewrite(context, node, meant) : []),
    ...(canBeOwn && /^[\w.-]+$/.test(node.text)
      ? rewrite(context, node, own, { title: `Keep it as your own key \`${own}\``, preferred: !meant, kind: "stub" })
      : []),
  ];
}

/** Keys that a plan has and a catalog has not. */
function checkCatalog(context: RuleContext, key: ScalarNode): void {
  const lent: readonly string[] = [...CATALOG_HEADER, ...CATALOG_SECTIONS];
  if (lent.includes(key.text) || !Object.hasOwn(Plan.keys, key.text) || key.section.broken) return;
  context.report(
    key,
    `\`${key.text}\` has no effect in a catalog: a catalog lends only ${listNames(CATALOG_SECTIONS)}. Write it in the plans.`,
  );
}

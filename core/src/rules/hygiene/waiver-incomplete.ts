import { Waiver } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import { listNames } from "../messages.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { isStructural, REQUIRED_OF_WAIVERS } from "../silence.ts";
import { followPath, knowsKey, namesIn } from "../waiver-path.ts";

export default defineRule({
  id: "waiver-incomplete",
  principle: "agreed-success",
  severity: always("warning"),
  summary: "A waiver says why, who approved it and until when, and is of something that is there and can be waived.",
  why: `A waiver is a risk that somebody takes. Without a reason, a name and an end it is a risk that nobody took and that never
ends, so it does not count, and what it should cover shows as before.`,
  silent:
    "For placeholders (`placeholder-left` speaks of those) and for rules that do not exist (`undefined-reference`).",
  source: "The plan language: waivers; NIST AI RMF, MANAGE 1.4",
  reads: "*",
  examples: {
    bad: [
      {
        plan: `
waivers:
  missing-key: {reason: The owner starts in May, expires: 2026-08-31}
# ^^^^^^^^^^^ The waiver of \`missing-key\` lacks \`approved-by\`, so it does not count.
  unknown-key:
# ^^^^^^^^^^^ The waiver of \`unknown-key\` lacks \`reason\`, \`approved-by\` and \`expires\`, so it does not count.
`,
        fixed: `
waivers:
  missing-key: {reason: The owner starts in May, approved-by: <id of a role>, expires: 2026-08-31}
  unknown-key:
    reason: <why the risk is acceptable>
    approved-by: <id of a role>
    expires: <last day YYYY-MM-DD>
`,
      },
      {
        plan: `
waivers:
  yaml-syntax: {reason: Later, approved-by: support-ops, expires: 2026-08-31}
# ^^^^^^^^^^^ Findings of \`yaml-syntax\` can't be waived
`,
      },
      {
        plan: `
waivers:
  pilot-only-data-source: {at: data-sources.acounts, reason: It is replaced, approved-by: support-ops, expires: 2026-08-31}
#                              ^^^^^^^^^^^^^^^^^^^^ The waiver of \`pilot-only-data-source\` covers nothing: there is no \`acounts\` in \`data-sources\`. Did you mean \`accounts\`?
data-sources:
  accounts: {environment: pilot}
`,
        fixed: `
waivers:
  pilot-only-data-source: {at: data-sources.accounts, reason: It is replaced, approved-by: support-ops, expires: 2026-08-31}
data-sources:
  accounts: {environment: pilot}
`,
      },
      {
        plan: `
waivers:
  missing-key: {at: rollout.steps.3, reason: Not needed, approved-by: support-ops, expires: 2026-08-31}
#                   ^^^^^^^^^^^^^^^ The waiver of \`missing-key\` covers nothing: there is no \`3\` in \`rollout.steps\`. Write the keys that lead
rollout:
  steps: [{id: shadow}, {id: canary}]
`,
      },
    ],
    good: [
      `
waivers:
  missing-outcome: {at: outcome, reason: We only try it, approved-by: support-ops, expires: 2026-08-31}
  missing-benchmark: {at: rollout.steps.canary, reason: We only try it, approved-by: support-ops, expires: 2026-08-31}
rollout:
  steps: [{id: shadow}, {id: canary}]
`,
      `
waivers:
  missing-key: {reason: The owner starts in May, approved-by: support-ops, expires: <last day>}
  no-such-rule: {}
`,
    ],
  },
  check: {
    Waiver(waiver, context) {
      const id = waiver.key?.text ?? "";
      const rule = context.known.get(id);
      if (!rule) return;
      const at = context.checked.nameOf(waiver);
      if (isStructural(rule)) {
        context.report(
          at,
          `Findings of \`${id}\` can't be waived: they say that the plan contradicts itself or can't be read, and that is not a risk to take but a thing to put right.`,
        );
        return;
      }
      checkPath(waiver, id, context);
      const lacks = REQUIRED_OF_WAIVERS.filter((name) => !waiver.has(name));
      if (lacks.length === 0) return;
      const insertions = lacks.map((name) => ({ name, key: Waiver.keys[name] }));
      context.report(at, `The waiver of \`${id}\` lacks ${listNames(lacks)}, so it does not count.`, {
        fixes: waiver.borrowed ? [] : [context.insertFix(`Insert ${listNames(lacks)}`, waiver, insertions)],
      });
    },
  },
});

/** A path that leads nowhere covers nothing; one that leads to a key that is not there covers what is said of its absence. */
function checkPath(waiver: NodeOf<typeof Waiver>, id: string, context: RuleContext): void {
  const at = waiver.get("at");
  if (at?.value === undefined) return;
  const { node, rest } = followPath(context.plan, at.value);
  const [name] = rest;
  if (name === undefined || knowsKey(node, name) || node.section?.broken || context.file.garbled.has(name)) return;
  const way = at.value.split(".").map((part) => part.trim());
  const walked = way.slice(0, way.length - rest.length);
  const meant = didYouMean(name, namesIn(node));
  const advice = meant
    ? `Did you mean \`${meant}\`?`
    : "Write the keys that lead to the place, with dots between them.";
  const where = walked.length > 0 ? `\`${walked.join(".")}\`` : "this plan";
  context.report(at, `The waiver of \`${id}\` covers nothing: there is no \`${name}\` in ${where}. ${advice}`, {
    fixes: meant ? rewrite(context, at, [...walked, meant, ...rest.slice(1)].join(".")) : [],
  });
}

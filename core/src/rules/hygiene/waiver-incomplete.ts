import { Waiver } from "../../language/index.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { isStructural, REQUIRED_OF_WAIVERS } from "../silence.ts";

export default defineRule({
  id: "waiver-incomplete",
  principle: "agreed-success",
  severity: always("warning"),
  summary: "A waiver says why, who approved it and until when, and is of something that can be waived.",
  why: `A waiver is a risk that somebody takes. Without a reason, a name and an end it is a risk that nobody took and that never
ends, so it does not count, and what it should cover shows as before.`,
  silent:
    "For placeholders (`placeholder-left` speaks of those) and for rules that do not exist (`undefined-reference`).",
  source: "The plan language: waivers; NIST AI RMF, MANAGE 1.4",
  reads: ["waivers"],
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
    ],
    good: [
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
      const lacks = REQUIRED_OF_WAIVERS.filter((name) => !waiver.has(name));
      if (lacks.length === 0) return;
      const insertions = lacks.map((name) => ({ name, key: Waiver.keys[name] }));
      context.report(at, `The waiver of \`${id}\` lacks ${listNames(lacks)}, so it does not count.`, {
        fixes: waiver.borrowed ? [] : [context.insertFix(`Insert ${listNames(lacks)}`, waiver, insertions)],
      });
    },
  },
});

import { quoteIfNeeded } from "../../edits/render.ts";
import { listNames } from "../messages.ts";
import { accountableRoles } from "../raci.ts";
import { defineRule } from "../rule.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "raci-accountable",
  principle: "agreed-success",
  severity: from("proposal", "warning"),
  summary: "Each decision has exactly one accountable role.",
  why: `Accountable is who answers for the decision when it turns out wrong. Where two are named, each relies on the other, and
the go-live happens because nobody said no.`,
  silent: "Where `accountable` is missing (`missing-key` speaks of that) or still a placeholder.",
  source: "RACI: one accountable for each decision; article, Agreeing on what success looks like before you build",
  reads: ["decisions"],
  examples: {
    bad: [
      {
        plan: `
decisions:
  go-live: {accountable: [head-of-support, routing-sre], responsible: [routing-sre]}
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`go-live\` has 2 accountable roles, \`head-of-support\` and \`routing-sre\`
  shut-down: {accountable: []}
#                          ^^ Nobody is accountable for \`shut-down\`
`,
      },
      {
        plan: `
decisions:
  go-live:
    accountable: head-of-support and routing-sre
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`go-live\` has 2 accountable roles
`,
        fixed: `
decisions:
  go-live:
    accountable: head-of-support
`,
      },
    ],
    good: [
      `
decisions:
  go-live: {accountable: head-of-support, responsible: [routing-sre, triage-lead]}
  shut-down: {accountable: <id of a role>}
  extend: {accountable: [head-of-support]}
`,
    ],
  },
  check: {
    Decision(decision, context) {
      const node = decision.entry("accountable")?.value;
      const roles = node && accountableRoles(node);
      if (!node || !roles) return;
      const name = decision.key?.text;
      if (roles.length === 0) {
        context.report(node, `Nobody is accountable for \`${name}\`. Name the one role that answers for it.`);
        return;
      }
      context.report(
        node,
        `\`${name}\` has ${roles.length} accountable roles, ${listNames(roles)}, and shared between them nobody answers for it. Keep one, and list the others as \`responsible\` or \`consulted\`.`,
        {
          fixes: node.borrowed
            ? []
            : roles.map((role) =>
                context.replaceFix(`Keep \`${role}\` alone`, node, quoteIfNeeded(role), { preferred: false }),
              ),
        },
      );
    },
  },
});

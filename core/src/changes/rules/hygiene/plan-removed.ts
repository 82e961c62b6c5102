import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { isLivePlanRemoved } from "../../removed-plan.ts";

export default defineChangeRule({
  id: "plan-removed",
  principle: "traceability",
  severity: from("pilot", "warning"),
  summary: "The plan of a system that is in use is not deleted or emptied unseen.",
  why: `While a system runs, its plan is where people look up who answers for it, how it is stopped and what it has to achieve; and
where reviews and checks begin. Without the plan the system runs on, and nothing watches over it any more. Among many changed
files a deletion is easily overlooked.`,
  silent: `For plans that claim \`proposal\` or \`build\`, or no stage; for catalogs; and for a plan that was moved: its \`name\` says that it is the
same one. Of a plan that is gone no other rule speaks.`,
  source: "NIST AI RMF, GOVERN 1.7; Article, Frequently Asked Questions",
  examples: {
    bad: [
      {
        before: `
aiplan: 1
name: ticket-routing
stage: production
operating-limits: {autonomy: act, kill-switch: {how: Set the flag, operators: [sre], max-time: 5 min}}
`,
        after: `
aiplan: 1
^^^^^^ The plan, which claimed \`production\`, was removed
name: ticket-routing
`,
      },
    ],
    good: [
      {
        before: `
aiplan: 1
name: ticket-routing
stage: build
operating-limits: {autonomy: act}
`,
        after: `
aiplan: 1
name: ticket-routing
`,
      },
      {
        before: `
aiplan: 1
name: ticket-routing
stage: pilot
`,
        after: `
aiplan: 1
name: ticket-routing
stage: pilot
title: Ticket routing
`,
      },
    ],
  },
  judge: {
    Plan({ before }, context) {
      const stage = before?.get("stage");
      if (!stage || !isLivePlanRemoved(context.before.file, context.after.file)) return;
      context.report(
        { before: stage },
        {
          what: `The plan, which claimed \`${stage.word}\`, was removed`,
          so: "nobody can look up any more who answers for the system, how it is stopped and what it has to achieve, and no check looks at it",
          advice: "Put it back; or, if the system is no longer in use, say so where this change is reviewed.",
        },
      );
    },
  },
});

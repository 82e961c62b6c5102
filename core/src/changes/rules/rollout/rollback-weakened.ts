import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { type Consequence, reportChanged, reportLost, reportMoved } from "../../judging.ts";

const SLOWER: Consequence = {
  so: "for so much longer wrong output reaches people after somebody has decided to go back",
  advice: "Keep the time that was agreed, and practise until it is met.",
};

export default defineChangeRule({
  id: "rollback-weakened",
  principle: "escalation-before-go-live",
  severity: from("build", "warning"),
  summary: "The way back stays as short and as sure as it was, and there is somewhere to go back to.",
  why: `A rollback is planned while nobody needs it, and cut while nobody needs it. A way back that is slower than agreed, that is
no longer tested, or that leads to a manual process which can no longer carry the load is found out in the very hour in which
the system must be taken out of use.`,
  silent: `For plans at \`proposal\`, where the system only suggests, for a way back that gets shorter, and for fallback modes that no part of the plan uses.`,
  source: "Kubernetes production readiness review, rollback; Article, What the 12% do differently",
  implies: ["missing-rollback", "fallback-capacity-exceeded", "missing-failure-behaviour"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes:
  manual-queue: {how: Dispatchers sort the inbox, owner: support-ops, capacity: 1000 item/h}
systems:
  crm: {on-failure: queue}
rollout:
  rollback: {to: manual-queue, max-time: 10 min, tested: 2026-06-15, owner: routing-sre}
`,
        after: `
stage: pilot
workflow: {fallback: manual-queue}
fallback-modes:
  manual-queue: {how: Dispatchers sort the inbox, owner: support-ops, capacity: 200 item/h}
#                                                                               ^^^^^^^^^^ The capacity of fallback mode \`manual-queue\` was lowered from 1,000 item/h to 200 item/h
systems:
  crm: {on-failure: fail}
#                   ^^^^ The behaviour on failure of system \`crm\` was changed from \`queue\` to \`fail\`
rollout:
  rollback: {to: manual-queue, max-time: 4 h, owner: routing-sre}
# ^^^^^^^^ The date on which the rollback was tested was removed
#                                        ^^^ The longest time to go back of the rollback was lengthened from 10 min to 4 h
`,
      },
      {
        before: `
stage: production
workflow: {fallback: manual-queue}
rollout:
  rollback: {to: manual-queue, max-time: 10 min}
  steps: [{id: full, traffic: 100%}]
`,
        after: `
stage: production
workflow: {}
^^^^^^^^ The fallback mode of the workflow was removed
rollout:
^^^^^^^ The rollback was removed
  steps: [{id: full, traffic: 100%}]
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
fallback-modes:
  manual-queue: {capacity: 1000 item/h}
rollout:
  rollback: {to: manual-queue, max-time: 10 min}
`,
        after: `
stage: pilot
fallback-modes:
  by-hand: {capacity: 1200 item/h}
rollout:
  rollback: {to: by-hand, max-time: 5 min, tested: 2026-06-15}
`,
      },
    ],
  },
  judge: {
    Rollout({ before, after }, context) {
      if (context.after.file.root.get("operating-limits")?.get("autonomy")?.value === "suggest") return;
      const gone: Consequence = {
        so: "when the output goes wrong, how to take the system out of use is worked out while it does harm",
        advice: "Put it back, with its longest time and its owner.",
        ...(context.stage === "production" ? { severity: "error" } : {}),
      };
      reportLost(before, after ?? context.after.file.root, "rollback", gone, context);
    },
    Rollback({ before, after }, context) {
      if (!before || !after) return;
      reportMoved(before.get("max-time"), after.get("max-time"), "higher", SLOWER, context);
      reportLost(before, after, "max-time", SLOWER, context);
      const untested = {
        so: "a way back that was never tried tends to fail when it is needed",
        advice: "Test it again.",
      };
      reportLost(before, after, "tested", untested, context);
      reportLost(
        before,
        after,
        "owner",
        { so: "nobody in particular decides to go back", advice: "Name a role." },
        context,
      );
    },
    Workflow({ before, after }, context) {
      const so = "while the system is off, nobody knows how the work gets done";
      reportLost(
        before,
        after ?? context.after.file.root,
        "fallback",
        { so, advice: "Name a fallback mode." },
        context,
      );
    },
    FallbackMode({ before, after }, context) {
      const so = "when the system is taken out of use, more falls to this mode than it can carry";
      const advice = "See that it can still carry the peak.";
      reportMoved(before?.get("capacity"), after?.get("capacity"), "lower", { so, advice }, context);
    },
    System({ before, after }, context) {
      const [was, is] = [before?.get("on-failure"), after?.get("on-failure")];
      if (was?.value === undefined || was.value === "fail" || is?.value !== "fail") return;
      const so = "items are now lost whenever this system does not answer";
      reportChanged(was, is, { so, advice: "Keep them in a queue, or hand them to a fallback mode." }, context);
    },
  },
});

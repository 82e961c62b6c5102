import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-failure-behaviour",
  principle: "load-on-legacy",
  severity: ramp("pilot"),
  summary: "For each system, the plan says how long to wait for it and what happens to an item when it doesn't answer.",
  why: `Every system fails at some time, and hangs more often than it fails. Without a timeout, items wait for the one that hangs until
all of them do; without a decision on what happens then, it is taken by whatever the code happens to do, which mostly is to
lose the item. In a pilot this is met once and waved away, in production it is the outage that everybody remembers.`,
  silent:
    "For systems that a catalog lends, for a placeholder or a value that cannot be read, and where the YAML around is broken. At the stage build it is a hint.",
  source: "Article, The gap between testing and production; Google SRE book, Launch Coordination Checklist",
  reads: ["systems"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
systems:
  helpdesk:
# ^^^^^^^^ \`helpdesk\` lacks \`timeout\` and \`on-failure\`: nobody has decided how long an item waits for it and what happens then.
    owner: helpdesk-team
    calls-per-item: 3
  crm-db: {calls-per-item: 1, timeout: 1 s}
# ^^^^^^ \`crm-db\` lacks \`on-failure\`: what happens to an item when it doesn't answer is left to chance.
  model-api: {on-failure: queue}
# ^^^^^^^^^ \`model-api\` lacks \`timeout\`: when it hangs, every item waits with it.
`,
        fixed: `
stage: pilot
systems:
  helpdesk:
    owner: helpdesk-team
    calls-per-item: 3
    timeout: <longest wait for an answer e.g. 2 s>
    on-failure: <retry or queue or fail or id of a fallback mode>
  crm-db: {calls-per-item: 1, timeout: 1 s, on-failure: <retry or queue or fail or id of a fallback mode>}
  model-api: {timeout: <longest wait for an answer e.g. 2 s>, on-failure: queue}
`,
      },
      {
        plan: `
stage: production
systems:
  model-api:
# ^^^^^^^^^ \`model-api\` lacks \`timeout\`: when it hangs
    on-failure: fail
`,
        fixed: `
stage: production
systems:
  model-api:
    timeout: <longest wait for an answer e.g. 2 s>
    on-failure: fail
`,
      },
    ],
    good: [
      `
stage: production
systems:
  helpdesk: {timeout: 2 s, on-failure: queue}
  crm-db: {timeout: <longest wait for an answer e.g. 2 s>, on-failure: unknown-mode}
  model-api: {timeout: soon, on-failrue: queue}
`,
      `
stage: proposal
systems:
  helpdesk: {calls-per-item: 3}
`,
      `
-- org.aiplan --
kind: catalog
systems:
  helpdesk: {calls-per-item: 3}
-- plan.aiplan --
stage: production
imports: [./org.aiplan]
`,
    ],
  },
  check: {
    System(system, context) {
      reportLacks(
        context,
        system,
        context.checked.nameOf(system),
        (keys, names) => `\`${system.key?.text}\` lacks ${keys}: ${consequence(names)}`,
      );
    },
  },
});

function consequence(names: readonly string[]): string {
  if (names.length === 2)
    return "nobody has decided how long an item waits for it and what happens then. The first time it hangs, everything hangs with it. Decide both before real cases depend on it.";
  return names[0] === "timeout"
    ? "when it hangs, every item waits with it. Write how long to wait for an answer."
    : "what happens to an item when it doesn't answer is left to chance. Write `retry`, `queue`, `fail` or the id of a fallback mode.";
}

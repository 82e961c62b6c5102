import type { Stub } from "../../edits/stub.ts";
import { KillSwitch, OperatingLimits } from "../../language/index.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { REGULATION, STOP } from "../eu-ai-act-obligations.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

export default defineRule({
  id: "eu-ai-act-stop",
  profile: "eu-ai-act-high-risk",
  principle: "operating-limits",
  severity: { pilot: "warning", production: "error" },
  summary: "A high-risk system can be stopped by those who oversee it, even if it only makes suggestions.",
  why: `A suggestion that nobody questions is a decision. Where a wrong one can harm people, those who watch over the system must
be able to stop it at once and know that the work goes on safely without it. Of a system that acts, every plan has to
say how; the law asks it of one that only suggests as well.`,
  silent: `Unless \`operating-limits.autonomy\` is \`suggest\`: of a system that acts, \`missing-kill-switch\` speaks. Also where the
switch is a placeholder, and where the YAML around is broken.`,
  source: `${REGULATION}, ${STOP.article}`,
  reads: ["operating-limits"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
profiles: [eu-ai-act-high-risk]
operating-limits:
^^^^^^^^^^^^^^^^ Nothing says how this system is stopped: there is no \`kill-switch\`
  autonomy: suggest
`,
        fixed: `
stage: pilot
profiles: [eu-ai-act-high-risk]
operating-limits:
  autonomy: suggest
  kill-switch: {how: <how it is stopped>, operators: [<id of a role>], max-time: <longest time to stop it e.g. 5 min>}
`,
      },
    ],
    good: [
      `
stage: production
profiles: [eu-ai-act-high-risk]
operating-limits:
  autonomy: suggest
  kill-switch: {how: The team lead hides the suggestions, operators: [team-lead], max-time: 5 min}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
operating-limits: {autonomy: suggest, kill-switch: <how the system is stopped>}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
operating-limits: {autonomy: act}
`,
      `
stage: production
operating-limits: {autonomy: suggest}
`,
    ],
  },
  check: {
    OperatingLimits(limits, context) {
      if (limits.get("autonomy")?.value !== "suggest" || isWritten(limits, "kill-switch")) return;
      const insertion = { name: "kill-switch", key: OperatingLimits.keys["kill-switch"], value: switchStub(context) };
      context.report(
        context.checked.nameOf(limits),
        `Nothing says how this system is stopped: there is no \`kill-switch\`. The EU AI Act asks for one in every high-risk system (${STOP.article}), and a suggestion that is wrong for everybody does its harm while people look for someone who may turn it off. Write how it is stopped, and by whom.`,
        { fixes: limits.borrowed ? [] : [context.insertFix("Insert `kill-switch`", limits, [insertion])] },
      );
    },
  },
});

/** The parts of it, which the language doesn't ask of a system that only suggests. */
function switchStub({ editor }: RuleContext): Stub {
  const { how, operators, "max-time": time } = KillSwitch.keys;
  const entries = [
    ["how", editor.stub(how)],
    ["operators", editor.stub(operators)],
    ["max-time", editor.stub(time)],
  ] as const;
  return { kind: "map", entries, inline: true };
}

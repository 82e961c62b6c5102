import { compareDates } from "../../../quantity/index.ts";
import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { reportLost, reportMoved, wordsOnlyIn } from "../../judging.ts";
import { saySame } from "../../meaning.ts";

export default defineChangeRule({
  id: "kill-switch-weakened",
  principle: "operating-limits",
  severity: { ...from("build", "warning"), ...from("pilot", "error") },
  summary: "The kill switch stays: it gets no slower, and no fewer people may use it.",
  why: `A system that acts on its own needs a way to be stopped at once. A switch that is taken out, slowed down, or left to one
person of two is missed on the day it is needed, and then the system goes on doing harm while people look for somebody who
may stop it.`,
  silent: `For plans at \`proposal\`, and where the system only suggests. For a switch that gets faster, or that others or more people operate, and for roles that are renamed.`,
  source: "Article, The gap between testing and production; NIST AI RMF, MANAGE 2.4; EU AI Act, Article 14(4)(e)",
  implies: ["missing-kill-switch", "kill-switch-untested"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
operating-limits:
  autonomy: act
  kill-switch: {how: Turn off the flag, operators: [routing-sre, triage-lead], max-time: 5 min, tested: 2026-06-15}
`,
        after: `
stage: pilot
operating-limits:
^^^^^^^^^^^^^^^^ The kill switch was removed: once the system errs nobody can stop it at once
  autonomy: act
`,
      },
      {
        before: `
stage: pilot
operating-limits:
  kill-switch: {how: Turn off the flag, operators: [routing-sre, triage-lead], max-time: 5 min, tested: 2026-06-15}
`,
        after: `
stage: pilot
operating-limits:
  kill-switch: {how: Call the vendor, operators: [routing-sre], max-time: 2 h, tested: 2026-06-15}
#                    ^^^^^^^^^^^^^^^ The kill switch works in another way, and has not been tested since
#                                     ^^^^^^^^^ The operator \`triage-lead\` of the kill switch was removed: fewer people can stop the system
#                                                                         ^^^ The longest time to stop of the kill switch was lengthened from 5 min to 2 h
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
operating-limits:
  kill-switch: {how: Turn off the flag, operators: [routing-sre], max-time: 5 min, tested: 2026-06-15}
`,
        after: `
stage: pilot
operating-limits:
  kill-switch: {how: Turn off the switch, operators: [routing-sre, triage-lead], max-time: 300 s, tested: 2026-07-01}
`,
      },
    ],
  },
  judge: {
    OperatingLimits({ before, after }, context) {
      if (after?.get("autonomy")?.value === "suggest") return;
      reportLost(
        before,
        after ?? context.after.file.root,
        "kill-switch",
        {
          so: "once the system errs nobody can stop it at once, and it goes on erring until somebody finds a way",
          advice: "Put it back, with its operators and its longest time.",
        },
        context,
      );
    },
    KillSwitch({ before, after }, context) {
      if (!before || !after) return;
      const slower = {
        so: "for so much longer the system goes on doing harm after somebody has decided to stop it",
        advice: "Keep the old time, or say in a waiver who accepts the longer one.",
      };
      reportMoved(before.get("max-time"), after.get("max-time"), "higher", slower, context);
      reportLost(before, after, "max-time", { ...slower, so: "nobody knows how long stopping it takes" }, context);
      const renamed = (role: string) => context.comparison.versions.renames.of("role", role);
      const operators = (switched: typeof before) => switched.get("operators")?.items().length ?? 0;
      const isReplaced = operators(after) >= operators(before);
      for (const role of isReplaced
        ? []
        : wordsOnlyIn(before.get("operators"), after.entry("operators")?.value, renamed))
        context.removed(
          role,
          {
            noun: "operator",
            name: `\`${role.word}\``,
            single: `the operator \`${role.word}\` of the kill switch`,
            so: "fewer people can stop the system, and it waits for the one who is away",
            advice: "Name somebody in their place.",
          },
          { severity: "warning" },
        );
      reportLost(
        before,
        after,
        "tested",
        {
          so: "a switch that was never tried tends to fail when it is needed",
          advice: "Put the day back, or test it again.",
          severity: "warning",
        },
        context,
      );
      const [how, howNow] = [before.get("how"), after.get("how")];
      const [tested, testedNow] = [before.get("tested")?.value, after.get("tested")?.value];
      if (how?.value === undefined || howNow?.value === undefined || !tested || !testedNow) return;
      if (saySame(how, howNow, context.comparison.versions) || compareDates(testedNow, tested) !== 0) return;
      context.report(
        { before: how, after: howNow },
        {
          what: "The kill switch works in another way, and has not been tested since",
          so: `\`tested\` (${tested.text}) speaks of the way it worked before`,
          advice: "Test it again and write the day.",
        },
        { severity: "warning" },
      );
    },
  },
});

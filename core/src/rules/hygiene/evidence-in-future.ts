import { objectTypes } from "../../language/index.ts";
import { type Key, STAGES } from "../../language/types.ts";
import { compareDates, readDate } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

/** The dates that stand for something done. Those without a due stage always do; the others once they are due. */
const EVIDENCE: { readonly [Type in keyof typeof objectTypes]?: string } = {
  Outcome: "agreed",
  Workflow: "redesign-approved",
  SuccessCriteria: "agreed",
  Target: "baseline-measured",
  Economics: "agreed",
  Join: "profiled",
  LoadTest: "date",
  KillSwitch: "tested",
  Monitoring: "designed",
  Rollback: "tested",
  RolloutStep: "entered",
};

export default defineRule({
  id: "evidence-in-future",
  principle: "right-order",
  severity: always("warning"),
  summary: "What must be done by the stage that the plan claims is not dated in the future.",
  why: `"Tested" with a date to come is a test that has not been made. Plans are approved on dates like these, and the day the
kill switch is needed is the first day anybody tries it.`,
  silent: `For dates that are due only at a later stage, and where the date is not known: on the command line without \`as-of\`. In
the editor it is a hint against today.`,
  source: "Article, The Path Forward",
  reads: [
    "outcome",
    "workflow",
    "success-criteria",
    "economics",
    "load-test",
    "joins",
    "operating-limits",
    "monitoring",
    "rollout",
  ],
  clock: true,
  examples: {
    options: { clock: { date: readDate("2026-03-02").date!, source: "as-of" } },
    bad: [
      {
        plan: `
stage: build
success-criteria:
  agreed: 2026-04-06
#         ^^^^^^^^^^ \`agreed\` is dated 2026-04-06, but it is only 2026-03-02
  targets:
    accuracy: {baseline: 71%, baseline-measured: 2026-05-01}
#                                                ^^^^^^^^^^ \`baseline-measured\` is dated 2026-05-01
joins:
  ticket-account: {profiled: 2026-03-25}
#                            ^^^^^^^^^^ \`profiled\` is dated 2026-03-25
`,
      },
    ],
    good: [
      `
stage: build
outcome: {agreed: 2026-03-02}
load-test: {date: 2026-06-10}
operating-limits:
  kill-switch: {tested: 2026-06-15}
`,
      `
stage: proposal
success-criteria: {agreed: 2026-04-06}
`,
    ],
  },
  check: {
    File(file, context) {
      const { clock, stage } = context;
      for (const [type, name] of Object.entries(EVIDENCE)) {
        const keys: Readonly<Record<string, Key>> = objectTypes[type as keyof typeof objectTypes].keys;
        const due = keys[name]?.due;
        if (due && STAGES.indexOf(due) > STAGES.indexOf(stage)) continue;
        for (const object of file.objects.get(type) ?? []) {
          const node = object.get(name);
          const date = node?.kind === "scalar" && node.type?.kind === "date" ? node.value : undefined;
          if (!node || !clock || typeof date !== "object" || compareDates(date, clock.date) <= 0) continue;
          context.report(
            node,
            `\`${name}\` is dated ${date.text}, but it is only ${clock.date.text}: what is still to come is no evidence. Correct the date, or claim a stage at which it isn't due yet.`,
          );
        }
      }
    },
  },
});

import type { Stage } from "../../language/types.ts";
import { isWhole } from "../../syntax/plan-file.ts";
import type { Place } from "../../workspace/checked-plan.ts";
import { blockersOf } from "../blockers.ts";
import type { Finding } from "../finding.ts";
import { defineRule } from "../rule.ts";
import { headlineOf, withinSentence } from "../words.ts";

/** A proposal that says all that is due, for the examples; `selected` is the day the technology is chosen. */
const proposal = (selected: string) => `aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier: limited
outcome: {statement: Cut the time to the right team., kpi: time-to-right-team, agreed: 2026-01-30}
milestones: {technology-selected: ${selected}, build-start: 2026-03-02}
metrics:
  time-to-right-team: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    time-to-right-team: {baseline: 4.2 h, month-1: 3 h, month-6: 1.5 h}
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.04 EUR/item, value-per-item: 0.25 EUR/item, ceiling: 22000 EUR/mo, payback: 14 mo}
load: {unit: item, average: 3200 item/d, month-6: 4000 item/d}
data-sources:
  tickets: {environment: production, used-for: [inference]}
roles:
  support-ops: {contact: ops@example.com}
`;

const CARETS = "stage: proposal\n#      ^^^^^^^^";

export default defineRule({
  id: "stage-not-earned",
  principle: "right-order",
  severity: { proposal: "warning", production: "error" },
  summary: "Nothing that is due stands between a plan and the stage that it claims.",
  why: `Budgets, access to real data and the decision to go live hang on the stage that a plan claims. A pilot that has not
answered what a build must answer takes the gap along, and it is closed later, in a hurry and at several times the cost.
This one finding sums up what is in the way, the gravest first, so that the next talk can be about that.`,
  silent: `For information and hints, such as what is only due at the next stage; for what a waiver accepts or a comment ignores;
for what rests on today's date alone; where the plan claims no stage that can be read; in catalogs; and while the YAML
cannot be read as a whole, because then nobody knows what is there.`,
  source: "Article, The Path Forward",
  implies: "*",
  reads: "*",
  examples: {
    bad: [
      {
        plan: proposal("2026-01-09").replace(
          "stage: proposal",
          `${CARETS} This plan claims \`proposal\`, but one thing stands in the way: the technology is selected on 2026-01-09, 3 weeks before the outcome was agreed (2026-01-30). Settle it before`,
        ),
      },
      {
        plan: proposal("2026-02-20")
          .replace("month-1: 3 h, month-6: 1.5 h", "month-1: 1 h, month-6: 2 h")
          .replace(
            "stage: proposal\nowner: support-ops",
            `${CARETS} This plan claims \`proposal\`, but 2 things stand in the way: there is no role \`support-lead\` in this plan; the month-six target (2 h) is weaker than that of month one (1 h). Settle them before\nowner: support-lead`,
          ),
      },
      {
        plan: proposal("2026-02-20")
          .replace("month-1: 3 h, month-6: 1.5 h", "month-1: <target>, month-6: <target>")
          .replace(
            "stage: proposal",
            `${CARETS} This plan claims \`proposal\`, but one thing stands in the way: 2 placeholders are still to be filled in. Settle them before`,
          ),
      },
      {
        plan: `
stage: production
#      ^^^^^^^^^^ This plan claims \`production\`, but
outcome: {statement: Cut the time to the right team., agreed: 2026-01-30}
`,
      },
    ],
    good: [
      proposal("2026-02-20"),
      `${proposal("2026-01-09")}waivers:
  technology-before-outcome: {reason: The contract for the model was signed for another project, approved-by: support-ops, expires: 2026-12-31}
`,
      `
outcome: {agreed: 2026-01-30}
milestones: {technology-selected: 2026-01-09}
`,
      `
stage: <proposal or build or pilot or production>
`,
      `
stage: pilot
outcome:
  kpi: time
 statement
`,
      `
kind: catalog
name: org
roles: {ops: {}}
`,
    ],
  },
  check: {
    Findings(findings, context) {
      const { file, stage, checked, known } = context;
      const claimed = file.root.get("stage")?.value;
      const isAsked = claimed !== undefined || file.isStageSupposed;
      if (!isAsked || !isWhole(file)) return;
      const blockers = blockersOf(findings, checked, known);
      if (blockers.length === 0) return;
      // Each placeholder has its own warning: together they are one thing to do.
      const placeholders = blockers.filter(({ rule }) => rule === PLACEHOLDERS);
      const others = blockers.filter(({ rule }) => rule !== PLACEHOLDERS);
      const things = others.length + Math.min(1, placeholders.length);
      const what = things === 1 && placeholders.length < 2 ? "it" : "them";
      const count = things === 1 ? "one thing stands" : `${things} things stand`;
      const isClaimed = claimed === stage;
      const verdict = isClaimed ? `claims \`${stage}\`, but` : `does not earn \`${stage}\` yet, for`;
      const left = placeholders.length > 0 ? [leftToFill(placeholders.length)] : [];
      context.report(
        checked.sectionPlace(),
        `This plan ${verdict} ${count} in the way: ${inWords(others, left).join("; ")}. ${adviceFor(stage, isClaimed, what)}`,
        {
          related: [
            ...others
              .slice(0, MOST_SHOWN)
              .map(({ place, rule, message }) => ({ at: place, message: `${headlineOf(message)} (${rule})` })),
            ...moreOf(others.slice(MOST_SHOWN)),
            ...placeholders.slice(0, 1).map(({ place, rule }) => ({
              at: place,
              message: `To be filled in: ${placeholders.length > 1 ? `${placeholders.length} placeholders, the first here` : "a placeholder"} (${rule})`,
            })),
          ],
        },
      );
    },
  },
});

/** @param what that which stands in the way: "it" or "them" */
function adviceFor(stage: Stage, isClaimed: boolean, what: string): string {
  if (!isClaimed) return `Settle ${what} before it claims that stage.`;
  return stage === "proposal"
    ? `Settle ${what} before the plan is decided on.`
    : `Settle ${what}, or claim an earlier stage until then.`;
}

const PLACEHOLDERS = "placeholder-left";

function leftToFill(count: number): string {
  return count === 1 ? "a placeholder is still to be filled in" : `${count} placeholders are still to be filled in`;
}

/** More places than this make a list that nobody reads: each blocker has its own finding besides. */
const MOST_SHOWN = 5;

function moreOf(left: readonly Finding[]): { at: Place; message: string }[] {
  const [next] = left;
  return next ? [{ at: next.place, message: `… and ${left.length} more, the first of them here` }] : [];
}

/** As many kinds of blockers are told in words; the others are counted, and the gravest are shown at their places. */
const MOST_TOLD = 3;

/**
 * Of blockers of one rule the first is told: "`owner` is not defined (and 2 more like it)".
 *
 * @param besides what else is to be told, whatever the number of blockers
 */
function inWords(blockers: readonly Finding[], besides: readonly string[]): string[] {
  const alike = new Map<string, Finding[]>();
  for (const blocker of blockers) alike.set(blocker.rule, [...(alike.get(blocker.rule) ?? []), blocker]);
  const told = [...alike.values()].slice(0, MOST_TOLD);
  const words = told.flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more like it)` : "";
    return withinSentence(headlineOf(first.message)) + more;
  });
  const rest = blockers.length - told.flat().length;
  return [...words, ...besides, ...(rest > 0 ? [`and ${rest} more`] : [])];
}

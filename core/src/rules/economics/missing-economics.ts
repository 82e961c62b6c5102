import { listNames } from "../messages.ts";
import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-economics",
  principle: "economics-at-scale",
  severity: ramp("proposal"),
  summary: "A plan says what the system costs and earns, and how much work it will have to do.",
  why: `A pilot of a few hundred items hides the bill. "What does this cost at scale?" comes up in month three or four, and a
system that works is then stopped because nobody had agreed what it may cost. Costs without a volume, or a volume
without costs, answer nothing: it takes both.`,
  silent: "About single keys of the two sections (`missing-key` speaks of those), and where the YAML around is broken.",
  source: "Article, Agreeing on what success looks like before you build; The path forward",
  reads: ["economics", "load"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
#      ^^^^^^^^ Nothing says what this costs at scale: there is no \`economics\` and no \`load\`
`,
        fixed: `
stage: proposal
economics:
  agreed: <date agreed YYYY-MM-DD>
  build-cost: <cost to build it e.g. 180000 EUR>
  fixed-cost: <fixed running cost e.g. 5200 EUR/mo>
  cost-per-item: <cost of one item e.g. 0.035 EUR/item>
  value-per-item: <value of one item e.g. 0.25 EUR/item>
  ceiling: <highest monthly cost e.g. 22000 EUR/mo>
  payback: <time to earn it back e.g. 14 mo>
load: {unit: <one piece of work e.g. item>, average: <average load e.g. 3200 item/d>, peak: <load in the busiest hour e.g. 900 item/h>, month-6: <average load in month six e.g. 4000 item/d>}
`,
      },
      {
        plan: `
stage: build
#      ^^^^^ Nothing says how much work there will be: there is no \`load\`
economics: {agreed: 2026-02-06, build-cost: 180000 EUR}
`,
        fixed: `
stage: build
economics: {agreed: 2026-02-06, build-cost: 180000 EUR}
load: {unit: <one piece of work e.g. item>, average: <average load e.g. 3200 item/d>, peak: <load in the busiest hour e.g. 900 item/h>, month-6: <average load in month six e.g. 4000 item/d>}
`,
      },
      {
        plan: `
stage: proposal
#      ^^^^^^^^ Nothing says what this costs and earns: there is no \`economics\`
load: {unit: item, average: 3200 item/d, month-6: 4000 item/d}
`,
        fixed: `
stage: proposal
economics:
  agreed: <date agreed YYYY-MM-DD>
  build-cost: <cost to build it e.g. 180000 EUR>
  fixed-cost: <fixed running cost e.g. 5200 EUR/mo>
  cost-per-item: <cost of one item e.g. 0.035 EUR/item>
  value-per-item: <value of one item e.g. 0.25 EUR/item>
  ceiling: <highest monthly cost e.g. 22000 EUR/mo>
  payback: <time to earn it back e.g. 14 mo>
load: {unit: item, average: 3200 item/d, month-6: 4000 item/d}
`,
      },
    ],
    good: [
      `
stage: proposal
economics: {build-cost: 180000 EUR}
load: {average: 3200 item/d}
`,
      `
stage: production
economics: {build-cost: 180000 EUR}
load:
  unit: item
 average
`,
    ],
  },
  check: {
    Plan(plan, context) {
      const names = context.lacked(plan).lacks.map(({ name }) => name);
      const at = names.find((name) => plan.entry(name)) ?? names[0];
      reportLacks(context, plan, context.checked.sectionPlace(at), () => message(names));
    },
  },
});

function message(names: readonly string[]): string {
  const missing = names.map((name) => listNames([name])).join(" and no ");
  if (names.length === 2)
    return `Nothing says what this costs at scale: there is no ${missing}. The question comes up in month three or four, when the money is spent. Write the costs, the value of an item and the volume now.`;
  return names[0] === "load"
    ? `Nothing says how much work there will be: there is no ${missing}. What an item costs says nothing until it is multiplied by the volume of month six. Write the average and expected load.`
    : `Nothing says what this costs and earns: there is no ${missing}. The question comes up in month three or four, when the money is spent. Write the costs, the value of an item and the ceiling now.`;
}

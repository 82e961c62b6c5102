import type { History } from "../../language/index.ts";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatQuantity,
  millisecondsPerDay,
  type PlanDate,
  type Quantity,
} from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

/** People say 180 days for six months and 365 for a year: so much less is still the same. */
const SLACK = 0.02;

export default defineRule({
  id: "history-too-short",
  principle: "production-ready-data",
  severity: from("build", "warning"),
  summary: "When the build starts, the data goes back as far as the use needs.",
  why: `A model that has seen one summer takes it for every summer. What happens once a year, at the end of a quarter or every
second winter is in the data only if the data goes back that far, and more history cannot be bought later. Accuracy is then
good in the pilot and drops with the first season that the model has never seen.`,
  silent: `At the stage proposal, where \`needed\` is missing or cannot be read, and where neither \`from\` and \`build-start\` nor the
retention of a data contract is known. A few days less than a whole number of months are no matter.`,
  source:
    "Article, Why production-ready data is not the same as clean data; Open Data Contract Standard v3, slaProperties (retention)",
  reads: ["data-sources", "milestones"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02}
data-sources:
  tickets: {history: {from: 2025-06-01, needed: 24 mo}}
#                                               ^^^^^ \`tickets\` goes back to 2025-06-01, which is 9 months before the build starts (2026-03-02), but 24 mo are needed
  accounts:
    history:
      from: 2026-02-20
      needed: 1 y
#             ^^^ \`accounts\` goes back to 2026-02-20, which is 10 days before the build starts (2026-03-02), but 1 y is needed
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: build
milestones: {build-start: 2026-03-02}
data-sources:
  tickets:
    contract: ./tickets.odcs.yaml#/schema/tickets
    history: {from: 2023-01-01, needed: 24 mo}
#                                       ^^^^^ By its data contract \`tickets\` is kept for 1 y, but 24 mo are needed
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: retention, value: 1, unit: y}
`,
      },
    ],
    good: [
      `
stage: build
milestones: {build-start: 2026-03-02}
data-sources:
  tickets: {history: {from: 2023-01-01, needed: 24 mo}}
  exact: {history: {from: 2024-03-02, needed: 24 mo}}
  years: {history: {from: 2024-03-02, needed: 2 y}}
  days: {history: {from: 2025-03-02, needed: 365 d}}
  almost: {history: {from: 2024-03-07, needed: 2 y}}
  open: {history: {from: <date of the oldest record>, needed: 24 mo}}
  half: {history: {from: 2026-02-20}}
  other: {history: {needed: 24 mo}}
`,
      `
stage: build
milestones: {build-start: <date the build starts YYYY-MM-DD>}
data-sources:
  tickets: {history: {from: 2026-01-01, needed: 24 mo}}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02}
data-sources:
  tickets: {history: {from: 2026-01-01, needed: 24 mo}}
`,
      `
-- plan.aiplan --
stage: build
data-sources:
  tickets: {contract: ./tickets.odcs.yaml#/schema/tickets, history: {from: 2023-01-01, needed: 24 mo}}
-- tickets.odcs.yaml --
apiVersion: v3.1.0
kind: DataContract
schema:
  - name: tickets
    properties:
      - {name: id, logicalType: string}
slaProperties:
  - {property: retention, value: 730, unit: d}
`,
    ],
  },
  check: {
    DataSource(source, context) {
      const history = source.get("history");
      const needed = history?.get("needed")?.value;
      if (!history || !needed || needed.dimension !== "duration") return;
      const name = `\`${source.key?.text}\``;
      if (checkFrom(name, history, needed, context)) return;
      const retention = context.linked("data contract", source.get("contract"))?.retention;
      if (!retention || retention.value.base >= needed.base * (1 - SLACK)) return;
      context.report(
        history.get("needed")!,
        `By its data contract ${name} is kept for ${formatQuantity(retention.value)}, but ${isNeeded(needed)}: ${CONSEQUENCE}`,
        { related: [{ at: retention.place, message: `How long the data of ${name} is kept` }] },
      );
    },
  },
});

const CONSEQUENCE =
  "what happens more rarely than the data reaches back is new to the model when it happens in production. Find older data, or say why less will do and ask for less.";

/** Does the oldest record come too late for the build? */
function checkFrom(name: string, history: NodeOf<typeof History>, needed: Quantity, context: RuleContext): boolean {
  const first = history.get("from");
  const start = context.find("milestone", "build-start");
  if (!first?.value || !start?.value) return false;
  const slack = Math.floor((needed.base * SLACK) / millisecondsPerDay);
  if (compareDates(first.value, addDays(before(start.value, needed), slack)) <= 0) return false;
  const span = daysBetween(first.value, start.value);
  const [days, way] = span < 0 ? [-span, "after"] : [span, "before"];
  const place = days === 0 ? "the day on which" : `${spanInWords(days)} ${way}`;
  context.report(
    history.get("needed")!,
    `${name} goes back to ${first.value.text}, which is ${place} the build starts (${start.value.text}), but ${isNeeded(needed)}: ${CONSEQUENCE}`,
    {
      related: [
        { at: first, message: "The oldest record" },
        { at: start, message: "The start of the build" },
      ],
    },
  );
  return true;
}

/** The day so long before another; months and years by the calendar. */
function before(date: PlanDate, { unit, value, base }: Quantity): PlanDate {
  const months = unit === "mo" ? value : unit === "y" ? value * 12 : undefined;
  return months !== undefined && Number.isInteger(months)
    ? addMonths(date, -months)
    : addDays(date, -Math.ceil(base / millisecondsPerDay));
}

function spanInWords(days: number): string {
  const months = Math.round(days / 30.44);
  if (months >= 2) return `${months} months`;
  return days === 1 ? "1 day" : `${days} days`;
}

function isNeeded(needed: Quantity): string {
  return `${formatQuantity(needed)} ${needed.value === 1 ? "is" : "are"} needed`;
}

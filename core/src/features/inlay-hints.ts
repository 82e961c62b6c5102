import {
  caveatOf,
  type MonthlyCost,
  moneyAMonth,
  monthlyCost,
  monthlyNet,
  paybackTime,
  sumInWords,
  valueInWords,
} from "../figures/monthly-cost.ts";
import { reviewedRate } from "../figures/review-load.ts";
import { rolloutSchedule, type ScheduledStep } from "../figures/rollout-schedule.ts";
import { systemDemand } from "../figures/system-demand.ts";
import { systemsUsed } from "../figures/systems-used.ts";
import type { System } from "../language/index.ts";
import {
  compareDates,
  describeDate,
  distanceInWords,
  formatReadable,
  formatRounded,
  unitInTimeOf,
} from "../quantity/index.ts";
import type { NodeOf, ScalarNode, Span } from "../syntax/nodes.ts";
import { spanIn } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { plainText } from "./plain-text.ts";

/** A computed value to be shown in the text, after what it belongs to. */
export interface InlayHint {
  /** Into the text. */
  readonly offset: number;
  readonly text: string;
  /** How it was put together; plain text. */
  readonly tooltip: string;
}

type Said = Omit<InlayHint, "offset">;

/**
 * What follows from the numbers and dates of a plan, beside those that it follows from, in the order of the text. Only what
 * can be computed; nothing in a catalog, for it has no load and no dates.
 *
 * @param range only what stands in this part of the text
 */
export function inlayHints(plan: CheckedPlan, range: Span): InlayHint[] {
  if (plan.file.kind === "catalog" || plan.file.refusal) return [];
  const hints = new Hints(plan, range);
  hints.milestones();
  hints.economics();
  hints.systems();
  hints.borrowedSystems();
  hints.steps();
  return hints.found.sort((a, b) => a.offset - b.offset);
}

class Hints {
  readonly found: InlayHint[] = [];

  constructor(
    private readonly plan: CheckedPlan,
    private readonly range: Span,
  ) {}

  /** How far in time each milestone is from the one before. */
  milestones(): void {
    const dated = (this.plan.file.root.get("milestones")?.items() ?? []).flatMap(({ id, value }) =>
      value.value ? [{ id, node: value, date: value.value }] : [],
    );
    dated.sort((a, b) => compareDates(a.date, b.date));
    for (const [index, { node, date }] of dated.entries()) {
      const before = dated[index - 1];
      if (!before) continue;
      this.beside(node, () => ({
        text: `${distanceInWords(before.date, date)} ${before.id}`,
        tooltip: `${describeDate(date)}; ${before.id} is ${describeDate(before.date)}.`,
      }));
    }
  }

  economics(): void {
    const economics = this.plan.file.root.get("economics");
    const ceiling = economics?.get("ceiling");
    this.beside(ceiling, () => {
      const cost = monthlyCost(this.plan);
      if (!cost) return undefined;
      const total = moneyAMonth(cost.total, ceiling?.value);
      return {
        text: `${isWhole(cost) ? "" : "at least "}${total} at month six`,
        tooltip: plainText(`${sumInWords(cost)} = ${total}.${stepOf(cost)}${caveatOf(cost)}`),
      };
    });
    const payback = economics?.get("payback");
    this.beside(payback, () => {
      const monthly = monthlyNet(this.plan);
      const time = monthly && paybackTime(this.plan, monthly);
      const buildCost = economics?.get("build-cost")?.value;
      if (!time || !buildCost) return undefined;
      const { cost, value, net } = monthly;
      const months = formatRounded(time, "mo", payback?.value);
      return {
        text: `earned back in ${months}${isWhole(cost) ? "" : " at the earliest"}`,
        tooltip: plainText(
          `${formatReadable(buildCost)} to build / ${moneyAMonth(net)} net = ${months}. Month six brings in ${valueInWords(monthly)} = ${moneyAMonth(value)}, less costs of ${moneyAMonth(cost.total)} (${sumInWords(cost)}).${stepOf(cost)}${caveatOf(cost)}`,
        ),
      };
    });
  }

  /** The calls that each system gets, beside its limit. */
  systems(): void {
    for (const { value: system } of this.plan.file.root.get("systems")?.items() ?? [])
      this.beside(system.get("rate-limit"), () => this.demand(system));
  }

  /** The same for a system whose limit stands in a catalog, where the plan first gets live data from it. */
  borrowedSystems(): void {
    const borrowed = new Map(systemsUsed(this.plan).flatMap(({ id, system, isOwn }) => (isOwn ? [] : [[id, system]])));
    for (const { value: source } of this.plan.file.root.get("data-sources")?.items() ?? []) {
      const name = source.get("system");
      const isLive = source
        .get("used-for")
        ?.items()
        .some((use) => use.value === "inference");
      const system = isLive && name?.value !== undefined ? borrowed.get(name.value) : undefined;
      if (!name?.value || !system) continue;
      borrowed.delete(name.value);
      this.beside(name, () => this.demand(system, true));
    }
  }

  /** What people review at each step of the rollout, and when it can begin. */
  steps(): void {
    const average = this.plan.file.root.get("load")?.get("average")?.value;
    const schedule = rolloutSchedule(this.plan);
    for (const [index, scheduled] of schedule.entries()) {
      const { step } = scheduled;
      this.beside(step.get("review"), () => {
        const reviewed = reviewedRate(step, average);
        if (!reviewed) return undefined;
        const { quantity, how } = reviewed;
        const text = `= ${formatRounded(quantity, `${quantity.noun ?? ""}/d`)}`;
        return { text, tooltip: `${how} ${text} to be reviewed.` };
      });
      if (!step.has("entered"))
        this.beside(step.get("starts") ?? step.get("id"), () => this.start(scheduled, schedule[index - 1]));
    }
  }

  private start({ step, begins }: ScheduledStep, before: ScheduledStep | undefined): Said | undefined {
    if (!begins) return undefined;
    const starts = step.get("starts");
    const planned = this.plan.dateOf(starts);
    if (planned && compareDates(planned, begins) === 0) {
      const isMilestone = typeof starts?.value === "string";
      return isMilestone ? { text: `= ${begins.text}`, tooltip: `${describeDate(begins)}.` } : undefined;
    }
    const lasts = before?.step.get("min-duration")?.value;
    if (!before?.begins || !lasts) return undefined;
    const began = before.step.has("entered") ? "began" : "can begin";
    return {
      text: `not before ${begins.text}`,
      tooltip: `${before.name} ${began} on ${before.begins.text} and lasts ${formatReadable(lasts)} at the least: ${describeDate(begins)}.`,
    };
  }

  /** @param withLimit the limit doesn't stand beside it */
  private demand(system: NodeOf<typeof System>, withLimit = false): Said | undefined {
    const limit = system.get("rate-limit")?.value;
    const demand = limit && systemDemand(this.plan, system);
    if (!demand) return undefined;
    const { how, period, quantity } = demand;
    const unit = unitInTimeOf(limit, quantity);
    const rate = `${formatRounded(quantity, unit, limit)} ${period}`;
    const most = withLimit ? `, limit ${formatRounded(limit, unit)}` : "";
    return { text: `${rate}${most}`, tooltip: `${how} = ${rate}.` };
  }

  /** Puts a hint after a value. What came through an alias has no text here, and a block of text ends on another line. */
  private beside(node: ScalarNode | undefined, say: () => Said | undefined): void {
    if (node?.value === undefined || node.borrowed || node.style === "block") return;
    const offset = spanIn(this.plan.file, node).end;
    if (offset < this.range.start || offset > this.range.end) return;
    const said = say();
    if (said) this.found.push({ offset, ...said });
  }
}

/** Is all that the plan costs in the sum? */
function isWhole({ review }: MonthlyCost): boolean {
  return review.kind === "costed" || review.kind === "none";
}

/** Which step the review of the sum is that of, as a sentence with a space ahead of it. */
function stepOf({ review }: MonthlyCost): string {
  return review.kind === "costed" ? ` The review is that of \`${review.step.name}\`, the step at month six.` : "";
}

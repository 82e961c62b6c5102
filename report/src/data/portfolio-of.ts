import { language, type PrincipleId, ruleById } from "@aiplan/core";
import type { PlanReport, ReportPrinciple, ReportStatus } from "./plan-report.ts";
import type { Portfolio, PortfolioGap, PortfolioRow } from "./portfolio.ts";

/** So many gaps of each kind are listed: what fewer plans lack is no pattern, and would not fit on a page. */
const MOST_GAPS = 8;

/** Puts a portfolio together plan by plan. Of each plan it keeps a line, so that memory does not grow with what plans hold. */
export class PortfolioMaker {
  private readonly rows: PortfolioRow[] = [];
  private readonly unreadable: Portfolio["unreadable"][number][] = [];
  private readonly principles = new Map<PrincipleId, Gap>();
  private readonly rules = new Map<string, Gap>();
  private catalogs = 0;
  private ignored = 0;

  /** @param file the path of the plan's own report, if there is one beside that of the portfolio: see {@link PortfolioRow.report} */
  plan(report: PlanReport, file?: string): void {
    // A part of a text keeps the whole of it in memory, for as long as it is not copied.
    this.rows.push(JSON.parse(JSON.stringify(rowOf(report, file))));
    const { principles, blockers } = report.readiness;
    for (const one of principles) if (isGap(one)) count(this.principles, one.id, one.title, one.page);
    const blocking = new Map(blockers.map((blocker) => [blocker.rule, blocker]));
    for (const [rule, { page }] of blocking) count(this.rules, rule, ruleById.get(rule)?.summary ?? rule, page);
  }

  /** @param message why it could not be read, as a sentence */
  problem(path: string, message: string): void {
    this.unreadable.push({ path, message });
  }

  leaveOut(what: "catalog" | "ignored"): void {
    if (what === "catalog") this.catalogs++;
    else this.ignored++;
  }

  get portfolio(): Portfolio {
    const [asOf, ...otherDays] = new Set(this.rows.map((row) => row.asOf));
    return {
      kind: "portfolio",
      ...(asOf === undefined || otherDays.length > 0 ? {} : { asOf }),
      plans: this.rows.toSorted(neediestFirst),
      gaps: { principles: commonest(this.principles), rules: commonest(this.rules) },
      unreadable: this.unreadable,
      leftOut: { catalogs: this.catalogs, ignored: this.ignored },
    };
  }
}

type Gap = { -readonly [Key in keyof PortfolioGap]: PortfolioGap[Key] };

function isGap({ status }: ReportPrinciple): boolean {
  return status === "missing" || status === "partly";
}

function count<Id extends string>(gaps: Map<Id, Gap>, id: Id, title: string, page: string | undefined): void {
  const gap = gaps.get(id);
  if (gap) gap.plans++;
  else gaps.set(id, { id, title, plans: 1, ...(page === undefined ? {} : { page }) });
}

function commonest(gaps: ReadonlyMap<string, PortfolioGap>): PortfolioGap[] {
  const all = [...gaps.values()].sort((a, b) => b.plans - a.plans || compareTexts(a.id, b.id));
  return all.slice(0, MOST_GAPS);
}

function rowOf({ kind: _, readiness, pictures: __, ...plan }: PlanReport, report: string | undefined): PortfolioRow {
  const { principles, blockers, next, ...standing } = readiness;
  const [firstBlocker] = blockers;
  const [step] = next;
  const statuses: Record<ReportStatus, number> = { met: 0, partly: 0, missing: 0, "not-yet-due": 0 };
  for (const { status } of principles) statuses[status]++;
  return {
    ...plan,
    ...standing,
    blockers: blockers.length,
    ...(firstBlocker ? { firstBlocker } : {}),
    ...(step ? { next: step } : {}),
    principles: statuses,
    ...(report === undefined ? {} : { report }),
  };
}

/**
 * What needs attention first: plans that are not ready before those that are; among them the furthest stage, for most
 * depends on it; then the nearest go-live, and the lowest score.
 */
function neediestFirst(a: PortfolioRow, b: PortfolioRow): number {
  return (
    Number(a.isReady) - Number(b.isReady) ||
    language.STAGES.indexOf(b.stage) - language.STAGES.indexOf(a.stage) ||
    compareTexts(a.goLive ?? LATEST, b.goLive ?? LATEST) ||
    a.score - b.score ||
    compareTexts(a.path, b.path)
  );
}

/** After every date that a plan may write. */
const LATEST = "~";

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

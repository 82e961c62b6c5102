import { heaviestFirst } from "@aiplan/core";
import type { ReportedFinding } from "../report/file-report.ts";
import type { PlanDiff, ReportedChange } from "./plan-diff.ts";

/**
 * What has changed in a catalog has changed for every plan that imports it. Where the catalog itself was compared, it is told
 * there and once: as heavily as it weighs for the plan that it matters most to.
 */
export function atTheirPlace(plans: readonly PlanDiff[]): PlanDiff[] {
  const homes = new Map<string, Home>();
  for (const plan of plans) if (plan.kind === "catalog" && plan.after !== null) homes.set(plan.after, new Home(plan));
  const told = new Map(plans.map((plan) => [plan, plan.kind === "plan" ? withoutLent(plan, homes) : plan]));
  return plans.map((plan) => homes.get(plan.after ?? "")?.diff ?? told.get(plan) ?? plan);
}

/** A plan without what is told at its catalogs, which are given it. */
function withoutLent(plan: PlanDiff, homes: ReadonlyMap<string, Home>): PlanDiff {
  const homeOf = ({ before, after }: ReportedChange) =>
    [...homes.values()].find((home) => home.holds((after ?? before)?.place.path));
  const kept: ReportedFinding[] = [];
  const numbers = new Map<ReportedChange, number | "elsewhere">();
  for (const change of plan.changes)
    if (change.finding === undefined && homeOf(change)) numbers.set(change, "elsewhere");
  for (const [index, finding] of plan.findings.entries()) {
    const about = plan.changes.filter((change) => change.finding === index);
    const home = homes.get(finding.place.path);
    const isLent = home !== undefined && about.every((change) => homeOf(change) === home);
    if (isLent) home.take(finding, about);
    const number = isLent ? "elsewhere" : kept.push(finding) - 1;
    for (const change of about) numbers.set(change, number);
  }
  const changes = plan.changes.flatMap((change) => {
    const number = numbers.get(change);
    if (number === "elsewhere") return [];
    return [number === undefined ? change : { ...change, finding: number }];
  });
  return { ...plan, findings: kept, changes };
}

/** The difference of a catalog, to which plans add what it means for them. */
class Home {
  private readonly findings: ReportedFinding[];
  private readonly changes: ReportedChange[];

  constructor(private readonly own: PlanDiff) {
    this.findings = [...own.findings];
    this.changes = [...own.changes];
  }

  get diff(): PlanDiff {
    return { ...this.own, findings: this.findings, changes: this.changes };
  }

  holds(path: string | undefined): boolean {
    return path !== undefined && (path === this.own.after || path === this.own.before);
  }

  take(finding: ReportedFinding, about: readonly ReportedChange[]): void {
    const same = this.findings.findIndex((one) => one.rule === finding.rule && isSamePlace(one, finding));
    const known = this.findings[same];
    const index = known ? same : this.findings.push(finding) - 1;
    if (known && heaviestFirst(finding, known) < 0) this.findings[same] = finding;
    for (const change of about) {
      const at = this.changes.findIndex(({ path, kind }) => path === change.path && kind === change.kind);
      if (at < 0) this.changes.push({ ...change, finding: index });
      else this.changes[at] = { ...this.changes[at]!, finding: index };
    }
  }
}

function isSamePlace({ place: one }: ReportedFinding, { place: other }: ReportedFinding): boolean {
  const [{ start, end }, { start: from, end: to }] = [one.range, other.range];
  return (
    start.line === from.line &&
    start.character === from.character &&
    end.line === to.line &&
    end.character === to.character
  );
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isStructural, rules } from "@aiplan/core";
import { baseFolder, fromBase } from "../base-folder.ts";
import type { FileReport, ReportedFinding } from "../report/file-report.ts";
import type { KnownFinding, KnownPlan, KnownPlans } from "./baseline-file.ts";
import { type GoneFinding, meet } from "./meet.ts";

/** Known findings that are there no more, and the plan that they were in, by its path from the base folder. */
export interface GoneFromPlan extends GoneFinding {
  readonly plan: string;
}

/** What became of a baseline in a run. */
export interface BaselineSummary {
  /** How many findings were left out, for they are known. */
  readonly known: number;
  /** How many are known and were looked for, but are there no more. */
  readonly gone: number;
  /** Which those are. */
  readonly absent: readonly GoneFromPlan[];
}

export interface BaselineOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Only these rules are reported. */
  readonly only?: readonly string[];
  /** Everything that is found is to be known from now on. */
  readonly isRewritten: boolean;
}

/** A broken plan cannot be judged, so that it was broken before is no excuse. */
const NEVER_KNOWN = new Set(rules.filter(isStructural).map(({ id }) => id));
/** What has changed since a commit is never old: the rules that say so are not among these. */
const CAN_BE_KNOWN = new Set(rules.map(({ id }) => id).filter((id) => !NEVER_KNOWN.has(id)));

/** What is known already, held against the reports of a run, one after the other. */
export class Baseline {
  private readonly base: string;
  private readonly fromBase: (shown: string) => string;
  /** What was found in each plan that was looked at. */
  private readonly found = new Map<string, KnownPlan>();
  /** Where a plan was that has been moved since. */
  private readonly earlierPaths = new Map<string, string>();
  private readonly absent: GoneFromPlan[] = [];
  private leftOut = 0;
  /** How many errors were found that no baseline takes. */
  refused = 0;

  constructor(
    private readonly before: KnownPlans,
    private readonly options: BaselineOptions,
  ) {
    this.base = baseFolder(options.cwd);
    this.fromBase = fromBase(options.cwd);
  }

  /** The report with its findings parted into those that count and those that are known. */
  judge(report: FileReport): FileReport {
    const plan = this.fromBase(report.path);
    const candidates = report.findings.filter(canBeKnown);
    this.follow(plan, report.name);
    const { states, gone } = meet(candidates, this.lookedFor(plan));
    const stateOf = new Map(candidates.map((finding, index) => [finding, states[index]!]));
    const findings: ReportedFinding[] = [];
    const known: ReportedFinding[] = [];
    for (const finding of report.findings) {
      const state = stateOf.get(finding);
      const isKnown = state !== undefined && (state === "unchanged" || this.options.isRewritten);
      (isKnown ? known : findings).push({ ...finding, baseline: state ?? "new" });
    }
    for (const one of gone) this.absent.push({ ...one, plan });
    const { name } = report;
    const kept = this.options.isRewritten ? counted(candidates) : [];
    this.found.set(plan, { ...(name === undefined ? {} : { name }), findings: kept });
    this.leftOut += known.length;
    this.refused += findings.filter(({ rule }) => NEVER_KNOWN.has(rule)).length;
    return { ...report, findings, known };
  }

  /** Call it when all reports have been judged. */
  get summary(): BaselineSummary {
    const deleted = [...this.before.keys()].filter((plan) => this.isDeleted(plan));
    const ofDeleted = deleted.flatMap((plan) => meet([], this.lookedFor(plan)).gone.map((one) => ({ ...one, plan })));
    const absent = [...this.absent, ...ofDeleted];
    return { known: this.leftOut, gone: absent.reduce((sum, { count }) => sum + count, 0), absent };
  }

  /** What is to be known from now on: what was found, and what was known of all that this run has not looked at. */
  get next(): KnownPlans {
    const next = new Map(this.before);
    for (const plan of [...next.keys(), ...this.found.keys()]) {
      const found = this.found.get(plan);
      if (!found && !this.isDeleted(plan)) continue;
      const others = this.knownOf(plan).filter((one) => !this.isLookedFor(one));
      next.set(plan, { ...(found ?? this.before.get(plan)), findings: [...others, ...(found?.findings ?? [])] });
    }
    for (const earlier of this.earlierPaths.values()) next.delete(earlier);
    return next;
  }

  /** What is known of a plan under another path goes with it: its name says that it is the same one. */
  private follow(plan: string, name: string | undefined): void {
    if (name === undefined || this.before.has(plan)) return;
    const [earlier] = [...this.before].find(([path, known]) => known.name === name && this.isDeleted(path)) ?? [];
    if (earlier !== undefined) this.earlierPaths.set(plan, earlier);
  }

  private knownOf(plan: string): readonly KnownFinding[] {
    return this.before.get(this.earlierPaths.get(plan) ?? plan)?.findings ?? [];
  }

  private lookedFor(plan: string): KnownFinding[] {
    return this.knownOf(plan).filter((one) => this.isLookedFor(one));
  }

  private isLookedFor({ rule }: KnownFinding): boolean {
    return this.options.only?.includes(rule) ?? true;
  }

  /** Is it a plan that was not looked at because it is no more? */
  private isDeleted(plan: string): boolean {
    const isMoved = [...this.earlierPaths.values()].includes(plan);
    return !isMoved && !this.found.has(plan) && !existsSync(resolve(this.base, plan));
  }
}

function canBeKnown({ rule, ruleFailed }: ReportedFinding): boolean {
  return !ruleFailed && CAN_BE_KNOWN.has(rule);
}

/** Findings as a baseline has them: those that it cannot tell from each other as one. */
function counted(findings: readonly ReportedFinding[]): KnownFinding[] {
  const all = new Map<string, KnownFinding>();
  for (const { rule, severity, identity } of findings) {
    const { at, file, missing } = identity;
    const one = { rule, at, ...(file === undefined ? {} : { file }), severity, ...(missing ? { missing } : {}) };
    const key = JSON.stringify(one);
    all.set(key, { ...one, count: (all.get(key)?.count ?? 0) + 1 });
  }
  return [...all.values()];
}

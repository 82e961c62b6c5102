import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigProblems, problemLine } from "../check/config-problems.ts";
import { type FailLevel, failsAt } from "../check/fail-level.ts";
import type { WorkspaceOptions } from "../check/workspace-of.ts";
import { EXIT } from "../exit-code.ts";
import type { Commit } from "../git/commit.ts";
import { Commits } from "../git/commits.ts";
import { GitError } from "../git/run-git.ts";
import type { Terminal } from "../terminal.ts";
import { atTheirPlace } from "./at-their-place.ts";
import { compare } from "./compare.ts";
import { findPairs } from "./find-pairs.ts";
import { type Lonely, LonelyPlans } from "./lonely.ts";
import { type DiffResult, isDifference, type PlanDiff } from "./plan-diff.ts";
import type { DiffRequest, NamedVersion } from "./request.ts";
import { isVersion, type LoadedVersion, Side, type Version } from "./side.ts";

/** What could not be compared ends the command with exit code 2, and is said. */
class Problem extends Error {}

/** Compares what was asked for. What cannot be read is said on standard error and counted. */
export async function diff(request: DiffRequest, options: WorkspaceOptions, terminal: Terminal): Promise<DiffResult> {
  const run = new DiffRun(options, terminal);
  try {
    if (request.kind === "two") await run.compareTwo(request.before, request.after);
    else await run.compareAll(request.before, request.rest);
  } catch (error) {
    if (!(error instanceof GitError || error instanceof Problem)) throw error;
    run.complain(error.message);
  }
  return run.result;
}

/** The exit code that a result means. */
export function exitCodeOf({ plans, unreadable }: DiffResult, failOn: FailLevel): number {
  const findings = plans.flatMap((plan) => plan.findings);
  const isIncomplete =
    plans.some(({ notCompared }) => notCompared.length > 0) || findings.some(({ ruleFailed }) => ruleFailed);
  if (unreadable > 0 || isIncomplete) return EXIT.unusable;
  return findings.some(({ severity }) => failsAt(failOn, severity)) ? EXIT.findings : EXIT.clean;
}

class DiffRun {
  private readonly plans: { readonly shown: string; readonly plan: PlanDiff }[] = [];
  private readonly compared = { plan: 0, catalog: 0 };
  private unreadable = 0;
  private readonly configs: ConfigProblems;

  constructor(
    private readonly options: WorkspaceOptions,
    private readonly terminal: Terminal,
  ) {
    this.configs = new ConfigProblems(options.cwd);
  }

  get result(): DiffResult {
    const plans = this.plans.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
    const told = atTheirPlace(plans.map(({ plan }) => plan)).filter(isDifference);
    return { plans: told, compared: this.compared, unreadable: this.unreadable };
  }

  complain(line: string): void {
    this.unreadable++;
    this.terminal.say(line);
  }

  /** Changes are judged by the configuration of the version after. */
  private complainOfConfig({ configProblems }: Version): void {
    for (const problem of this.configs.news(configProblems)) this.complain(problemLine(problem));
  }

  async compareTwo(before: NamedVersion, after: NamedVersion): Promise<void> {
    const [version, other] = [await this.loadNamed(before), await this.loadNamed(after)];
    this.complainOfConfig(other);
    this.add(before.name, await compare(version, other, this.options.cwd));
  }

  async compareAll(ref: string, rest: readonly string[]): Promise<void> {
    const { cwd } = this.options;
    const commits = new Commits(ref, "named");
    const { repository } = await this.checkRef(commits);
    const before = new Side(this.options, commits);
    const [second, ...others] = rest;
    // What is in the folder of a bare repository is no plan of it.
    const isPath = second === undefined || (!repository.isBare && existsSync(resolve(cwd, second)));
    const isRef = !isPath && (await isCommit(second, cwd));
    const after = new Side(this.options, isRef ? new Commits(second, "named") : undefined);
    const paths = isRef ? others : rest;
    const sides = { before: commits, after: after.commits };
    const { pairs, problems } = await findPairs(paths.length > 0 ? paths : ["."], sides, cwd);
    for (const { shown, message } of problems) this.complain(`${shown}: ${message}`);
    const [gone, come]: [Lonely[], Lonely[]] = [[], []];
    for (const { path, shown } of pairs) {
      try {
        const [one, other] = [await before.load(path), await after.load(path)];
        for (const side of [one, other]) if (isProblem(side)) this.complain(`${shown}: ${side.message}`);
        if (isProblem(one) || isProblem(other)) continue;
        if (other !== "missing") this.complainOfConfig(other);
        if (await (other === "missing" ? before : after).ignores(path)) continue;
        if (one !== "missing" && other !== "missing") this.add(shown, await compare(one, other, cwd));
        else if (one !== "missing") gone.push({ path, shown, version: one });
        else if (other !== "missing") come.push({ path, shown, version: other });
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        this.complain(`${shown}: ${error.message}`);
      }
    }
    for await (const { shown, plan } of new LonelyPlans(before, after, cwd).compare(gone, come)) this.add(shown, plan);
  }

  private add(shown: string, plan: PlanDiff): void {
    this.compared[plan.kind]++;
    for (const words of plan.notCompared) this.terminal.say(`${plan.path}: ${words}`);
    for (const { ruleFailed, message } of plan.findings) if (ruleFailed) this.terminal.say(`${plan.path}: ${message}`);
    if (isDifference(plan)) this.plans.push({ shown, plan });
  }

  private async loadNamed({ name, path, ref }: NamedVersion): Promise<Version> {
    const commits = ref === undefined ? undefined : new Commits(ref, "named");
    const side = new Side(this.options, commits);
    const place = commits ? await this.placeAt(commits, path) : resolve(this.options.cwd, path);
    const loaded = await side.load(place);
    if (isVersion(loaded)) return loaded;
    if (loaded !== "missing") throw new Problem(`${name}: ${loaded.message}`);
    if (ref === undefined) throw new Problem(`${name}: There is no such file.`);
    const fromHere = await side.load(resolve(this.options.cwd, path));
    const meant = isVersion(fromHere)
      ? ` Did you mean ${ref}:./${path}? Paths begin at the top of the repository.`
      : "";
    throw new Problem(`${name}: There is no such file at ${ref}.${meant}`);
  }

  /** Where a path of `REF:path` leads, as git reads it: from the top of the repository, unless it begins with a dot. */
  private async placeAt(commits: Commits, path: string): Promise<string> {
    const { cwd } = this.options;
    const { repository } = await this.checkRef(commits);
    return /^\.\.?\//.test(path) ? resolve(cwd, path) : join(repository.top, path);
  }

  private async checkRef(commits: Commits): Promise<Commit> {
    try {
      return await commits.of(this.options.cwd);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const isMeantAsFile = /\.aiplan$|[\\/].*\.|^\./i.test(commits.ref);
      throw new Problem(isMeantAsFile ? `${commits.ref}: There is no such file, and no such commit.` : error.message);
    }
  }
}

async function isCommit(word: string, cwd: string): Promise<boolean> {
  try {
    await new Commits(word, "named").of(cwd);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

function isProblem(loaded: LoadedVersion): loaded is { readonly message: string } {
  return loaded !== "missing" && "message" in loaded;
}

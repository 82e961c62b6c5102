import { explain, heaviestFirst, type language, type ProfileId, type Severity } from "@aiplan/core";
import { FileChecker } from "../check/file-checker.ts";
import type { WorkspaceOptions } from "../check/workspace-of.ts";
import { compare } from "../diff/compare.ts";
import { planToJson } from "../diff/format/json.ts";
import { Side, type Version } from "../diff/side.ts";
import { Fixer } from "../fix/fixer.ts";
import { fileToJson } from "../format/json.ts";
import { Commits } from "../git/commits.ts";
import { readDay, readRules } from "../options.ts";
import { reportFormat } from "../readiness/formats.ts";
import { PlanReporter } from "../readiness/plan-reporter.ts";
import type { ReportedFinding } from "../report/file-report.ts";
import { SourceText } from "../report/source-text.ts";
import { type GivenPlan, planAt, Refusal } from "./plan-at.ts";

/** More findings than this are a wall that no assistant works through; the heaviest are listed. */
const MOST_FINDINGS = 100;

interface PlanInput {
  readonly path?: string | undefined;
  readonly text?: string | undefined;
}

interface Judgement {
  readonly stage?: language.Stage | undefined;
  readonly asOf?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly profiles?: readonly ProfileId[] | undefined;
}

/** What the tools do, as plain data. Each call reads everything anew; nothing is ever written. */
export class Tools {
  /** @param root absolute: nothing outside of it is read */
  constructor(private readonly root: string) {}

  async check({ edits = false, ...input }: PlanInput & Judgement & { readonly edits?: boolean | undefined }) {
    return this.found(await planAt(this.root, input), this.options(input), edits);
  }

  async fix({ all = false, ...input }: PlanInput & Judgement & { readonly all?: boolean | undefined }) {
    const plan = await planAt(this.root, input);
    const options = this.options(input);
    const fixed = await new Fixer({ ...options, all }).fix(plan.path, plan.text);
    const source = new SourceText(plan.shown, plan.text);
    const { findings, omitted, summary } = await this.found({ ...plan, text: fixed.text }, options, false);
    return {
      path: plan.shown,
      changed: fixed.text !== plan.text,
      edits: fixed.edits.map((edit) => ({ range: source.rangeOf(edit), newText: edit.newText })),
      text: fixed.text,
      done: [...fixed.done],
      left: findings,
      omitted,
      summary,
    };
  }

  explain({ name }: { readonly name: string }) {
    const found = explain(name);
    if ("page" in found) return { name, markdown: found.page.markdown() };
    const advice =
      found.meant === undefined ? "Names are those of findings, keys and principles." : `Did you mean ${found.meant}?`;
    throw new Refusal(`There is no rule, principle, key or fixed word of this name. ${advice}`);
  }

  async diff(
    input: PlanInput & { beforeText?: string | undefined; ref?: string | undefined; asOf?: string | undefined },
  ) {
    const { text, beforeText, ref } = input;
    if (beforeText !== undefined && ref !== undefined) throw new Refusal("Give `beforeText` or `ref`, not both.");
    if (text === undefined && beforeText === undefined && ref === undefined)
      throw new Refusal("Say what to compare with: the earlier text in `beforeText`, or a commit in `ref`.");
    const plan = await planAt(this.root, input);
    const options = this.options({ asOf: input.asOf });
    const after = await new Side(options).ofText(plan.path, plan.text);
    const before = await this.earlier(plan, options, beforeText, ref);
    return planToJson(await compare(before, after, this.root));
  }

  /** The text that was given, that of a commit, or the file as it is, for a text that is not yet in it. */
  private async earlier(plan: GivenPlan, options: WorkspaceOptions, text?: string, ref?: string): Promise<Version> {
    if (ref === undefined) {
      const before = text ?? (await planAt(this.root, { path: plan.path })).text;
      return new Side(options).ofText(plan.path, before);
    }
    const loaded = await new Side(options, new Commits(ref, "named")).load(plan.path);
    if (loaded === "missing") throw new Refusal(`${plan.shown}: There is no such file at ${ref}.`);
    if ("message" in loaded) throw new Refusal(`${plan.shown}: ${loaded.message}`);
    return loaded;
  }

  async readiness({ markdown = false, ...input }: PlanInput & Judgement & { readonly markdown?: boolean | undefined }) {
    const { path, shown, text } = await planAt(this.root, input);
    const file = { path, shown, named: true };
    const { reported } = await new PlanReporter(this.options(input)).resultOf(file, async () => ({ text }));
    if (reported.outcome === "catalog") throw new Refusal(`${shown}: A catalog has no readiness of its own.`);
    if (reported.outcome === "ignored") throw new Refusal(`${shown}: The configuration ignores this path.`);
    if (reported.outcome === "unreadable") throw new Refusal(`${shown}: ${reported.message}`);
    const { report } = reported;
    const { stage, claimed = null, earned = null, isReady, score, blockers, principles, next } = report.readiness;
    return {
      path: shown,
      stage,
      claimed,
      earned,
      isReady,
      score,
      blockers: blockers.slice(0, MOST_FINDINGS),
      omitted: Math.max(0, blockers.length - MOST_FINDINGS),
      principles: principles.map(({ id, number, title, status, dueFrom, ...against }) => ({
        ...{ id, number, title, status, dueFrom },
        findings: against.findings.length,
        silenced: against.silenced.length,
        accepted: against.accepted.length,
        unjudged: against.unjudged.length,
      })),
      next,
      ...(markdown ? { markdown: (await reportFormat("markdown")).plan(report, { base: undefined }) } : {}),
    };
  }

  private async found({ path, shown, text }: GivenPlan, options: WorkspaceOptions, edits: boolean) {
    const file = { path, shown, named: true };
    const { checked, configProblems } = await new FileChecker(options, { edits }).resultOf(file, async () => ({
      text,
    }));
    if (checked.outcome === "unreadable") throw new Refusal(`${shown}: ${checked.message}`);
    if (checked.outcome !== "report") throw new Refusal(`${shown}: The configuration ignores this path.`);
    const { report } = checked;
    const listed = heaviest(report.findings);
    const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length;
    return {
      ...fileToJson({ ...report, findings: listed }),
      omitted: report.findings.length - listed.length,
      summary: { errors: count("error"), warnings: count("warning"), infos: count("info"), hints: count("hint") },
      problems: configProblems.map(({ message }) => message),
    };
  }

  private options({ stage, asOf, rules, profiles }: Judgement): WorkspaceOptions {
    return {
      cwd: this.root,
      root: this.root,
      ...(stage ? { stage } : {}),
      ...(asOf === undefined ? {} : { asOf: readDay(asOf) }),
      ...(rules ? { only: readRules(rules.join()) } : {}),
      ...(profiles ? { profiles } : {}),
    };
  }
}

/** In the order of the text. */
function heaviest(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  const kept = new Set(findings.toSorted(heaviestFirst).slice(0, MOST_FINDINGS));
  return findings.filter((finding) => kept.has(finding));
}

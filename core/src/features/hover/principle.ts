import { type PrincipleId, principleById } from "../../principles/index.ts";
import { type PrincipleStanding, readinessOf } from "../../readiness/readiness.ts";
import type { Finding } from "../../rules/finding.ts";
import { enumerate, listNames } from "../../rules/messages.ts";
import { SEVERITIES, type Severity } from "../../rules/severity.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { principleHead, principleTail } from "../explain/principle.ts";
import { code, message, type Page } from "./page.ts";

/** More than this are counted, not shown. */
const MOST_SHOWN = 8;

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
};

/** A principle: what it is, why plans without it fail, what a plan must say, and how this plan stands on it. */
export function principlePage(id: PrincipleId, plan: CheckedPlan): Page {
  const principle = principleById(id);
  const page = principleHead(principle);
  const standing = readinessOf(plan.workspace)?.principles.find((one) => one.principle === principle);
  page.text("**How this plan stands on it.**", standing ? verdict(standing, plan) : unjudgedFile(plan));
  if (standing) details(page, standing);
  return page.add(principleTail(principle));
}

function details(page: Page, { findings, unjudged, silenced, accepted }: PrincipleStanding): void {
  page.list(
    findings
      .slice(0, MOST_SHOWN)
      .map((finding) => `${SEVERITY_NAMES[finding.severity]} (\`${finding.rule}\`): ${message(finding.message)}`),
  );
  if (findings.length > MOST_SHOWN) page.text(`… and ${findings.length - MOST_SHOWN} more.`);
  const lacks = [...new Set(unjudged.map((one) => one.lacks))];
  if (lacks.length > 0) page.text(`Checks can't be made for want of: ${listSome(lacks)}.`);
  const hidden = rulesOf(silenced.map(({ finding }) => finding));
  if (hidden.length > 0) page.text(`Silenced, and counted as not met: ${listNames(hidden)}.`);
  if (accepted.length > 0) page.text(`Risks that somebody accepts: ${listNames(rulesOf(accepted))}.`);
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

function unjudgedFile({ file }: CheckedPlan): string {
  if (file.refusal) return "This file is not checked: see its one error.";
  if (file.kind === "catalog") return "This file is a catalog: the plans that import it are judged, not the catalog.";
  return "The configuration says to leave this file alone.";
}

function verdict({ status, dueFrom, findings }: PrincipleStanding, { file, workspace }: CheckedPlan): string {
  const unread = file.syntax.length > 0 ? " Parts of the file cannot be read, so there may be more." : "";
  if (status === "not-yet-due") return `A plan must speak of it from the stage \`${dueFrom}\` on.${unread}`;
  const counts = [...SEVERITIES].reverse().flatMap((severity) => counted(findings, severity));
  if (counts.length > 0) return `At the stage \`${file.stage}\`: ${enumerate(counts)}.${unread}`;
  if (status !== "met") return `At the stage \`${file.stage}\` it is met in part.${unread}`;
  const isUnlent = workspace.imports.some(({ problem }) => problem !== undefined && problem !== "cycle");
  const unlent = isUnlent ? " A catalog could not be read, so what it lends is not known." : "";
  return `For this principle nothing is missing at the stage \`${file.stage}\`.${unread}${unlent}`;
}

function listSome(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_SHOWN).map((path) => code(path));
  return paths.length > MOST_SHOWN ? `${shown.join(", ")} and ${paths.length - MOST_SHOWN} more` : enumerate(shown);
}

function counted(open: readonly Finding[], severity: Severity): string[] {
  const count = open.filter((finding) => finding.severity === severity).length;
  if (count === 0) return [];
  const name = SEVERITY_NAMES[severity];
  if (severity === "info") return [`${count} of information`];
  return [`${count} ${name}${count === 1 ? "" : "s"}`];
}

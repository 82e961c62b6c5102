import { type Key, STAGES, type Stage } from "../../language/index.ts";
import { type PrincipleId, principleById } from "../../principles/index.ts";
import type { Finding } from "../../rules/finding.ts";
import { enumerate, listNames } from "../../rules/messages.ts";
import { objectsOf } from "../../rules/objects-of.ts";
import { rules } from "../../rules/registry.ts";
import { heaviestFirst, SEVERITIES, type Severity } from "../../rules/severity.ts";
import { pathOf } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { principleHead, principleTail } from "../explain/principle.ts";
import { code, message, type Page } from "./page.ts";

/** More than this are counted, not shown. */
const MOST_SHOWN = 8;

/** This rule speaks of keys that serve other principles than its own: they are told of under those. */
const GENERAL = "missing-key";

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
};

/** A principle: what it is, why plans without it fail, what a plan must say, and how this plan stands on it. */
export function principlePage(id: PrincipleId, plan: CheckedPlan, findings: readonly Finding[]): Page {
  const principle = principleById(id);
  const page = principleHead(principle);
  standing(page, id, plan, findings);
  return page.add(principleTail(principle));
}

function standing(page: Page, id: PrincipleId, plan: CheckedPlan, findings: readonly Finding[]): void {
  const { config } = plan.workspace;
  const serving = rules.filter((rule) => rule.principle === id && rule.id !== GENERAL);
  const ids = new Set(serving.map((rule) => rule.id));
  const open = findings.filter((finding) => ids.has(finding.rule) && finding.place.uri === plan.file.uri);
  const gaps = gapsOf(plan, id);
  page.text("**How this plan stands on it.**", verdict(plan, open, gaps.length));
  if (gaps.length > 0) page.text(`Not there yet: ${listSome(gaps)}.`);
  const heaviest = [...open].sort(heaviestFirst).slice(0, MOST_SHOWN);
  page.list(
    heaviest.map((finding) => `${SEVERITY_NAMES[finding.severity]} (\`${finding.rule}\`): ${message(finding.message)}`),
  );
  if (open.length > MOST_SHOWN) page.text(`… and ${open.length - MOST_SHOWN} more.`);
  const off = serving.filter((rule) => config.rules.get(rule.id) === "off").map((rule) => rule.id);
  if (off.length > 0) page.text(`The settings turn off ${listNames(off)}, so nothing is said about that.`);
}

/** The keys that serve the principle, are due by now and are missing, where no rule of its own says so. */
function gapsOf(plan: CheckedPlan, id: PrincipleId): string[] {
  const { file } = plan;
  if (file.kind === "catalog" || file.refusal) return [];
  const isMissed = ({ principle, due, ownedBy }: Key) =>
    principle === id && due !== undefined && ownedBy === undefined && isBy(due, file.stage);
  return [...objectsOf(file)].flatMap((object) => {
    const path = object === file.root ? [] : pathOf(object).filter((part) => typeof part === "string");
    return plan.due.lackedBy(object).flatMap(({ key, name }) => (isMissed(key) ? [[...path, name].join(".")] : []));
  });
}

function isBy(due: Stage, stage: Stage): boolean {
  return STAGES.indexOf(due) <= STAGES.indexOf(stage);
}

function verdict({ file, workspace }: CheckedPlan, open: readonly Finding[], gapCount: number): string {
  if (file.refusal) return "This file is not checked: see its one error.";
  if (file.kind === "catalog" && open.length === 0)
    return "This file is a catalog: the plans that import it are judged, not the catalog.";
  const unread = file.syntax.length > 0 ? " Parts of the file cannot be read, so there may be more." : "";
  const missing = gapCount > 0 ? [`${gapCount} missing key${gapCount === 1 ? "" : "s"}`] : [];
  const counts = [...missing, ...[...SEVERITIES].reverse().flatMap((severity) => counted(open, severity))];
  if (counts.length > 0) return `At the stage \`${file.stage}\`: ${enumerate(counts)}.${unread}`;
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

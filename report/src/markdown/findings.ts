import type { ReportAccepted, ReportFinding, ReportPrinciple, ReportSilenced } from "../data/index.ts";
import { SEVERITY_NAMES } from "../text/words.ts";
import { code, type From, joined, type Markdown, md, message, pageLink, placeLink } from "./markdown.ts";

/** What was found, how heavy it is, and where. */
export function findingText(finding: ReportFinding, from: From): Markdown {
  const { severity, fixes } = finding;
  const fix = fixes[0] !== undefined && md` Fix: ${message(fixes[0])}.`;
  return md`**${SEVERITY_NAMES[severity]}**, ${whereOf(finding, from)}: ${message(finding.message)}${fix} (${ruleOf(finding)})`;
}

/** The same without consequence, advice and fix. */
export function shortText(finding: ReportFinding, from: From): Markdown {
  return md`${whereOf(finding, from)}: ${message(finding.headline)} (${ruleOf(finding)})`;
}

export function acceptedText(finding: ReportAccepted, from: From): Markdown {
  const { approver, reason, expires } = finding.accepted;
  return md`${shortText(finding, from)}. Accepted by ${code(approver)} until ${expires}: ${reason}`;
}

export function silencedText(finding: ReportSilenced, from: From): Markdown {
  return md`${shortText(finding, from)}. ${silencer(finding.by)}`;
}

function silencer(by: ReportSilenced["by"]): Markdown {
  if (by.kind === "comment") return md`A comment in the plan: ${by.reason === "" ? "no reason is given" : by.reason}`;
  return by.path === undefined ? md`A setting switches the rule off` : md`${code(by.path)} switches the rule off`;
}

export function unjudgedText({ rule, lacks }: ReportPrinciple["unjudged"][number]): Markdown {
  return md`not judged: ${code(rule)} needs ${code(lacks)}`;
}

/** "line 12", with a link to it; in another file than the plan, with its path. */
export function whereOf(finding: ReportFinding, from: From): Markdown {
  const { path, range } = finding;
  const line = placeLink(md`line ${String(range.start.line + 1)}`, finding, from);
  return path === from.plan ? line : joined([code(path), line], ", ");
}

function ruleOf({ rule, page }: ReportFinding): Markdown {
  return pageLink(code(rule), page);
}

/** Those that count for several principles are shown once. */
export function distinct<Finding extends ReportFinding>(findings: readonly Finding[]): Finding[] {
  const known = new Map(findings.map((finding) => [keyOf(finding), finding]));
  return [...known.values()];
}

function keyOf({ rule, path, range, message }: ReportFinding): string {
  return JSON.stringify([rule, path, range, message]);
}

import { ruleById } from "../../rules/every-rule.ts";
import type { Finding } from "../../rules/finding.ts";
import { capitalized } from "../../rules/messages.ts";
import { heaviestFirst } from "../../rules/severity.ts";
import { explainRule } from "../explain/rule.ts";
import { code, message, Page } from "./page.ts";
import { SEVERITY_NAMES } from "./principle.ts";

/** The address of a rule's page, where there is one. */
export type PageOf = (rule: string) => string | undefined;

/** More findings than this in one hover bury what is asked for. */
const MOST_FINDINGS = 3;

/** The findings at one place, the heaviest first: what is wrong, why it matters, what can be done, and where to read on. */
export function findingsPage(here: readonly Finding[], pageOf: PageOf): Page {
  const page = new Page();
  const byWeight = [...here].sort(heaviestFirst);
  for (const finding of byWeight.slice(0, MOST_FINDINGS)) page.rule().add(findingPage(finding, pageOf));
  const more = here.length - MOST_FINDINGS;
  if (more > 0) page.rule().text(`${more} more ${more === 1 ? "finding is" : "findings are"} about this place.`);
  return page;
}

function findingPage({ rule: id, severity, message: said, fixes }: Finding, pageOf: PageOf): Page {
  const rule = ruleById.get(id);
  const page = new Page().text(`**${capitalized(SEVERITY_NAMES[severity])}** (${code(id)}): ${message(said)}`);
  if (rule) page.text(`**Why:** ${firstSentence(rule.why)}`);
  if (fixes.length > 0)
    page.text(
      `**Quick ${fixes.length === 1 ? "fix" : "fixes"}:** ${fixes.map(({ title }) => message(title)).join("; ")}.`,
    );
  return page.text(readOn(id, pageOf));
}

/** All there is to say of a rule, wherever its id stands. */
export function rulePage(id: string, pageOf: PageOf): Page {
  const rule = ruleById.get(id);
  return rule ? explainRule(rule).text(readOn(id, pageOf)) : new Page().text(`There is no rule ${code(id)}.`);
}

/** The page has examples besides. */
function readOn(rule: string, pageOf: PageOf): string {
  const address = pageOf(rule);
  // Nothing in an address may end the link that it stands in.
  return address === undefined ? "" : `[About this rule, with examples](${address.replace(/[\s()<>\\]/g, escaped)})`;
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+["A-Z`]|\s*$)/s.exec(text.trim())?.[0] ?? text;
}

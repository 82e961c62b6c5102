import { type Principle, principles } from "../principles/index.ts";
import type { RuleFacts } from "../rules/rule.ts";
import { anchor, bullets, page, paragraphs, table } from "./markdown.ts";
import { referenceSections } from "./reference-sections.ts";

/** The page of one principle, with the rules that serve it. */
export function principlePage(principle: Principle, rules: readonly RuleFacts[]): string {
  const { number, title, what, why, says, sections, sources, notCheckable } = principle;
  return page(
    `# ${number}. ${title}`,
    paragraphs(what),
    "## Why plans without it fail in production",
    paragraphs(why),
    "## What a plan must say",
    bullets(says),
    `In the reference: ${sections.map(sectionLink).join(", ")}.`,
    "## Rules that watch over it",
    rulesTable(rules.filter((rule) => rule.principle === principle.id)),
    notCheckable ? `## What no checker can see\n\n${paragraphs(notCheckable)}` : "",
    "## Sources",
    bullets(sources.map((source) => `${source.title}: ${source.reference}`)),
    "[All principles](README.md)",
  );
}

function rulesTable(rules: readonly RuleFacts[]): string {
  if (rules.length === 0)
    return "None yet: this principle is documented, and the keys it is about are checked for their form.";
  return table(
    ["rule", "what it asks"],
    rules.map(({ id, summary }) => [`[\`${id}\`](../rules/${id}.md)`, summary]),
  );
}

export function principleIndex(rules: readonly RuleFacts[]): string {
  return page(
    "# Principles",
    "What AI projects that reach production do, and others do not. Every key and every rule of the plan language serves one of these.",
    table(
      ["", "principle", "what it is", "rules"],
      principles.map(({ id, number, title, what }) => [
        `${number}`,
        `[${title}](${id}.md)`,
        paragraphs(what),
        `${rules.filter((rule) => rule.principle === id).length}`,
      ]),
    ),
    "What no checker can see: trust, discipline, and whether a number is true. A plan without findings is a plan that answers the questions, not one that answers them well.",
  );
}

/** A path of keys, linked to the longest part of it that has a heading in the reference. */
function sectionLink(path: string): string {
  const known = new Set(referenceSections().map((section) => section.path));
  const parts = path.split(".");
  const length = parts.findLastIndex((_, index) => known.has(parts.slice(0, index + 1).join("."))) + 1;
  if (length === 0) return `[\`${path}\`](../reference.md#the-top-of-a-plan)`;
  return `[\`${path}\`](../reference.md#${anchor(parts.slice(0, length).join("."))})`;
}

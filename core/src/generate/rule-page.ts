import { STAGES } from "../language/types.ts";
import { principleById } from "../principles/index.ts";
import type { Finding } from "../rules/finding.ts";
import type { RuleFacts } from "../rules/rule.ts";
import { severityAt } from "../rules/severity.ts";
import { isStructural } from "../rules/silence.ts";
import { bullets, code, page, paragraphs, table } from "./markdown.ts";

/** A file of an example, with what the rule finds in it. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Pick<Finding, "severity" | "message" | "place" | "fixes">[];
}

/** An example of what a rule finds: its files, and those after the fixes where there are any. */
export interface ReadExample {
  readonly files: readonly ExampleFile[];
  /** The version before, where the rule compares two, and the day of the change where that matters. */
  readonly before?: readonly Pick<ExampleFile, "name" | "text">[];
  readonly changedOn?: string;
  readonly fixed?: readonly Pick<ExampleFile, "name" | "text">[];
}

export interface ReadExamples {
  readonly bad: readonly ReadExample[];
  readonly good: readonly ReadExample[];
}

/** The page of one rule; an editor opens it from the rule's id in a finding. */
export function rulePage(rule: RuleFacts, examples: ReadExamples): string {
  const principle = principleById(rule.principle);
  return page(
    `# \`${rule.id}\``,
    rule.summary,
    severityTable(rule),
    rule.comparesVersions
      ? "It compares two versions of a plan: it speaks in `aiplan diff` and in `aiplan check --against`, and is silent everywhere else."
      : "",
    rule.off ? "This rule is off unless the configuration turns it on." : "",
    rule.profile
      ? `It belongs to the profile \`${rule.profile}\`: it is off unless the plan or \`aiplan.config.yaml\` says \`profiles: [${rule.profile}]\`.`
      : "",
    `Serves the principle [${principle.number}. ${principle.title}](../principles/${principle.id}.md).`,
    "## Why",
    paragraphs(rule.why),
    "## When it is silent",
    paragraphs(rule.silent),
    "## What it finds",
    ...examples.bad.flatMap(badExample),
    "## What it leaves alone",
    ...examples.good.flatMap((example) => [...versionBefore(example), code(joined(example.files))]),
    ...companions(rule),
    "## To change what it does",
    ...configuration(rule),
    `Source: ${rule.source}.`.replace(/\.\.$/, "."),
    "[All rules](README.md)",
  );
}

function severityTable(rule: RuleFacts): string {
  return table(
    STAGES.map((stage) => `at ${stage}`),
    [STAGES.map((stage) => severityAt(rule.severity, stage) ?? "silent")],
  );
}

/** Of two versions the one before, and what leads over to the one after. */
function versionBefore({ before, changedOn }: ReadExample): string[] {
  if (!before) return [];
  return ["Before:", code(joined(before)), changedOn === undefined ? "After:" : `After, changed on ${changedOn}:`];
}

function badExample(example: ReadExample): string[] {
  const { files, fixed } = example;
  const titles = [...new Set(files.flatMap(({ findings }) => findings.flatMap(({ fixes }) => fixes)).map(fixTitle))];
  return [
    ...versionBefore(example),
    code(joined(files.map((file) => ({ ...file, text: annotated(file) })))),
    titles.length > 0 ? `Quick fixes:\n\n${bullets(titles)}` : "",
    fixed ? "After the first of them:" : "",
    fixed ? code(joined(fixed)) : "",
  ];
}

/** A fix that leaves something to write says so; the others can be applied to all findings at once. */
function fixTitle({ title, kind }: Finding["fixes"][number]): string {
  return kind === "stub" ? `${title} *(leaves placeholders to fill in)*` : title;
}

function joined(files: readonly Pick<ExampleFile, "name" | "text">[]): string {
  if (files.length === 1) return files[0]?.text ?? "";
  return files.map(({ name, text }) => `# ${name}\n${text.trim()}`).join("\n\n");
}

/** What is found beside it. */
function companions({ implies }: RuleFacts): string[] {
  if (!implies?.length) return [];
  const links = implies === "*" ? [] : implies.map((id) => `[\`${id}\`](${id}.md)`);
  return [
    "## What comes with it",
    implies === "*"
      ? "It never comes alone: each finding that it counts is shown where it stands as well."
      : `Where this rule speaks, ${links.join(", ")} may speak as well: it is the same gap seen from another side.`,
  ];
}

const WIDTH = 100;

/** The text with each finding as a comment below its line: carets under its place, then what is said. */
function annotated({ text, findings }: ExampleFile): string {
  const lines: string[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    lines.push(line);
    const here = findings.filter(({ place }) => start <= place.start && place.start <= end);
    for (const { place, severity, message } of here) {
      const column = place.start - start;
      const length = Math.max(1, Math.min(place.end, end) - place.start);
      const carets = `${" ".repeat(column)}${"^".repeat(length)}`;
      lines.push(`#${carets.slice(1)}`, ...wrapped(`${severity}: ${message}`).map((words) => `# ${words}`));
    }
    start = end + 1;
  }
  return lines.join("\n");
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function configuration(rule: RuleFacts): string[] {
  const level = rule.off ? "warning" : "off";
  const config = `For all plans of a team, in \`aiplan.config.yaml\`: ${rule.off ? "a level turns it on" : "`off`, `hint`, `info`, `warning` or `error`"}.`;
  const parts = [config, code(`rules:\n  ${rule.id}: ${level}`)];
  if (isStructural(rule))
    return [
      ...parts,
      "It reports a plan that cannot be read as it stands, so it can be neither ignored nor waived in the plan.",
    ];
  return [
    ...parts,
    "A false alarm, for the line below the comment:",
    code(`# aiplan-ignore ${rule.id}: <why this is a false alarm>`),
    "A risk that somebody accepts until a given day:",
    code(
      `waivers:\n  ${rule.id}: {reason: <why the risk is acceptable>, approved-by: <id of a role>, expires: <last day YYYY-MM-DD>}`,
    ),
  ];
}

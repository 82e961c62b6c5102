import { CATALOG_SECTIONS } from "../language/sections.ts";
import type { Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn, spoiledSection } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { fileName } from "../workspace/links.ts";
import type { NotCompared } from "./change.ts";

/** What cannot be compared, because one of the versions cannot be read there. */
export interface Unread {
  /** Nothing can be compared at all. */
  readonly isWhole: boolean;
  /** Sections of which some may be hidden: in the plan, or in a catalog. */
  readonly sections: ReadonlySet<string>;
  readonly words: readonly NotCompared[];
}

export function unreadSections(before: CheckedPlan, after: CheckedPlan): Unread {
  const words: NotCompared[] = [];
  const sections = new Set<string>();
  const sides = [
    { checked: before, other: after, version: "before" },
    { checked: after, other: before, version: "after" },
  ] as const;
  for (const { checked, other, version } of sides) {
    const name = `the version ${version}`;
    const whole = before.file.text === after.file.text ? undefined : wholeProblem(checked.file, name);
    if (whole) return { isWhole: true, sections, words: [{ ...whole, version }] };
    for (const file of [checked.file, ...checked.workspace.catalogs]) {
      const isOwn = file === checked.file;
      const where = isOwn ? name : `the catalog \`${fileName(file.uri)}\` of ${name}`;
      for (const { section, start, end } of unreadParts(file)) {
        if (section !== undefined && (sections.has(section) || !(isOwn || isLent(section)))) continue;
        if (section !== undefined) sections.add(section);
        if (hasSameText(section, file, isOwn ? [other.file] : other.workspace.catalogs)) continue;
        const what = section === undefined ? "What stands before the first section" : `\`${section}\``;
        words.push({
          words: `${what} was not compared: its YAML cannot be read in ${where}.`,
          place: { uri: file.uri, start, end },
          version,
        });
      }
    }
    for (const { node, problem } of checked.workspace.imports) {
      if (problem === undefined || problem === "cycle") continue;
      words.push({
        words: `What the catalog \`${fileName(node.text)}\` lends was not compared: it cannot be read in ${name}.`,
        place: checked.place(node),
        version,
      });
    }
  }
  if (before.file.kind !== after.file.kind)
    return {
      isWhole: true,
      sections,
      words: [
        {
          words: `Nothing was compared: the version before is a ${before.file.kind}, the version after a ${after.file.kind}.`,
          place: after.place(after.sectionPlace("kind")),
          version: "after",
        },
      ],
    };
  return { isWhole: false, sections, words };
}

function wholeProblem(
  { uri, refusal, sections, syntax }: PlanFile,
  name: string,
): Omit<NotCompared, "version"> | undefined {
  if (refusal) {
    const reason =
      refusal.reason === "newer-version"
        ? "is written in a newer version of the plan language than this program knows"
        : "holds several documents";
    const { start, end } = refusal;
    return { words: `Nothing was compared: ${name} ${reason}.`, place: { uri, start, end } };
  }
  const [error] = syntax;
  if (sections.length > 0 || !error) return undefined;
  const { start, end } = error;
  return { words: `Nothing was compared: the YAML of ${name} cannot be read.`, place: { uri, start, end } };
}

/** What has stayed letter for letter says what it said, whether or not it can be read. */
function hasSameText(section: string | undefined, file: PlanFile, others: readonly PlanFile[]): boolean {
  const text = section === undefined ? undefined : textOf(section, file);
  return others.some(
    (other) => other.text === file.text || (text !== undefined && textOf(section as string, other) === text),
  );
}

/** A section as it is written, up to the next one. */
function textOf(name: string, { text, sections, startOf }: PlanFile): string | undefined {
  const index = sections.findIndex((section) => section.name === name);
  const [section, next] = [sections[index], sections[index + 1]];
  return section && text.slice(startOf(section), next ? startOf(next) : text.length).trimEnd();
}

function isLent(section: string): boolean {
  return CATALOG_SECTIONS.some((name) => name === section);
}

interface UnreadPart extends Span {
  readonly section: string | undefined;
}

/**
 * Where the YAML of a file has errors, with the section that each spoils. Where an error could be mended in a copy, what is
 * read there is still but a guess: what seems to be gone may only be hidden. A comparison in front of a number hides nothing.
 */
function unreadParts(file: PlanFile): UnreadPart[] {
  const errors = file.syntax
    .map((error) => ({ ...error, section: spoiledSection(file, error) }))
    .filter(({ rule, section = "" }) => rule === "yaml-syntax" || file.garbled.has(section));
  const broken = file.sections.flatMap(({ broken, name, key }) =>
    broken ? [{ ...spanIn(file, key), section: name }] : [],
  );
  return [...errors, ...broken];
}

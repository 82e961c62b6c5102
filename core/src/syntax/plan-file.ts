import { LANGUAGE_VERSION, Plan, STAGES, type Stage } from "../language/index.ts";
import { type IgnoreComment, readIgnores } from "./ignore-comments.ts";
import { MapNode, type Node, type NodeOf, type ScalarNode, type Section, type Span } from "./nodes.ts";
import type { Problem } from "./problems.ts";
import { readYaml } from "./read-yaml.ts";
import { type Definition, isFreeKey, type Reference, readStructure } from "./structure.ts";
import type { SyntaxFinding } from "./traps.ts";

/** Why nothing can be said of a file but this one thing. */
export interface Refusal extends Span {
  readonly reason: "several-documents" | "newer-version";
}

/** One `.aiplan` file as read: a tree, what it defines and refers to, and what does not fit. Immutable. */
export interface PlanFile {
  readonly uri: string;
  readonly text: string;
  readonly kind: "plan" | "catalog";
  /** The stage it is judged by: the one it claims; a plan that claims none is judged as a proposal. */
  readonly stage: Stage;
  /** It is judged as if it claimed its `stage`, whatever it does claim: see {@link judgedAt}. */
  readonly isStageSupposed?: true;
  readonly root: NodeOf<typeof Plan>;
  readonly sections: readonly Section[];
  readonly syntax: readonly SyntaxFinding[];
  readonly problems: readonly Problem[];
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  /** Values that lead to other files, imports among them. */
  readonly links: readonly ScalarNode<string>[];
  /** Objects by the name of their type, in the order of the text. */
  readonly objects: ReadonlyMap<string, readonly MapNode[]>;
  readonly ignores: readonly IgnoreComment[];
  readonly refusal?: Refusal;
  /** Top-level keys whose lines could not be read at all: they are garbled, not missing. */
  readonly garbled: ReadonlySet<string>;
  /** Where a section starts in the text. */
  startOf(section: Section): number;
}

/** Adds what may be more than a call takes arguments. */
function append<Item>(items: Item[], more: readonly Item[]): void {
  for (const item of more) items.push(item);
}

/** Reads any text; never throws. */
export function readPlanFile(uri: string, text: string): PlanFile {
  const yaml = readYaml(text, uri);
  const starts = new Map<Section, number>(yaml.sections.map(({ section, start }) => [section, start]));
  const startOf = (section: Section) => starts.get(section) ?? 0;
  const sections = yaml.sections.map(({ section }) => section);
  const problems: Problem[] = [];
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  const links: ScalarNode<string>[] = [];
  const objects = new Map<string, MapNode[]>();
  const entries = [];
  const first = new Map<string, Section>();
  for (const [index, section] of sections.entries()) {
    const start = startOf(section);
    const next = sections[index + 1];
    const name = section.name;
    const known = Object.hasOwn(Plan.keys, name) ? Plan.keys[name as keyof typeof Plan.keys] : undefined;
    const same = first.get(name);
    if (same) problems.push({ kind: "duplicate-key", node: section.key, first: same.key });
    else if (!known && !section.key.spoiled && !isFreeKey(name))
      problems.push({
        kind: section.key.isPlaceholder ? "placeholder" : "unknown-key",
        node: section.key,
        object: Plan,
        map: undefined,
      });
    first.set(name, same ?? section);
    const facts = readStructure(
      section,
      text.slice(start, next ? startOf(next) : text.length),
      same ? undefined : known,
    );
    append(problems, facts.problems);
    append(definitions, facts.definitions);
    append(references, facts.references);
    append(links, facts.links);
    for (const [type, nodes] of facts.objects) {
      const same = objects.get(type) ?? [];
      objects.set(type, same);
      append(same, nodes);
    }
    entries.push({ key: section.key, value: section.value, colon: true, start, end: start + section.value.end });
  }
  const root = new MapNode<typeof Plan>(0, text.length, false, false, entries);
  root.type = Plan;
  objects.set(Plan.name, [root]);
  const stage = root.get("stage")?.value;
  const sources = definitions.flatMap(({ kind, id }) => (kind === "data-source" && id.includes(".") ? [id] : []));
  const refusal = refusalOf(yaml.secondDocument, root, startOf);
  return {
    uri,
    text,
    kind: root.get("kind")?.value === "catalog" ? "catalog" : "plan",
    stage: STAGES.find((known) => known === stage) ?? "proposal",
    root,
    sections,
    syntax: yaml.findings,
    problems,
    definitions,
    references: references.map((reference) => withWholeSource(reference, sources)),
    links,
    objects,
    ignores: readIgnores(text, sections, startOf),
    ...(refusal ? { refusal } : {}),
    garbled: garbledKeys(text, yaml.findings, first),
    startOf,
  };
}

/** The same plan, judged as if it claimed this stage; its text stays as it is. A catalog claims none. */
export function judgedAt(file: PlanFile, stage: Stage): PlanFile {
  return file.kind === "plan" ? { ...file, stage, isStageSupposed: true } : file;
}

/** Where the id of a data source has dots of its own, `source.column` names the longest that is defined. */
function withWholeSource(reference: Reference, sources: readonly string[]): Reference {
  if (sources.length === 0 || reference.node.type?.kind !== "column") return reference;
  const named = sources.filter((id) => reference.node.word.startsWith(`${id}.`));
  const id = named.sort((a, b) => b.length - a.length)[0];
  return id === undefined ? reference : { ...reference, id };
}

function refusalOf(
  second: Span | undefined,
  root: NodeOf<typeof Plan>,
  startOf: (section: Section) => number,
): Refusal | undefined {
  if (second) return { reason: "several-documents", ...second };
  const version = root.get("aiplan");
  if (version?.value === undefined || version.value <= LANGUAGE_VERSION) return undefined;
  const shift = startOf(version.section);
  return { reason: "newer-version", start: version.start + shift, end: version.end + shift };
}

/** The first word of each top-level line that has a syntax error and gave no section. */
function garbledKeys(
  text: string,
  findings: readonly SyntaxFinding[],
  read: ReadonlyMap<string, Section>,
): Set<string> {
  const keys = new Set<string>();
  for (const finding of findings) {
    const word = firstWordOfLine(text, finding);
    if (word !== undefined && !read.has(word)) keys.add(word);
  }
  return keys;
}

/** What looks like a top-level key on the line of a syntax error. */
function firstWordOfLine(text: string, { start }: Span): string | undefined {
  const line = text.lastIndexOf("\n", Math.max(0, start - 1)) + 1;
  return /^[a-z][a-z0-9-]*/.exec(text.slice(line, line + 100))?.[0];
}

/** The section that a syntax error spoils, which may be garbled; undefined where it stands before all of them. */
export function spoiledSection({ text, garbled, sections, startOf }: PlanFile, error: Span): string | undefined {
  const word = firstWordOfLine(text, error);
  if (word !== undefined && garbled.has(word)) return word;
  return sections.findLast((section) => startOf(section) <= error.start)?.name;
}

/** The node's offsets in the whole text. */
export function spanIn(file: PlanFile, node: Node | ({ section?: Section } & Span)): Span {
  const shift = node.section ? file.startOf(node.section) : 0;
  return { start: node.start + shift, end: node.end + shift };
}

/**
 * Where a part of a scalar's word stands in the text of the file; undefined where escapes or line ends have moved it, or an
 * alias stands for it.
 */
export function spanOfPart(file: PlanFile, node: ScalarNode, from: number, length: number): Span | undefined {
  if (node.borrowed || from < 0) return undefined;
  const { start, end } = spanIn(file, node);
  const source = file.text.slice(start, end);
  // The text of a block begins on the line after its sign.
  const begin =
    node.style === "quoted" ? 1 : node.style === "block" ? source.indexOf(node.word, source.indexOf("\n")) : 0;
  if (begin < 0 || !source.startsWith(node.word, begin)) return undefined;
  return { start: start + begin + from, end: start + begin + from + length };
}

/** The innermost scalar, key or value, at an offset of the text (its end included), and the entries around it. */
export function scalarAt(file: PlanFile, offset: number): ScalarNode | undefined {
  const section = file.sections.findLast((one) => file.startOf(one) <= offset);
  if (!section) return undefined;
  const at = offset - file.startOf(section);
  const touches = (node: Span) => node.start <= at && at <= node.end;
  const inside = (node: Node): ScalarNode | undefined => {
    if (node.borrowed && !touches(node)) return undefined;
    if (node.kind === "scalar") return touches(node) ? node : undefined;
    if (node.kind === "list") return first(node.all, inside);
    return first(node.all, ({ key, value }) => (touches(key) && !key.borrowed ? key : inside(value)));
  };
  return touches(section.key) ? section.key : inside(section.value);
}

function first<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Could all of the file be read? Else nobody knows what else it says. */
export function isWhole({ syntax, sections }: PlanFile): boolean {
  return syntax.length === 0 && sections.every(({ broken }) => !broken);
}

import { isLentByCatalogs } from "../language/sections.ts";
import type { DefinitionKind } from "../language/types.ts";
import { Waiver } from "../language/waiver.ts";
import { followPath, waiverSteps } from "../rules/waiver-path.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import { type PlanFile, spanIn, spanOfPart } from "../syntax/plan-file.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import { locate } from "./locate.ts";
import { namedAt } from "./named.ts";

/** What a name stands for: an id, or a column of a data source. */
export type Subject =
  | { readonly kind: DefinitionKind; readonly id: string }
  | { readonly kind: "column"; readonly source: string; readonly id: string };

/** A name where it is defined or used: all of what a scalar says, or a part of it, as in `source.column`. */
export interface Occurrence {
  readonly file: PlanFile;
  readonly node: ScalarNode;
  /** Where in the word of the scalar the name begins. */
  readonly from: number;
  readonly defines: boolean;
}

/** A name, and where it stands. */
export interface NamedHere {
  readonly subject: Subject;
  readonly at: Occurrence;
}

/** The name at an offset of the plan. Each side of the dot in `source.column` is a name of its own, as each part of a path. */
export function subjectAt(plan: CheckedPlan, offset: number): NamedHere | undefined {
  const { file } = plan;
  const spot = locate(file, offset);
  if (!spot) return undefined;
  const { node } = spot;
  const isPast = (from: number) => offset > placeOf({ file, node, from, defines: false }, "").start;
  const own = subjectOf(plan, node);
  if (own?.at.defines === false && node.type?.kind === "column" && isPast(own.subject.id.length)) {
    const from = own.subject.id.length + 1;
    const subject = { kind: "column", source: own.subject.id, id: node.word.slice(from) } as const;
    return { subject, at: { ...own.at, from } };
  }
  if (own || spot.entry.key.text !== "at" || spot.map.type !== Waiver) return own;
  const step = followPath(file.root, node.word).steps.findLast(({ from }) => from === 0 || isPast(from - 1));
  const named = step?.name && subjectOf(plan, step.name);
  return named && { subject: named.subject, at: { file, node, from: step.from, defines: false } };
}

/** What a scalar as a whole stands for; of `source.column` the source. */
function subjectOf(plan: CheckedPlan, node: ScalarNode): NamedHere | undefined {
  const { file } = plan;
  const named = namedAt(plan, node);
  if (named) {
    const { kind, id, defines } = named;
    return { subject: { kind, id }, at: { file, node, from: 0, defines } };
  }
  for (const { id: source, value } of file.root.get("data-sources")?.items() ?? []) {
    const defines = value.get("columns")?.entry(node.text)?.key === node;
    if (defines || value.get("labels")?.get("field") === node)
      return { subject: { kind: "column", source, id: node.word }, at: { file, node, from: 0, defines } };
  }
  return undefined;
}

/** The plan, and those of the others in which the name stands for the same thing. */
export function plansThatKnow(plan: CheckedPlan, subject: Subject, others: readonly CheckedPlan[]): CheckedPlan[] {
  const homes = homesOf(plan, subject);
  const kind = subject.kind === "column" ? "data-source" : subject.kind;
  const knows = (other: CheckedPlan): boolean =>
    homes.length > 0
      ? homesOf(other, subject).some((uri) => homes.includes(uri))
      : isLentByCatalogs(kind) && other.workspace.catalogs.some(({ uri }) => uri === plan.file.uri);
  return [plan, ...others.filter(knows)];
}

/** The files that define it. */
function homesOf({ definitions }: CheckedPlan, subject: Subject): string[] {
  const found =
    subject.kind === "column"
      ? definitions.all("data-source", subject.source)
      : definitions.all(subject.kind, subject.id);
  return found.map(({ file }) => file.uri);
}

/** Where the name is defined and used in some plans and their catalogs: each place once, in the order of the texts. */
export function occurrencesOf(plans: readonly CheckedPlan[], subject: Subject): Occurrence[] {
  const files = new Map<string, PlanFile>();
  for (const { workspace } of plans)
    for (const file of [workspace.file, ...workspace.catalogs]) if (!files.has(file.uri)) files.set(file.uri, file);
  return [...files.values()].flatMap((file) => occurrencesIn(file, subject));
}

/** Those of one file, in the order of its text, without what an alias or a merge key only repeats. */
export function occurrencesIn(file: PlanFile, subject: Subject): Occurrence[] {
  return everyOccurrenceIn(file, subject)
    .filter(({ node }) => !node.borrowed || isAlias(node))
    .map((occurrence) => ({ occurrence, start: placeOf(occurrence, subject.id).start }))
    .sort((a, b) => a.start - b.start)
    .map(({ occurrence }) => occurrence);
}

/** Those of one file, repeated ones and all. */
export function everyOccurrenceIn(file: PlanFile, subject: Subject): Occurrence[] {
  const own = subject.kind === "column" ? columnsIn(file, subject) : idsIn(file, subject);
  return [...own, ...inPaths(file, own)];
}

/** Where the name stands in the text: the whole scalar where escapes have moved it, or an alias stands for it. */
export function placeOf({ file, node, from }: Occurrence, id: string): Place {
  return { uri: file.uri, ...(spanOfPart(file, node, from, id.length) ?? spanIn(file, node)) };
}

function idsIn(file: PlanFile, { kind, id }: Subject): readonly Occurrence[] {
  return idsOf(file).get(`${kind} ${id}`) ?? [];
}

/** Every id of a file by its kind: whoever counts the uses of each of thousands can't look through all for each. */
const idsOf = onceFor((file: PlanFile) => {
  const found = new Map<string, Occurrence[]>();
  const add = (name: string, occurrence: Occurrence) => {
    const same = found.get(name);
    if (same) same.push(occurrence);
    else found.set(name, [occurrence]);
  };
  for (const { kind, id, node } of file.definitions) add(`${kind} ${id}`, { file, node, from: 0, defines: true });
  for (const { to, id, node } of file.references) add(`${to} ${id}`, { file, node, from: 0, defines: false });
  return found;
});

function columnsIn(file: PlanFile, { source, id }: Subject & { kind: "column" }): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { id: name, value } of file.root.get("data-sources")?.items() ?? []) {
    if (name !== source) continue;
    const listed = value.get("columns")?.entry(id)?.key;
    const label = value.get("labels")?.get("field");
    if (listed) found.push({ file, node: listed, from: 0, defines: true });
    if (label?.word === id) found.push({ file, node: label, from: 0, defines: false });
  }
  const from = source.length + 1;
  for (const { id: named, node } of file.references)
    if (node.type?.kind === "column" && named === source && node.word.slice(from) === id)
      found.push({ file, node, from, defines: false });
  return found;
}

/** The parts of paths of keys, which waivers have, that lead over one of the occurrences. */
function inPaths(file: PlanFile, own: readonly Occurrence[]): Occurrence[] {
  const names = new Set(own.filter(({ from }) => from === 0).map(({ node }) => node));
  return [...names]
    .flatMap((name) => waiverSteps(file).get(name) ?? [])
    .map(({ at, from }) => ({ file, node: at, from, defines: false }));
}

/** Is it a value written as `*name`? What stands in a map or list that is borrowed as a whole is not. */
function isAlias(node: ScalarNode): boolean {
  if (node.key) return !node.key.borrowed;
  return node.parent ? !node.parent.borrowed : node === node.section.value;
}

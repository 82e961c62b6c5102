import { quote } from "../edits/render.ts";
import { applyEdits, type TextEdit } from "../edits/text-edit.ts";
import type { DefinitionKind } from "../language/types.ts";
import { kindName, shown } from "../rules/words.ts";
import { containerType, type MapNode, type Node, type ScalarNode } from "../syntax/nodes.ts";
import { type PlanFile, readPlanFile } from "../syntax/plan-file.ts";
import { isId } from "../syntax/read-scalar.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { fileName } from "../workspace/links.ts";
import {
  everyOccurrenceIn,
  type NamedHere,
  type Occurrence,
  occurrencesOf,
  placeOf,
  plansThatKnow,
  type Subject,
  subjectAt,
} from "./occurrences.ts";
import { isSameBut } from "./same-but.ts";

/** Why a name stays as it is, in a sentence for the author. */
export interface Refusal {
  readonly refused: string;
}

/** What a name could be changed from. */
export interface Renameable {
  readonly place: Place;
  readonly name: string;
}

interface Renaming extends NamedHere {
  readonly plans: readonly CheckedPlan[];
  readonly found: readonly Occurrence[];
}

/**
 * Can the name at an offset be changed?
 *
 * @param others other plans that are known: those that share the id are changed with it
 * @returns undefined where there is no name of the author's
 */
export function prepareRename(
  plan: CheckedPlan,
  offset: number,
  others: readonly CheckedPlan[],
): Renameable | Refusal | undefined {
  const start = startAt(plan, offset, others);
  if (!start || "refused" in start) return start;
  const { id } = start.subject;
  return { place: placeOf(start.at, id), name: id };
}

/**
 * Changes the id, or the column, at an offset everywhere in the plan, its catalogs, and those of the other plans that get
 * it from the same file. Comments and texts stay as they are, and quotes stay where they are.
 */
export function rename(
  plan: CheckedPlan,
  offset: number,
  name: string,
  others: readonly CheckedPlan[],
): { readonly edits: readonly TextEdit[] } | Refusal | undefined {
  const start = startAt(plan, offset, others);
  if (!start || "refused" in start) return start;
  const { subject, plans, found } = start;
  if (name === subject.id) return { edits: [] };
  const refused = whyNotNamed(subject, name, plans, found);
  if (refused) return { refused };
  const edits = found.filter(({ node }) => !node.borrowed).map((one) => editOf(one, subject.id, name));
  for (const file of new Set(found.map((one) => one.file))) {
    const own = edits.filter(({ uri }) => uri === file.uri);
    if (!meansTheSame(file, own, subject, name))
      return { refused: `Called ${shown(name)}, ${fileName(file.uri)} would no longer say the same as it does now.` };
  }
  return { edits };
}

function startAt(plan: CheckedPlan, offset: number, others: readonly CheckedPlan[]): Renaming | Refusal | undefined {
  const here = subjectAt(plan, offset);
  // The ids of rules are not the author's.
  if (!here || here.subject.kind === "rule") return undefined;
  // On the quotes the name is meant too, but not on the sign of a block: clients would refuse a name on another line.
  const place = placeOf(here.at, here.subject.id);
  if (offset < place.start - 1 || offset > place.end + 1) return undefined;
  const plans = plansThatKnow(plan, here.subject, others);
  const found = occurrencesOf(plans, here.subject);
  const refused = whyFixed(here, found);
  return refused ? { refused } : { ...here, plans, found };
}

/** Why the name can't be changed, whatever to. */
function whyFixed({ subject, at }: NamedHere, found: readonly Occurrence[]): string | undefined {
  const id = shown(subject.id);
  if (at.node.borrowed)
    return `This repeats ${id} from elsewhere (YAML calls it an alias). Change it where it is written.`;
  const definitions = found.filter(({ defines }) => defines);
  if (definitions.some(({ file, node }) => isNamedByLanguage(file, node, subject)))
    return `${id} means the same in every plan, so it keeps its name.`;
  if (definitions.length > 0) return undefined;
  return subject.kind === "column"
    ? `The plan does not list ${id} among the \`columns\` of ${shown(subject.source)}. Change it where it is defined, such as in the data contract.`
    : `Nothing that could be read defines ${id}. Change it where it is defined.`;
}

/** Is it one of the names that the language gives, such as `build-start`? */
function isNamedByLanguage(file: PlanFile, node: ScalarNode, { kind, id }: Subject): boolean {
  const parent = file.definitions.find((one) => one.node === node && one.kind === kind)?.value.parent;
  const type = parent?.kind === "map" ? containerType(parent as MapNode) : undefined;
  return type?.kind === "map" && Object.hasOwn(type.known ?? {}, id);
}

/** Why this name can't be given. */
function whyNotNamed(
  subject: Subject,
  name: string,
  plans: readonly CheckedPlan[],
  found: readonly Occurrence[],
): string | undefined {
  if (subject.kind === "column") {
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name))
      return "Write the name of a column with letters, digits, `_`, `-` and dots only.";
  } else if (!isId(name))
    return `${shown(name)} can't serve as a name that others refer to. Use letters and digits, with hyphens between words: \`lead-engineer\`.`;
  if (subject.kind === "milestone" && /^\d/.test(name))
    return "A milestone can't begin with a digit: it would be taken for a date. Begin it with a letter: `pilot-start`.";
  const used = found.find(
    ({ node: { type } }) => type?.kind === "reference" && Object.hasOwn(type.choices ?? {}, name),
  );
  if (used) return `${shown(name)} already has a meaning of its own where ${shown(subject.id)} is used.`;
  for (const { definitions } of plans) {
    const taken = definedAs(definitions, subject, name);
    if (taken)
      return `There is already a ${kindName(subject.kind as DefinitionKind)} ${shown(name)}, in ${fileName(taken.file.uri)}.`;
  }
  return undefined;
}

function definedAs(
  definitions: CheckedPlan["definitions"],
  subject: Subject,
  name: string,
): { readonly file: PlanFile } | undefined {
  if (subject.kind !== "column") return definitions.all(subject.kind, name)[0];
  return definitions
    .all("data-source", subject.source)
    .find(({ file, id }) =>
      everyOccurrenceIn(file, { kind: "column", source: id, id: name }).some(({ defines }) => defines),
    );
}

/** Changes what the name is written with; where escapes hide it, the whole word is written anew. */
function editOf(occurrence: Occurrence, id: string, name: string): TextEdit {
  const { file, node, from } = occurrence;
  const place = placeOf(occurrence, id);
  if (file.text.slice(place.start, place.end) === id) return { ...place, newText: name };
  return { ...place, newText: quote(node.word.slice(0, from) + name + node.word.slice(from + id.length)) };
}

/** Does the changed file name the same things in the same places, and has nothing else in it changed? */
function meansTheSame(file: PlanFile, edits: readonly TextEdit[], subject: Subject, name: string): boolean {
  const renamed = { ...subject, id: name };
  const after = readPlanFile(file.uri, applyEdits(file.text, edits));
  const before = everyOccurrenceIn(file, subject);
  const named = before.length + everyOccurrenceIn(file, renamed).length;
  if (everyOccurrenceIn(after, renamed).length !== named || everyOccurrenceIn(after, subject).length > 0) return false;
  const changed = new Set<Node>(before.map(({ node }) => node));
  return isSameBut(file, after, (node, now) => changed.has(node) || now.text === node.text);
}

import { type Piece, pieceOf } from "../../edits/definition-text.ts";
import type { EditedText } from "../../edits/edited-text.ts";
import { indentUnit } from "../../edits/map-writer.ts";
import { PlanEditor } from "../../edits/plan-editor.ts";
import { columnOf } from "../../edits/text-lines.ts";
import { isLentByCatalogs, sectionOfKind } from "../../language/sections.ts";
import type { DefinitionKind } from "../../language/types.ts";
import type { MapNode, Node, Section } from "../../syntax/nodes.ts";
import { type PlanFile, readPlanFile } from "../../syntax/plan-file.ts";
import type { Definition, Reference } from "../../syntax/structure.ts";
import { CheckedPlan } from "../../workspace/checked-plan.ts";
import { resolveLink } from "../../workspace/links.ts";
import { supposing } from "../../workspace/supposing.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** A definition with its text. */
export interface Movable extends Definition {
  readonly map: MapNode;
  readonly piece: Piece;
}

/** A definition of a file as it could be written into another; undefined where that can't be done line by line. */
export function movable(file: PlanFile, definition: Definition): Movable | undefined {
  const map = definition.value.parent;
  if (map?.kind !== "map" || map !== map.section.value) return undefined;
  const entry = map.all.find(({ key }) => key === definition.node);
  const piece = entry && pieceOf(file, map, entry);
  return piece && { ...definition, map, piece };
}

/** What a definition refers to. */
export function referencesIn({ references }: PlanFile, { value }: Definition): Reference[] {
  return references.filter(({ node }) => isInside(node, value));
}

/** Do all links in a definition lead to the same files, seen from another one? */
export function linksStay({ links, uri }: PlanFile, { value }: Definition, to: string, root: string): boolean {
  return links.every((node) => {
    if (node.value === undefined || !isInside(node, value)) return true;
    const [here, there] = [uri, to].map((from) => JSON.stringify(resolveLink(node.value ?? "", from, root)));
    return here === there;
  });
}

function isInside(node: Node, value: Node): boolean {
  return node === value || (node.parent !== undefined && isInside(node.parent, value));
}

/** Can anything be moved in or out of a file? */
export function isSound(file: PlanFile): boolean {
  const { refusal, syntax, sections, text } = file;
  const isLine = (section: Section) => !section.broken && columnOf(text, file.startOf(section)) === 0;
  return !refusal && syntax.length === 0 && sections.every((one) => isLine(one) && !one.key.borrowed);
}

/** Writes definitions into the text of a file, in the file's own style; false where there is no place for one. */
export function writeInto(
  edited: EditedText,
  uri: string,
  workspace: Workspace,
  definitions: readonly Pick<Movable, "kind" | "id" | "piece">[],
  unit: string | undefined,
): boolean {
  return definitions.every(({ kind, id, piece }) => {
    const file = readPlanFile(uri, edited.text);
    const editor = new PlanEditor(new CheckedPlan(supposing(workspace, file, [file])), unit ?? indentUnit(file));
    const section = file.root.entry(sectionOfKind[kind])?.value;
    const isFlow = section?.kind === "map" && section.flow;
    if (!isLentByCatalogs(kind) || !editor.canDefine(kind) || (isFlow && !piece.fitsFlow)) return false;
    const edits = editor.define(kind, id, piece.source);
    edited.apply(edits);
    return edits.length > 0;
  });
}

/** What a file says, by section, and by id where ids are defined: not where, and not what it imports. */
export function contentsOf(file: PlanFile): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { name, value } of file.sections) {
    if (name === "imports" || !file.root.has(name) || (value.kind === "map" && value.all.length === 0)) continue;
    const isLent = value.kind === "map" && file.definitions.some((one) => one.value.parent === value);
    if (!isLent) contents.set(name, said(value));
    else for (const entry of value.all) contents.set(keyOf(name, entry.key.text), said(entry.value));
  }
  return contents;
}

export function keyOf(section: string, id: string): string {
  return `${section}: ${id}`;
}

function said(node: Node): string {
  const plain = (one: Node): unknown => {
    if (one.kind === "scalar") return one.text;
    return one.kind === "list"
      ? one.all.map(plain)
      : { map: one.all.map(({ key, value }) => [key.text, plain(value)]) };
  };
  return JSON.stringify(plain(node));
}

export function definitionOf(file: PlanFile, kind: DefinitionKind, id: string): Definition | undefined {
  return file.definitions.find((one) => one.kind === kind && one.id === id);
}

export function saysTheSame(file: PlanFile, expected: ReadonlyMap<string, string>): boolean {
  const contents = contentsOf(file);
  return contents.size === expected.size && [...expected].every(([key, value]) => contents.get(key) === value);
}

import { removalOf } from "../../edits/definition-text.ts";
import { EditedText } from "../../edits/edited-text.ts";
import { indentUnit } from "../../edits/map-writer.ts";
import { PlanEditor } from "../../edits/plan-editor.ts";
import { written } from "../../edits/stub.ts";
import type { TextEdit } from "../../edits/text-edit.ts";
import { lineEnd, lineEndOf } from "../../edits/text-lines.ts";
import { LANGUAGE_VERSION } from "../../language/index.ts";
import { isLentByCatalogs, sectionOfKind } from "../../language/sections.ts";
import { kindName } from "../../rules/words.ts";
import type { MapNode } from "../../syntax/nodes.ts";
import { type PlanFile, readPlanFile, spanIn } from "../../syntax/plan-file.ts";
import type { Definition } from "../../syntax/structure.ts";
import { CheckedPlan } from "../../workspace/checked-plan.ts";
import { fileName, resolveLink } from "../../workspace/links.ts";
import { onceFor } from "../../workspace/once-for.ts";
import { supposing } from "../../workspace/supposing.ts";
import type { ActionContext, CodeAction } from "./action.ts";
import {
  contentsOf,
  isSound,
  keyOf,
  linksStay,
  type Movable,
  movable,
  referencesIn,
  saysTheSame,
  writeInto,
} from "./copy-definitions.ts";
import { sameFindings } from "./same-findings.ts";

/** Whoever imports more has a choice that no menu should show. */
const MOST_CATALOGS = 5;
const NEW_CATALOG = "./catalog.aiplan";

/** Where definitions could be moved to. */
interface Destination {
  readonly catalog: PlanFile;
  readonly title: string;
  readonly isNew: boolean;
}

/** Moves what is defined at the cursor to a catalog, for other plans to use, with what it refers to. */
export function extracting(context: ActionContext): CodeAction[] {
  const { file } = context.plan;
  const definition = file.kind === "plan" && isSound(file) ? definitionAt(file, context.span.start) : undefined;
  if (!definition) return [];
  const known = offersOf(context.plan);
  const offers =
    known.get(definition) ??
    destinationsOf(context.plan).flatMap((destination) => extractionTo(context, definition, destination) ?? []);
  known.set(definition, offers);
  return offers;
}

/** Editors ask again with every move of the cursor, and each answer checks the plan anew. */
const offersOf = onceFor((_plan: CheckedPlan) => new Map<Definition, CodeAction[]>());

/** The definition on whose first line the offset lies. */
function definitionAt(file: PlanFile, offset: number): Definition | undefined {
  return file.definitions.find(({ kind, node, value }) => {
    if (!isLentByCatalogs(kind) || node.borrowed) return false;
    const { start } = spanIn(file, node);
    return start <= offset && offset <= Math.min(lineEnd(file.text, start), Math.max(spanIn(file, value).end, start));
  });
}

function destinationsOf({ file, workspace }: CheckedPlan): Destination[] {
  const own = workspace.imports.flatMap(({ from, node, target }) =>
    from === file && target ? [{ node, target }] : [],
  );
  const names = own.map(({ target }) => fileName(target.uri));
  const known = own.slice(0, MOST_CATALOGS).map(({ node, target }, index) => {
    const isOnly = names.filter((name) => name === names[index]).length === 1;
    return { catalog: target, title: `the catalog ${isOnly ? names[index] : node.word}`, isNew: false };
  });
  const link = resolveLink(NEW_CATALOG, file.uri, workspace.root);
  if (file.root.has("imports") || link.kind !== "file") return known;
  const isTaken = link.uri === file.uri || [...workspace.links.values()].some(({ uri }) => uri === link.uri);
  const eol = lineEndOf(file.text);
  const name = fileName(link.uri);
  const header = [`aiplan: ${LANGUAGE_VERSION}`, "kind: catalog", `name: ${name.replace(/\.\w+$/, "")}`, ""].join(eol);
  const catalog = readPlanFile(link.uri, header);
  return isTaken ? [] : [{ catalog, title: `a new catalog ${name}`, isNew: true }];
}

function extractionTo(context: ActionContext, definition: Definition, to: Destination): CodeAction | undefined {
  const moved = movedWith(context.plan, definition, to.catalog);
  const result = moved && afterMove(context.plan, moved, to);
  if (!result || !sameFindings(context.plan.workspace, context.findings, result.changed)) return undefined;
  const [first, ...others] = moved.map(({ id }) => `\`${id}\``);
  const company = others.map((id, index) => `its ${kindName(moved[index + 1]!.kind)} ${id}`);
  const last = company.pop();
  const all = [[first, ...company].join(", "), ...(last ? [last] : [])].join(" and ");
  return {
    title: `Move ${all} to ${to.title}`,
    kind: "refactor.extract",
    preferred: false,
    createsFile: to.isNew,
    edits: () => result.edits,
  };
}

/** The definition, and what of the plan it refers to and the catalog does not know; undefined where they can't be moved. */
function movedWith({ file, workspace }: CheckedPlan, first: Definition, catalog: PlanFile): Movable[] | undefined {
  const { definitions: known } = new CheckedPlan(supposing(workspace, catalog, []));
  const own = file.definitions;
  const moved = new Map<Definition, Movable>();
  const waiting = [first];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (moved.has(next)) continue;
    const { kind, id } = next;
    const one = movable(file, next);
    const isOnly = own.filter((other) => other.kind === kind && other.id === id).length === 1;
    const mayMove = isOnly && known.all(kind, id).length === 0 && linksStay(file, next, catalog.uri, workspace.root);
    if (!one || !mayMove || saysByBeingThere(file, next)) return undefined;
    moved.set(next, one);
    for (const { to, id: used } of referencesIn(file, next)) {
      if (known.all(to, used).length > 0) continue;
      const target = own.find((other) => other.kind === to && other.id === used);
      if (!target || !isLentByCatalogs(to)) return undefined;
      waiting.push(target);
    }
  }
  return [...moved.values()];
}

/** A plan has its own systems and sources; those of a catalog only count where it names them. */
function saysByBeingThere({ references }: PlanFile, { kind, id }: Definition): boolean {
  const isNamed = references.some((one) => one.to === kind && one.id === id);
  return (kind === "system" || kind === "data-source") && !isNamed;
}

interface Moved {
  readonly edits: TextEdit[];
  readonly changed: readonly PlanFile[];
}

function afterMove({ file, workspace }: CheckedPlan, moved: readonly Movable[], to: Destination): Moved | undefined {
  const plan = new EditedText(file.text);
  const catalog = new EditedText(to.catalog.text);
  const inOrder = [...moved].sort((a, b) => a.piece.start - b.piece.start);
  const sections = new Map<MapNode, Movable[]>();
  for (const one of inOrder) sections.set(one.map, [...(sections.get(one.map) ?? []), one]);
  const written: Movable[] = [];
  const cuts: TextEdit[] = [];
  for (const [map, own] of sections) {
    const removal = removalOf(
      file,
      map,
      own.map(({ piece }) => piece),
    );
    if (!removal) return undefined;
    cuts.push(...removal.edits);
    written.push(...own.map((one, index) => (index === 0 ? withComments(one, removal.comments) : one)));
  }
  plan.apply(cuts);
  if (to.isNew && !importInto(plan, file, workspace)) return undefined;
  if (!writeInto(catalog, to.catalog.uri, workspace, written, to.isNew ? indentUnit(file) : undefined))
    return undefined;
  const changed = [readPlanFile(file.uri, plan.text), readPlanFile(to.catalog.uri, catalog.text)] as const;
  const said = new Map(contentsOf(file));
  const lent = new Map(contentsOf(to.catalog));
  for (const { kind, id } of moved) {
    const key = keyOf(sectionOfKind[kind], id);
    lent.set(key, said.get(key)!);
    said.delete(key);
  }
  if (!changed.every(isSound) || !saysTheSame(changed[0], said) || !saysTheSame(changed[1], lent)) return undefined;
  const { uri } = to.catalog;
  const inCatalog: TextEdit[] = to.isNew
    ? [{ uri, start: 0, end: 0, newText: catalog.text, newFile: true }]
    : catalog.edits(uri);
  return { edits: [...plan.edits(file.uri), ...inCatalog], changed };
}

function withComments(one: Movable, comments: readonly string[]): Movable {
  if (comments.length === 0) return one;
  const { piece } = one;
  return {
    ...one,
    piece: { ...piece, source: { kind: "source", lines: [...comments, ...piece.source.lines] }, fitsFlow: false },
  };
}

function importInto(plan: EditedText, { uri }: PlanFile, workspace: CheckedPlan["workspace"]): boolean {
  const file = readPlanFile(uri, plan.text);
  const editor = new PlanEditor(new CheckedPlan(supposing(workspace, file, [file])));
  const value = { kind: "list", items: [written(NEW_CATALOG)], inline: true } as const;
  const edits = editor.insertKeys(file.root, [{ name: "imports", value }]);
  plan.apply(edits);
  return edits.length > 0;
}

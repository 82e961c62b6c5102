import { Rendering, renderEntry } from "../edits/render.ts";
import { placeholder, type Stub, withEntry, written } from "../edits/stub.ts";
import { CATALOG_SECTIONS, LANGUAGE_VERSION, Plan, RolloutStep } from "../language/index.ts";
import { type DefinitionKind, type Key, STAGES, type Stage } from "../language/types.ts";
import { firstSentence } from "./sentence.ts";
import { bodyOf, type Snippet } from "./snippet-body.ts";
import { STYLE, snippetPieces } from "./snippet-pieces.ts";
import { laterItemStub, type Selection, snippetStub } from "./snippet-types.ts";

/**
 * A whole plan defines one of each, and everything in it that refers to one refers to that. Its roles are several: only
 * the owner is defined, and the others are named where they are needed.
 */
export const IDS: Partial<Readonly<Record<DefinitionKind, string>>> = {
  metric: "id of the business metric e.g. time-saved",
  "fallback-mode": "id of a fallback mode e.g. manual-queue",
  system: "id of a system e.g. helpdesk",
  "data-source": "id of a data source e.g. tickets",
  "escalation-path": "id of an escalation path e.g. outage",
  trigger: "id of a trigger e.g. quality-drop",
};
export const OWNER = "id of the owner e.g. head-of-support";

/** The snippet file of the extension: whole plans, a catalog, sections, and the small pieces in them. */
export function snippets(): Record<string, Snippet> {
  const pieces = snippetPieces().map(({ under: _, ...snippet }) => snippet);
  const all = [...documents().map(documentSnippet), ...sectionSnippets(), ...pieces];
  return Object.fromEntries(all.map((snippet) => [nameOf(snippet), snippet]));
}

/** A whole file to be filled in. */
export interface Document extends Omit<Snippet, "body"> {
  render(eol: string): Rendering;
  /** Placeholders that are filled in together wherever they stand. */
  readonly shared: readonly string[];
}

/** A plan for each stage, and a catalog. */
export function documents(): Document[] {
  return [...STAGES.map(planDocument), catalogDocument()];
}

function documentSnippet({ render, shared, ...snippet }: Document): Snippet {
  return { ...snippet, body: [...bodyOf(render("\n"), shared), ""] };
}

function sharedBy(ids: Selection["ids"] = {}): string[] {
  return [OWNER, ...Object.values(ids)];
}

/** What a list of snippets shows; two snippets never have one name. */
function nameOf({ prefix }: Snippet): string {
  return `AI Plan: ${prefix}`;
}

/** A whole plan with everything that is due by the stage it claims. */
function planDocument(stage: Stage): Document {
  const names = Object.keys(Plan.keys).filter((name) => {
    const { due } = keyOf(name);
    return due !== undefined && STAGES.indexOf(due) <= STAGES.indexOf(stage);
  });
  const known = { aiplan: String(LANGUAGE_VERSION), stage };
  return {
    prefix: `plan-${stage}`,
    description: `A whole plan at the stage ${stage}: everything that is due by then, to be filled in.`,
    render: (eol) => document(names, known, { stage, ids: IDS }, eol),
    shared: sharedBy(IDS),
  };
}

function catalogDocument(): Document {
  const { metric: _, ...ids } = IDS;
  const selection: Selection = { stage: "production", ids };
  const sections = Object.keys(Plan.keys).filter((name) => CATALOG_SECTIONS.some((one) => one === name));
  const names = ["aiplan", "kind", "name", ...sections];
  return {
    prefix: "catalog",
    description: "A catalog: roles, systems and other definitions that several plans share.",
    render: (eol) => document(names, { aiplan: String(LANGUAGE_VERSION), kind: "catalog" }, selection, eol),
    shared: sharedBy(ids),
  };
}

/** The sections one by one, each with all that is ever due in it. */
function sectionSnippets(): Snippet[] {
  return Object.keys(Plan.keys)
    .filter(isSection)
    .map((name) => ({
      prefix: name,
      description: firstSentence(keyOf(name).doc),
      body: bodyOf(renderEntry(name, sectionStub(name, { stage: "production" }), "", STYLE)),
    }));
}

function document(
  names: readonly string[],
  known: Readonly<Record<string, string>>,
  selection: Selection,
  eol: string,
): Rendering {
  const text = new Rendering();
  const ownerId = names.includes("owner") ? OWNER : undefined;
  for (const [index, name] of names.entries()) {
    const value = known[name];
    if (index > 0) text.write(eol);
    if (isSection(name)) text.write(`${eol}# ${firstSentence(keyOf(name).doc)}${eol}`);
    const stub = value === undefined ? sectionStub(name, selection, ownerId) : written(value);
    text.add(renderEntry(name, stub, "", { ...STYLE, eol }));
  }
  return text;
}

/** @param ownerId what to write for the owner, in a plan: the one role that it defines */
export function sectionStub(name: string, selection: Selection, ownerId?: string): Stub {
  const key = keyOf(name);
  if (name === "owner" && ownerId !== undefined) return placeholder(ownerId);
  if (name === "roles" && ownerId !== undefined)
    return snippetStub(key, { ...selection, ids: { ...selection.ids, role: ownerId } });
  const stub = snippetStub(key, selection);
  return name === "rollout" ? withLaterStep(stub, selection) : stub;
}

/** A rollout has at least two steps: the later ones need evidence, the first does not, and each has a name of its own. */
function withLaterStep(stub: Stub, selection: Selection): Stub {
  if (stub.kind !== "map") return stub;
  const step = withEntry(laterItemStub(RolloutStep, selection), "id", placeholder("name of the step e.g. everyone"));
  const entries = stub.entries.map(([name, value]) =>
    name === "steps" && value.kind === "list"
      ? ([name, { ...value, items: [...value.items, step] }] as const)
      : ([name, value] as const),
  );
  return { ...stub, entries };
}

export function isSection(name: string): boolean {
  const { kind } = keyOf(name).type;
  return kind === "object" || kind === "map";
}

export function keyOf(name: string): Key {
  return Plan.keys[name as keyof typeof Plan.keys];
}

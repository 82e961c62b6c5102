import type { ArtifactKind, Artifacts } from "../artifacts/artifact.ts";
import type { LinkType } from "../language/types.ts";
import type { ScalarNode, Span } from "../syntax/nodes.ts";
import { spanIn, spanOfPart } from "../syntax/plan-file.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { fileName, resolveLink } from "../workspace/links.ts";
import type { DefinitionAnswer, DefinitionTarget } from "./define.ts";

/** A link of the plan that an editor can open. */
export interface PlanLink {
  /** The path without its fragment, which has a place of its own to lead to; of a URL all. */
  readonly place: Place;
  /** The URI of the file, or the URL as it was written. */
  readonly target: string;
  /** What opens, in a few words. */
  readonly tooltip: string;
}

/** What an editor can open as it stands; more would have to be guessed. */
const OPENABLE = /^(?:https?:\/\/[^\s/]\S*|mailto:\S+)$/i;
/** Where these are the problem there is nothing to open, or nothing that may be. */
const NOTHING_THERE: ReadonlySet<string | undefined> = new Set(["not-found", "not-a-file", "outside", "malformed"]);

/** The links of the plan to files that are there and inside the workspace, and to URLs; imports among them. */
export function links(plan: CheckedPlan): PlanLink[] {
  return plan.file.links.flatMap((node) => {
    const link = linkAt(plan, node);
    if (!link || node.borrowed) return [];
    const { uri } = plan.file;
    return [{ place: { uri, ...link.path }, target: link.uri, tooltip: tooltipOf(link, node.type as LinkType) }];
  });
}

/**
 * Where a link leads to: from its path to the start of the file, and from its fragment to the part of that name, if it
 * is known where that stands. Undefined where it is no link to a file that is there.
 */
export function followedFrom(plan: CheckedPlan, node: ScalarNode, offset: number): DefinitionAnswer | undefined {
  const link = linkAt(plan, node);
  if (link?.kind !== "file") return undefined;
  const { uri } = plan.file;
  const { path, fragment } = link;
  const start = { uri: link.uri, start: 0, end: 0 };
  if (!fragment || offset <= path.end) return { origin: { uri, ...path }, targets: [targetAt(start)] };
  return { origin: { uri, ...fragment }, targets: [targetAt(partOf(plan, node) ?? start)] };
}

interface LinkParts {
  readonly kind: "file" | "url";
  readonly uri: string;
  /** Offsets into the text of the plan. */
  readonly path: Span;
  readonly fragment?: Span;
}

function linkAt({ workspace, file }: CheckedPlan, node: ScalarNode): LinkParts | undefined {
  if (node.type?.kind !== "link" || node.value === undefined) return undefined;
  const known = workspace.links.get(node) ?? workspace.imports.find((one) => one.node === node && one.from === file);
  // Words in place of a link are not followed.
  if (!known) return undefined;
  const written: string = node.value;
  const target = resolveLink(written, file.uri, workspace.root);
  const own = spanOfPart(file, node, node.word.indexOf(written), written.length);
  // Where it is written with escapes only all of it has a place.
  const whole = own ?? spanIn(file, node);
  if (target.kind === "url") return OPENABLE.test(written) ? { kind: "url", uri: written, path: whole } : undefined;
  if (target.kind !== "file" || isNothing(known.problem)) return undefined;
  const hash = own ? written.indexOf("#") : -1;
  if (hash < 0) return { kind: "file", uri: target.uri, path: whole };
  const path = { start: whole.start, end: whole.start + hash };
  return { kind: "file", uri: target.uri, path, fragment: { start: path.end + 1, end: whole.end } };
}

function tooltipOf({ kind, uri }: LinkParts, { artifact }: LinkType): string {
  if (kind === "url") return /^mailto:/i.test(uri) ? "Write an e-mail" : "Open in the browser";
  return `Open the ${nounFor(artifact)} ${fileName(uri)}`;
}

/** Kinds of files that are called otherwise than in the description of the language. */
const NOUNS: Readonly<Record<string, string>> = {
  "plan catalog": "catalog",
  openslo: "OpenSLO file",
  backstage: "Backstage catalog",
  flagd: "flagd file",
  "rollout engine": "rollout",
};

/** What a file is called that a link of this kind leads to. */
export function nounFor(artifact: LinkType["artifact"]): string {
  return NOUNS[artifact] ?? artifact;
}

function isNothing(problem: string | { readonly kind: string } | undefined): boolean {
  return NOTHING_THERE.has(typeof problem === "object" ? problem.kind : problem);
}

/** Where the part of a linked file stands that a fragment names. */
function partOf(plan: CheckedPlan, node: ScalarNode): Place | undefined {
  const link = plan.workspace.links.get(node);
  return link?.artifact && link.kind !== "document" ? PARTS[link.kind](link.artifact as never) : undefined;
}

const PARTS: { readonly [Kind in ArtifactKind]: (artifact: Artifacts[Kind]) => Place | undefined } = {
  "data contract": ({ column, name }) => (column?.name ?? name).place,
  openslo: ({ name }) => name.place,
  backstage: ({ name }) => name.place,
  flagd: ({ name }) => name.place,
  "rollout engine": ({ weights }) => weights[0]?.place,
  // A card is one whole.
  "model card": () => undefined,
};

function targetAt(place: Place): DefinitionTarget {
  return { whole: place, name: place };
}

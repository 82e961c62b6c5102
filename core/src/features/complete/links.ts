import { partsOf } from "../../artifacts/parts-of.ts";
import { quoteIfNeeded } from "../../edits/render.ts";
import type { LinkType } from "../../language/types.ts";
import { isPlaceholder, type Span } from "../../syntax/nodes.ts";
import { fileName, resolveLink } from "../../workspace/links.ts";
import type { Context } from "./context.ts";
import { FOLDER_LIKELIHOOD, likelihood } from "./file-kinds.ts";
import type { FolderEntry } from "./nearby-files.ts";
import type { Suggestion } from "./suggestion.ts";

/** The files and folders that a path may go on with; behind a `#`, the parts that the file has. */
export function completeLink(context: Context, type: LinkType): Suggestion[] {
  const { cursor, plan } = context;
  const { start, end } = cursor.token;
  const written = plan.file.text.slice(start, end);
  const isFree = isPlaceholder(written);
  const typed = isFree ? "" : written.slice(0, cursor.offset - start);
  if (!mayBePath(typed, type) || (cursor.quoted && /["'\\]/.test(written))) return [];
  const link = { written, typed, start, isFree };
  return typed.includes("#") ? fragments(context, type, link) : paths(context, type, link);
}

/** What is written of the link so far. */
interface Typed {
  /** The token, and what of it stands before the cursor. */
  readonly written: string;
  readonly typed: string;
  /** Where the token begins. */
  readonly start: number;
  /** A placeholder stands there, of which nothing is kept. */
  readonly isFree: boolean;
}

/** Where words are as good as a link, a sentence is no path. */
function mayBePath(typed: string, { orText }: LinkType): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return false;
  return !orText || /^\.{0,2}[\\/]/.test(typed) || !/[\s@]/.test(typed);
}

/** No plan links to what these hold. */
const NEVER_MEANT = new Set([".git", "node_modules"]);

function paths(context: Context, type: LinkType, link: Typed): Suggestion[] {
  const { file, workspace } = context.plan;
  const { written, typed, start, isFree } = link;
  const at = Math.max(typed.lastIndexOf("/"), typed.lastIndexOf("\\")) + 1;
  const above = typed.slice(0, at);
  const folder = resolveLink(`${above}.`, file.uri, workspace.root);
  if (folder.kind !== "file" || !context.files) return [];
  // A path from the beginning takes the place of the whole one; further on, of the piece of it at the cursor.
  const rest =
    isFree || typed === "" ? written.search(/#|$/) : typed.length + written.slice(typed.length).search(/[/\\#]|$/);
  const span = isFree ? { start, end: start + written.length } : { start: start + at, end: start + rest };
  const before = /^\.*$/.test(typed) ? "./" : "";
  const isFollowed = /[/\\]/.test(written[rest] ?? "") && !isFree;
  return inOrder(context.files.list(folder.uri) ?? [], type)
    .filter(({ name }) => name !== fileName(file.uri) || !isItself(context, above + name))
    .map(({ name, isFolder }): Suggestion => {
      const text = before + name + (isFolder && !isFollowed ? "/" : "");
      return { ...inPlace(context, link, text, span), kind: isFolder ? "folder" : "file" };
    })
    .concat(upwards(context, link, above, span));
}

/** A plan has no use for a link to itself. */
function isItself({ plan: { file, workspace } }: Context, path: string): boolean {
  const target = resolveLink(path, file.uri, workspace.root);
  return target.kind === "file" && target.uri === file.uri;
}

/** The likeliest first, each kind by name; what starts with a dot last. */
function inOrder(entries: readonly FolderEntry[], { artifact }: LinkType): FolderEntry[] {
  return entries
    .flatMap((entry) => {
      const rank = entry.isFolder ? FOLDER_LIKELIHOOD : likelihood(artifact, entry.name);
      // What a `#` or a backslash in a path means is settled: a link can't lead to files with one in their names.
      const canBe = rank !== undefined && !NEVER_MEANT.has(entry.name) && !/[#\\\r\n]/.test(entry.name);
      return canBe ? [{ entry, rank: rank + (entry.name.startsWith(".") ? 10 : 0) }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** The folder above, where that is still in the workspace. */
function upwards(context: Context, link: Typed, above: string, span: Span): Suggestion[] {
  const { file, workspace } = context.plan;
  const isUp = /^(?:\.\.\/)*$/.test(above) && /^(?:\.\.\/)*\.{0,2}$/.test(link.typed);
  if (!isUp || resolveLink(`${above}../.`, file.uri, workspace.root).kind !== "file") return [];
  return [{ ...inPlace(context, link, "../", span), kind: "folder" }];
}

function fragments(context: Context, type: LinkType, link: Typed): Suggestion[] {
  const { file, workspace } = context.plan;
  const { typed, written, start } = link;
  const hash = typed.indexOf("#");
  const target = resolveLink(typed.slice(0, hash), file.uri, workspace.root);
  if (!type.fragment || target.kind !== "file") return [];
  const linked = context.files?.read(target.uri);
  const parts = linked && partsOf(type.artifact, linked, typed.slice(hash + 1));
  const span = { start: start + hash + 1, end: start + written.length };
  return (parts?.all ?? []).map(({ fragment }) => ({
    ...inPlace(context, link, fragment, span),
    kind: "id",
    detail: parts!.part,
  }));
}

/** A text in place of a part of the token; of all of it where that has to be quoted then. */
function inPlace({ cursor }: Context, { written, start }: Typed, text: string, part: Span): Omit<Suggestion, "kind"> {
  const whole = written.slice(0, part.start - start) + text + written.slice(part.end - start);
  if (!cursor.quoted && quoteIfNeeded(whole) !== whole) return { text: whole, label: text, whole };
  return { text, whole, part };
}

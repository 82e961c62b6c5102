import { quote, quoteIfNeeded } from "../edits/render.ts";
import { applyEdits, type TextEdit } from "../edits/text-edit.ts";
import type { LinkType } from "../language/types.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import { type PlanFile, readPlanFile, spanIn, spanOfPart } from "../syntax/plan-file.ts";
import { fileLinks } from "../workspace/file-links.ts";
import { looksLikePath } from "../workspace/links.ts";
import type { ReadProblem } from "../workspace/workspace.ts";
import { type Moved, movedLink } from "./moved-link.ts";
import { isSameBut } from "./same-but.ts";

export interface RenameFilesOptions {
  /** Files and folders that are about to get other URIs. */
  readonly moves: readonly Moved[];
  /** The folder that no link of a file with this URI leaves. */
  readonly rootOf: (uri: string) => Promise<string>;
  /** Why a file could not be opened where it is before the move; undefined where there is one. */
  readonly probe: (uri: string, root: string) => Promise<ReadProblem | undefined>;
}

/** Where these are the problem a link is broken, and stays as it is. */
const BROKEN: ReadonlySet<ReadProblem | undefined> = new Set(["not-found", "not-a-file", "outside"]);

/**
 * Changes the imports and links of plans so that they lead where they did, once files or folders have been moved: in plans
 * that stay as in those that are moved. To be done before the move: the edits are for the URIs that files have until then.
 */
export async function renameFiles(
  files: readonly PlanFile[],
  { moves, rootOf, probe }: RenameFilesOptions,
): Promise<TextEdit[]> {
  const all = files.map(async (file) => {
    const root = await rootOf(file.uri);
    const moved = movedBy(moves, file.uri);
    const newRoot = moved.to === file.uri ? root : await rootOf(moved.to);
    const links = new Map<ScalarNode, string>();
    for (const { node, uri } of fileLinks(file, root)) {
      const isLink = (text: string) => !(node.type as LinkType).orText || looksLikePath(text);
      const link = movedLink(node.value ?? "", moved, movedBy(moves, uri), newRoot, isLink);
      if (link === undefined || BROKEN.has(await probe(uri, root))) continue;
      links.set(node, link);
    }
    return rewritten(file, links);
  });
  return (await Promise.all(all)).flat();
}

/** Where a file is before and after moves of files and folders. */
export function movedBy(moves: readonly Moved[], uri: string): Moved {
  const holding = moves.filter(({ from }) => uri === from || uri.startsWith(`${from}/`));
  const innermost = holding.sort((a, b) => b.from.length - a.from.length)[0];
  return { from: uri, to: innermost ? innermost.to + uri.slice(innermost.from.length) : uri };
}

/** The edits that give some links of a file other words; none where the file could not say that. */
function rewritten(file: PlanFile, links: ReadonlyMap<ScalarNode, string>): TextEdit[] {
  // What an alias or a merge key repeats is written elsewhere.
  const own = [...links].filter(([node]) => !node.borrowed);
  const isRight = (node: ScalarNode, now: ScalarNode) =>
    node.borrowed || (links.has(node) ? now.value === links.get(node) : now.text === node.text);
  for (const edit of [changePath, quoteWhereNeeded]) {
    const edits = own.map(([node, link]) => edit(file, node, link));
    if (isSameBut(file, readPlanFile(file.uri, applyEdits(file.text, edits)), isRight)) return edits;
  }
  return [];
}

/** Quotes and the fragment stay. */
function changePath(file: PlanFile, node: ScalarNode<string>, link: string): TextEdit {
  const written = node.value ?? "";
  const path = spanOfPart(file, node, node.word.indexOf(written), lengthOfPath(written));
  // Where it is written with escapes there is no path to be seen.
  return path ? { uri: file.uri, ...path, newText: link.slice(0, lengthOfPath(link)) } : changeAll(file, node, link);
}

function lengthOfPath(link: string): number {
  const hash = link.indexOf("#");
  return hash < 0 ? link.length : hash;
}

/** For links with signs in them that would not stand for themselves. */
function quoteWhereNeeded(file: PlanFile, node: ScalarNode<string>, link: string): TextEdit {
  const isPlain = node.style === "plain" && quoteIfNeeded(link) === link;
  return isPlain ? changePath(file, node, link) : changeAll(file, node, link);
}

function changeAll(file: PlanFile, node: ScalarNode, link: string): TextEdit {
  return { uri: file.uri, ...spanIn(file, node), newText: quote(link) };
}

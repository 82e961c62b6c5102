import { isAlias, isMap, isNode, parseDocument, visit } from "yaml";
import type { TextEdit } from "../edits/text-edit.ts";
import { lineEndOf, lineStart, nextLine } from "../edits/text-lines.ts";
import { sameNode } from "../format/same-contents.ts";
import { Plan } from "../language/index.ts";
import type { PlanFile } from "../syntax/plan-file.ts";

const RANKS = new Map(Object.keys(Plan.keys).map((key, rank) => [key, rank]));
const BLANK = /^[ \t\r]*\n?$/;
const COMMENT = /^#/;
/** What ends a document, and what may follow it. */
const END = /^\.\.\.(?:\s|$)/;

/** A section with the blank lines above it, and below these the comments that belong to it. */
interface Block {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly blanks: string;
  readonly rest: string;
}

/**
 * Puts the sections into the order of the language, each with the comments and blank lines above it. Keys that are the
 * author's own stay behind the section that they follow. What stands above the first section, parted from it by a blank
 * line, stays on top, and what stands below the last one at the end. No edits: there is nothing to do, or a section can't be
 * read, or an alias would come before its anchor.
 */
export function organizeSections(file: PlanFile): TextEdit[] {
  const blocks = blocksOf(file);
  const order = blocks && inOrder(blocks);
  if (!order || order.every((block, index) => block === blocks[index])) return [];
  const texts = textsOf(order, blocks, file.text);
  const edits = editsFor(file, blocks, order, texts);
  const after = file.text.slice(0, blocks[0]!.start) + texts.join("") + file.text.slice(blocks.at(-1)!.end);
  return saysTheSame(file.text, after) ? edits : [];
}

/** Undefined where the sections are not blocks of lines that could be moved. */
function blocksOf(file: PlanFile): Block[] | undefined {
  const { text, sections } = file;
  const names = sections.map(({ name }) => name);
  if (file.refusal || file.syntax.length > 0 || new Set(names).size < names.length) return undefined;
  const keys = sections.map((section) => file.startOf(section));
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const areLines = keys.every((key) => Math.max(bom, lineStart(text, key)) === key);
  if (!areLines || sections.some(({ broken, key }) => broken || key.borrowed)) return undefined;
  const starts = keys.map((key, index) => headOf(text, key, index === 0 ? undefined : keys[index - 1]!));
  const end = tailOf(text, keys.at(-1) ?? 0);
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? end;
    const written = text.slice(start, next);
    const blanks = index === 0 ? "" : /^(?:[ \t]*\r?\n)*/.exec(written)![0];
    return { name: names[index]!, start, end: next, blanks, rest: written.slice(blanks.length) };
  });
}

/** Where the comments and blank lines above a section start; above the first one only its comments are its own. */
function headOf(text: string, key: number, previous: number | undefined): number {
  let start = key;
  while (start > (previous ?? 0)) {
    const line = lineStart(text, start - 1);
    const written = text.slice(line, start).replace(/^\uFEFF/, "");
    const isOwn = COMMENT.test(written) || (previous !== undefined && BLANK.test(written));
    if (!isOwn) break;
    start = line;
  }
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** Where the last section ends, and what is said of none begins. */
function tailOf(text: string, key: number): number {
  let end = nextLine(text, key);
  let tail = end;
  for (let line = end; line < text.length; line = end) {
    end = nextLine(text, line);
    const written = text.slice(line, end);
    if (END.test(written)) break;
    if (!BLANK.test(written) && !COMMENT.test(written)) tail = end;
  }
  return tail;
}

function inOrder(blocks: readonly Block[]): Block[] {
  let rank = -1;
  const ranked = blocks.map((block) => {
    rank = RANKS.get(block.name) ?? rank;
    return { block, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ block }) => block);
}

/** The blocks as they are written in their new order: the first has no blank lines above it, and each ends its line. */
function textsOf(order: readonly Block[], blocks: readonly Block[], text: string): string[] {
  const [first, formerly] = [order[0]!, blocks[0]!];
  const endsOpen = !/\n$/.test(blocks.at(-1)!.rest);
  return order.map((block, index) => {
    const blanks = block === first ? "" : block === formerly ? first.blanks : block.blanks;
    const rest = endsOpen
      ? block.rest.replace(/\r?\n$/, "") + (index < order.length - 1 ? lineEndOf(text) : "")
      : block.rest;
    return blanks + rest;
  });
}

/** Leaves as many blocks where they are as can be, for the cursors and folds in them. */
function editsFor(
  file: PlanFile,
  blocks: readonly Block[],
  order: readonly Block[],
  texts: readonly string[],
): TextEdit[] {
  const { uri, text } = file;
  const edits: TextEdit[] = [];
  let [at, next] = [blocks[0]!.start, 0];
  const replaceUpTo = (end: number, index: number) => {
    const newText = texts.slice(next, index).join("");
    if (newText !== text.slice(at, end)) edits.push({ uri, start: at, end, newText });
  };
  const isSame = order.map(({ start, end }, index) => texts[index] === text.slice(start, end));
  for (const index of longestRise(
    order.map(({ start }) => start),
    isSame,
  )) {
    replaceUpTo(order[index]!.start, index);
    [at, next] = [order[index]!.end, index + 1];
  }
  replaceUpTo(blocks.at(-1)!.end, order.length);
  return edits;
}

/** The indices of as many numbers as can be that rise, of those that may be taken. */
function longestRise(numbers: readonly number[], mayTake: readonly boolean[]): number[] {
  const before: (number | undefined)[] = [];
  /** For each length, the index of the least number with which a rise of that length ends. */
  const ends: number[] = [];
  for (const [index, number] of numbers.entries()) {
    if (!mayTake[index]) continue;
    const length = ends.findLastIndex((end) => numbers[end]! < number) + 1;
    before[index] = ends[length - 1];
    ends[length] = index;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.unshift(at);
  return rise;
}

/** Do two texts have the same sections, in whatever order, and does each alias still mean the same? */
function saysTheSame(a: string, b: string): boolean {
  const options = { schema: "failsafe", uniqueKeys: false, logLevel: "silent" } as const;
  const [before, after] = [parseDocument(a, options), parseDocument(b, options)];
  if (after.errors.length > 0 || !isMap(before.contents) || !isMap(after.contents)) return false;
  const sections = new Map(after.contents.items.map((pair) => [String(pair.key), pair]));
  if (before.contents.items.length !== after.contents.items.length) return false;
  if (!before.contents.items.every((pair) => sameNode(pair, sections.get(String(pair.key))))) return false;
  const anchors = new Set<string>();
  let isSame = true;
  visit(after, (_, node) => {
    if (isAlias(node)) isSame &&= anchors.has(node.source);
    else if (isNode(node) && node.anchor !== undefined) {
      // Of two anchors with one name, an alias means the one that comes before it.
      isSame &&= !anchors.has(node.anchor);
      anchors.add(node.anchor);
    }
  });
  return isSame;
}

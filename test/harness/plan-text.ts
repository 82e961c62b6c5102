/**
 * Finds and deletes keys in the text of a plan, as an author with an editor would. It reads with the `yaml` package
 * alone, so that what it says does not depend on the code it helps to test.
 */
import { language } from "@aiplan/core";
import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type Node as YamlNode } from "yaml";

/** Keys, ids and indexes of list items that lead from the root to a key. */
export type Path = readonly (string | number)[];

/** A key that a plan has and that has a due stage, with what the language says of it. */
export interface DueKey {
  readonly path: Path;
  readonly key: language.Key & { readonly due: language.Stage };
}

/** A part of a text, in UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Every key that the plan has and would be missed at its stage or the next, in the order of the text. */
export function dueKeysOf(text: string): DueKey[] {
  const root = rootOf(text);
  const stage = wordAt(root, ["stage"]) as language.Stage;
  const suggests = wordAt(root, ["operating-limits", "autonomy"]) === "suggest";
  const isDue = (path: Path, condition: language.Condition | undefined): boolean => {
    const holder = path.slice(0, -1);
    switch (condition?.kind) {
      case undefined:
        return true;
      case "unless-suggest":
        return !suggests;
      case "sibling-absent":
        return nodeAt(root, [...holder, condition.key]) === undefined;
      case "sibling-in":
        return wordsIn(nodeAt(root, [...holder, condition.key])).some((word) => condition.values.includes(word));
      case "item":
        return (path.at(-2) === 0) === (condition.which === "first");
    }
  };
  return [...walk(language.Plan, root, [])].filter(
    ({ key, path }) => language.isDueWithin(key.due, stage) && isDue(path, key.when) && !isLent(text, path),
  );
}

/** Does a merge key lend the key too, so that it is there when its own line is gone? */
function isLent(text: string, path: Path): boolean {
  const document = parseDocument(text, { schema: "failsafe" });
  const holder = nodeAt(document.contents as YAMLMap, path.slice(0, -1));
  const merge = isMap(holder) ? holder.get("<<", true) : undefined;
  const lender = isAlias(merge) ? merge.resolve(document) : undefined;
  return isMap(lender) && lender.has(path.at(-1));
}

function* walk(type: language.ValueType, node: unknown, path: Path): Generator<DueKey> {
  if (type.kind === "list" && isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* walk(type.of, item, [...path, index]);
  } else if (type.kind === "either") {
    const of: readonly language.ValueType[] = type.of;
    const fits = of.find((one) => (one.kind === "list" ? isSeq(node) : one.kind === "map" && isMap(node)));
    if (fits) yield* walk(fits, node, path);
  } else if ((type.kind === "object" || type.kind === "map") && isMap(node)) {
    const keys: Readonly<Record<string, language.Key>> = type.kind === "object" ? type.keys : (type.known ?? {});
    for (const pair of node.items) {
      const name = String(pair.key);
      const key = keys[name];
      if (key?.due) yield { path: [...path, name], key: { ...key, due: key.due } };
      const of = key?.type ?? (type.kind === "map" ? (type.of as language.ValueType) : undefined);
      if (of) yield* walk(of, pair.value, [...path, name]);
    }
  }
}

/** The text without a key and its value; the rest stays as it is written. */
export function deleteKey(text: string, path: Path): string {
  const map = nodeAt(rootOf(text), path.slice(0, -1));
  if (!isMap(map)) throw new Error(`no map at ${path.slice(0, -1).join(".")}`);
  const { start, end, instead = "" } = map.flow ? spanInFlow(map, path) : spanInBlock(text, map, path);
  return text.slice(0, start) + instead + text.slice(end);
}

/** The text with only some of its top-level keys. */
export function keepSections(text: string, kept: readonly string[]): string {
  const names = rootOf(text).items.map((pair) => String(pair.key));
  return names.filter((name) => !kept.includes(name)).reduce((rest, name) => deleteKey(rest, [name]), text);
}

/** The place of a key, or of an item of a list. */
export function partAt(text: string, path: Path): Part {
  const root = rootOf(text);
  const holder = nodeAt(root, path.slice(0, -1));
  const node = isMap(holder) ? pairOf(holder, path.at(-1)).key : nodeAt(root, path);
  const range = (node as YamlNode | undefined)?.range;
  if (!range) throw new Error(`nothing at ${path.join(".")}`);
  return { start: range[0], end: range[1] };
}

/** The place of the value of a top-level key; undefined where there is no such key. */
export function valuePart(text: string, name: string): Part | undefined {
  const range = (rootOf(text).get(name, true) as YamlNode | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** The first key in a map. */
export function firstKey(text: string, path: Path): string | undefined {
  const map = nodeAt(rootOf(text), path);
  return isMap(map) && map.items[0] ? String(map.items[0].key) : undefined;
}

interface Deletion extends Part {
  readonly instead?: string;
}

/** With the comma after it, or with the one before it where it is the last. */
function spanInFlow(map: YAMLMap, path: Path): Deletion {
  const index = map.items.indexOf(pairOf(map, path.at(-1)));
  const { start, end } = spanOf(map.items[index]);
  const [before, after] = [map.items[index - 1], map.items[index + 1]];
  if (after) return { start, end: spanOf(after).start };
  return { start: before ? spanOf(before).end : start, end };
}

/** Whole lines, with the comment at the end of the last; the dash of a list item stays. */
function spanInBlock(text: string, map: YAMLMap, path: Path): Deletion {
  const index = map.items.indexOf(pairOf(map, path.at(-1)));
  const { start, end } = spanOf(map.items[index]);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const nextLine = newline < 0 ? text.length : newline + 1;
  if (text.slice(line, start).trim() === "") return { start: line, end: nextLine };
  const after = map.items[index + 1];
  return after ? { start, end: spanOf(after).start } : { start, end, instead: "{}" };
}

/** From the first character of the key to the last of the value, comments and line ends after it left out. */
function spanOf(pair: Pair | undefined): Part {
  const [start, end] = (pair?.key as YamlNode | undefined)?.range ?? [0, 0];
  return { start, end: Math.max(end, endOf(pair?.value)) };
}

function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) return Math.max(...node.items.map((pair) => spanOf(pair).end));
  if (isSeq(node) && !node.flow) return Math.max(...node.items.map(endOf));
  const end = (node as YamlNode | null)?.range?.[1] ?? 0;
  // Text over several lines (`|`, `>`) takes in the line end after it.
  return isScalar(node) && node.type?.startsWith("BLOCK_") ? end - 1 : end;
}

function rootOf(text: string): YAMLMap {
  const { contents, errors } = parseDocument(text, { schema: "failsafe" });
  if (errors[0]) throw errors[0];
  if (!isMap(contents)) throw new Error("not a map");
  return contents;
}

function pairOf(map: YAMLMap, name: string | number | undefined): Pair {
  const pair = map.items.find(({ key }) => String(key) === String(name));
  if (!pair) throw new Error(`no key ${name}`);
  return pair;
}

function nodeAt(root: YAMLMap, path: Path): unknown {
  return path.length === 0 ? root : root.getIn(path, true);
}

function wordAt(root: YAMLMap, path: Path): string | undefined {
  return wordsIn(nodeAt(root, path))[0];
}

function wordsIn(node: unknown): string[] {
  if (isSeq(node)) return node.items.flatMap(wordsIn);
  return isScalar(node) ? [String(node.value)] : [];
}

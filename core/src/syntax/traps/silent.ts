/**
 * Traps that are no YAML error: the text is read, as something other than what its author meant. They look at nodes,
 * and know of the plan language only what they are told. Nothing here looks at borrowed nodes.
 */
import type { Entry, MapNode, Node, ScalarNode, Span } from "../nodes.ts";
import { findOperator } from "./operators.ts";
import { quote } from "./values.ts";

/** What was met, and what to write for it. Offsets are relative to the section, like those of nodes. */
export interface SilentTrap extends Span {
  /** What stands there, as its author sees it. */
  readonly written: string;
  readonly replacement: string;
}

export interface MapExpectations {
  /** Is this a key that may stand here, or the beginning of one that someone is typing? */
  isKey(text: string): boolean;
  /** Does the key take text in which a comma may be meant? */
  expectsText(key: string): boolean;
}

/**
 * A value in braces that its own comma has cut: `{x: 140,000 EUR/mo}`, `{x: 93,5%}`, `{how: Call, then page}`. The
 * entries after the cut have no colon; they are the ones up to the end of the span.
 * @param text of the file
 * @param sectionStart offset of the section in it
 */
export function splitValue(
  map: MapNode,
  index: number,
  text: string,
  sectionStart: number,
  expected: MapExpectations,
): SilentTrap | undefined {
  const entry = map.all[index];
  const value = entry?.value;
  if (!map.flow || map.borrowed || value?.kind !== "scalar" || value.style !== "plain" || value.isNull)
    return undefined;
  let last: ScalarNode | undefined;
  for (let next = index + 1; next < map.all.length; next++) {
    const { key, colon } = map.all[next]!;
    const keyMeant = key.style !== "plain" || expected.isKey(key.text) || UNSPACED_KEY.test(key.text);
    if (colon || key.borrowed || keyMeant) break;
    last = key;
  }
  if (!last) return undefined;
  const written = text
    .slice(sectionStart + value.start, sectionStart + last.end)
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
  const number = wholeNumber(written);
  if (number === undefined && !expected.expectsText(entry!.key.text)) return undefined;
  return { start: value.start, end: last.end, written, replacement: number ?? quote(written) };
}

/** A number with commas as it is written without them; a comma before three digits is taken to part thousands. */
function wholeNumber(written: string): string | undefined {
  const [, continental, decimals = "", unit = ""] =
    /^([-+]?\d{1,3}(?:\.\d{3})+),(\d+)(?!\d|,)(.*)$/.exec(written) ?? [];
  if (continental) return `${continental.replaceAll(".", "")}.${decimals}${unit}`;
  const thousands = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/.exec(written)?.[0];
  if (thousands) return thousands.replaceAll(",", "") + written.slice(thousands.length);
  const decimal = /^[-+]?\d+,\d+(?![\d,])/.exec(written)?.[0];
  return decimal && decimal.replace(",", ".") + written.slice(decimal.length);
}

/** `via: #support`: the value has become a comment, for a `#` after a blank starts one. */
export function ateComment(text: string, sectionStart: number, entry: Entry): SilentTrap | undefined {
  const { key, value } = entry;
  if (key.borrowed || value.borrowed || value.kind !== "scalar" || !value.isNull || value.text !== "") return undefined;
  const from = sectionStart + key.end;
  const before = /^[ \t]*:[ \t]+(?=#)/.exec(text.slice(from, lineEndAt(text, from)))?.[0];
  return before === undefined ? undefined : eatenAt(text, sectionStart, key.end + before.length);
}

/** The same for an item of a list: `- #oncall`. */
export function ateCommentOfItem(text: string, sectionStart: number, item: Node): SilentTrap | undefined {
  if (item.borrowed || item.kind !== "scalar" || !item.isNull || item.text !== "") return undefined;
  return eatenAt(text, sectionStart, item.start);
}

/** A `#` with no space behind it was hardly meant as a comment. */
function eatenAt(text: string, sectionStart: number, start: number): SilentTrap | undefined {
  const from = sectionStart + start;
  const eaten = text.slice(from, lineEndAt(text, from));
  if (!/^#[^\s#]/.test(eaten)) return undefined;
  const comment = eaten.search(/[ \t]#/);
  const written = (comment < 0 ? eaten : eaten.slice(0, comment)).trimEnd();
  return { start, end: start + written.length, written, replacement: quote(written) };
}

function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

const UNSPACED_KEY = /^([a-z][a-z0-9-]*):(?!\/\/)(\S.*)$/;

/** `{a:1}`: in braces a colon without a space is part of the key. */
export function unspacedKey(entry: Entry): SilentTrap | undefined {
  const { key } = entry;
  const match = !entry.colon && !key.borrowed && key.style === "plain" ? UNSPACED_KEY.exec(key.text) : null;
  return match
    ? { start: key.start, end: key.end, written: key.text, replacement: `${match[1]}: ${match[2]}` }
    : undefined;
}

/**
 * Lines of keys without their colon, or without the space after it, where a map should stand below its key: YAML takes
 * them for text. One trap a line; none if any of the lines could be text that was meant.
 */
export function keysAsText(text: string, sectionStart: number, node: Node): SilentTrap[] {
  if (node.kind !== "scalar" || node.style !== "plain" || node.borrowed || node.isNull) return [];
  const start = sectionStart + node.start;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== "") return [];
  const traps: SilentTrap[] = [];
  for (const { 0: written, index } of text.slice(start, sectionStart + node.end).matchAll(/[^\s](?:[^\r\n]*\S)?/g)) {
    const unspaced = UNSPACED_KEY.exec(written);
    const replacement = unspaced
      ? `${unspaced[1]}: ${unspaced[2]}`
      : /^[a-z][a-z0-9-]*$/.test(written)
        ? `${written}:`
        : undefined;
    if (replacement === undefined) return [];
    traps.push({ start: node.start + index, end: node.start + index + written.length, written, replacement });
  }
  return traps;
}

/** `above: >5`, which YAML takes for an empty block of text with an indentation of five. */
export function operatorAsBlock(text: string, sectionStart: number, node: Node): SilentTrap | undefined {
  if (node.kind !== "scalar" || node.style !== "block" || node.borrowed || node.text.trim() !== "") return undefined;
  const written = /^>[ \t]*[-+]?\d(?=[ \t\r\n]|$)/.exec(
    text.slice(sectionStart + node.start, sectionStart + node.start + 20),
  )?.[0];
  const operator = written === undefined ? undefined : findOperator(written);
  if (!operator) return undefined;
  return { start: node.start, end: node.start + written!.length, written: written!, replacement: operator.rest };
}

const HARD_SPACES = /[\u00a0\u2007\u202f\u3000]+/g;

/** A key with a non-breaking space before or behind it, as copied from a page: YAML takes it for a letter. */
export function hardSpaces(key: ScalarNode): SilentTrap | undefined {
  if (key.borrowed || key.style !== "plain" || key.text.trim() === key.text) return undefined;
  const replacement = key.text.replace(HARD_SPACES, (run) => " ".repeat(run.length));
  return { start: key.start, end: key.end, written: key.text, replacement };
}

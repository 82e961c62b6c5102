import type { PlanFile } from "@aiplan/core";
import { isScalar, parseDocument, visit } from "yaml";
import { type ScalarNode, walk } from "../../../core/src/syntax/nodes.ts";
import { betterValue } from "./better.ts";

/** A value of a plan as it is written there. */
interface Value {
  readonly start: number;
  readonly end: number;
  readonly section: string;
  readonly key: string;
  readonly node: ScalarNode;
}

/**
 * Texts that rules compare with others: the names of slices and columns, what is counted, what a metric's method is, what a
 * waiver is about.
 */
const COMPARED = /^(?:slices?|at|unit|field|name|type|format|columns|model|allowed|forbidden|required|languages)$/;

/** Dates of things done: a day earlier, they are done all the same. */
const DONE = /^(?:agreed|redesign-approved|baseline-measured|profiled|designed|tested|trained|date)$/;

/** What an author may change in a clean plan without any harm; each gives other texts of the plan. */
export const HARMLESS: Readonly<Record<string, (file: PlanFile) => readonly string[]>> = {
  "other words in texts": (file) => [written(file, valuesOf(file).filter(isProse), () => "Quite other words")],
  "better values of quantities": (file) =>
    valuesOf(file).flatMap((value) => {
      const better = betterValue(value.section, value.key, value.node.text);
      return better === undefined ? [] : [written(file, [value], () => better)];
    }),
  "dates of what was done, a day earlier": (file) =>
    valuesOf(file)
      .filter(({ key, node }) => DONE.test(key) && node.type?.kind === "date" && /^\d/.test(node.text))
      .map((value) => written(file, [value], dayBefore)),
  "comments between lines and at their ends": ({ text }) => [commented(text)],
  "keys in another order": ({ text }) => (text.includes("&") ? [] : [reordered(text)]),
  "words in quotes": (file) =>
    ['"', "'"].map((quote) => written(file, valuesOf(file).filter(isWord), ({ text }) => `${quote}${text}${quote}`)),
  "lines in place of braces": ({ text }) => [withFlow(text, false)],
  "braces in place of lines": ({ text }) => [withFlow(text, true)],
};

/** The values that stand in the text themselves, plain and on one line, in its order. */
function valuesOf(file: PlanFile): Value[] {
  return file.sections.flatMap((section) =>
    [...walk(section.value)].flatMap((node) => {
      if (node.kind !== "scalar" || node.style !== "plain" || node.borrowed || node.isNull || node.isPlaceholder)
        return [];
      const start = file.startOf(section) + node.start;
      const end = file.startOf(section) + node.end;
      if (file.text.slice(start, end) !== node.text) return [];
      const key = node.key?.text ?? node.parent?.key?.text ?? "";
      return [{ start, end, section: section.name, key, node }];
    }),
  );
}

function isProse({ node, key, section }: Value): boolean {
  return node.type?.kind === "text" && !COMPARED.test(key) && section !== "data-sources";
}

function isWord({ node }: Value): boolean {
  return ["text", "choice", "reference", "id", "link"].includes(node.type?.kind ?? "") && !/["'\\]/.test(node.text);
}

function written({ text }: PlanFile, values: readonly Value[], write: (node: ScalarNode) => string): string {
  return [...values]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, node }) => all.slice(0, start) + write(node) + all.slice(end), text);
}

function dayBefore({ text }: ScalarNode): string {
  const date = new Date(`${text}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Lines of blocks of text are left alone: a `#` in those is no comment. */
function commented(text: string): string {
  if (/[|>][-+]?\s*$/m.test(text)) return `# A comment\n${text}\n# Another one\n`;
  return text
    .split("\n")
    .flatMap((line) =>
      line.trim() === "" || line.includes("#") ? [line] : [`${line}  # a word on it`, "", "  # and one"],
    )
    .join("\n");
}

function reordered(text: string): string {
  const document = parseDocument(text, { schema: "failsafe" });
  visit(document, {
    Map: (_, map) => {
      map.items.reverse();
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** All collections in braces, but those that hold one; or all of them on lines of their own. */
function withFlow(text: string, flow: boolean): string {
  const document = parseDocument(text, { schema: "failsafe" });
  visit(document, {
    Collection: (_, node) => {
      const items: readonly unknown[] = node.items.map((item) =>
        item && typeof item === "object" && "value" in item && !isScalar(item) ? item.value : item,
      );
      node.flow = flow && items.every((item) => isScalar(item) && item.comment == null && item.commentBefore == null);
    },
  });
  return document.toString({ lineWidth: 0, indent: 4 });
}

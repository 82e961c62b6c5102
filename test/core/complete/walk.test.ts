import assert from "node:assert/strict";
import { CheckedPlan, type PlanFile, readQuantity, type Unit } from "@aiplan/core";
import type { DefinitionKind, MapType, ScalarType } from "../../../core/src/language/types.ts";
import {
  containerType,
  type Entry,
  type MapNode,
  type Node,
  type ScalarNode,
  walk,
} from "../../../core/src/syntax/nodes.ts";
import { spanIn } from "../../../core/src/syntax/plan-file.ts";
import { load } from "../../harness/check.ts";
import { type Example, examples } from "../../harness/examples.ts";
import { completeAt } from "./completing.ts";

/**
 * The examples together have thousands of places, many of them alike. Of the tokens of a plan that read the same, each way
 * tries one: the first, or the one in the middle. Of the values that only the author knows, so many are tried, evenly
 * spread. With AIPLAN_WALK=all, every place is.
 */
const WALKS_ALL = process.env.AIPLAN_WALK === "all";
const FREE = WALKS_ALL ? Number.POSITIVE_INFINITY : 60;

/** A piece of a plan that completion has to be able to give back. */
interface Token {
  readonly what: "key" | "id" | "choice" | "reference" | "milestone" | "unit name" | "unit";
  readonly text: string;
  readonly start: number;
}

/** Contracts are not read yet, so columns are left out, and so are links, whose files the core does not know. */
function tokensOf({ file, definitions }: CheckedPlan): Token[] {
  const tokens: Token[] = [];
  const nouns = nounsOf(file);
  const take = (what: Token["what"], node: ScalarNode, text = node.text, shift = 0) => {
    const { start } = spanIn(file, node);
    if (!node.borrowed && file.text.startsWith(text, start + shift)) tokens.push({ what, text, start: start + shift });
  };
  const entry = ({ key, value }: Entry, map: MapNode) => {
    const type = containerType(map);
    if (type && isNamed(file, type as MapType, key.text)) take("keys" in type ? "key" : "id", key);
    node(value);
  };
  const node = (one: Node): void => {
    if (one.kind === "map") for (const inner of one.all) entry(inner, one);
    else if (one.kind === "list") for (const item of one.all) node(item);
    else if (one.type && one.value !== undefined) scalar(one, one.type as ScalarType);
  };
  const scalar = (one: ScalarNode, type: ScalarType) => {
    if (type.kind === "choice" || type.kind === "boolean") take("choice", one);
    else if (type.kind === "reference") {
      // What is defined nowhere, as in the broken example, can't be offered.
      if (type.choices?.[one.text] || definitions.all(type.to, one.text).length > 0) take("reference", one);
    } else if (type.kind === "id") {
      if (isReferredTo(file, type.defines, one.text)) take("id", one);
    } else if (type.kind === "unit") {
      if (isKnownNoun((one.value as Unit).noun, nouns)) take("unit name", one);
    } else if (type.kind === "date" && typeof one.value === "string") take("milestone", one);
    else if (type.kind === "quantity") {
      const { quantity, unitStart, unitEnd } = readQuantity(one.text);
      if (unitEnd > unitStart && isKnownNoun(quantity?.noun, nouns))
        take("unit", one, one.text.slice(unitStart, unitEnd), unitStart);
    }
  };
  for (const inner of file.root.all) entry(inner, file.root);
  return tokens;
}

/** Is a key one that the language names, or an id that something else in the file names? */
function isNamed(file: PlanFile, type: MapType | { keys: object }, name: string): boolean {
  if ("keys" in type) return Object.hasOwn(type.keys, name);
  if (Object.hasOwn(type.known ?? {}, name) || type.refersTo) return true;
  return isReferredTo(file, type.defines, name);
}

function isReferredTo(file: PlanFile, kind: DefinitionKind | undefined, name: string): boolean {
  return file.references.some(({ to, id }) => to === kind && id === name);
}

/** The noun of each unit in the plan, as often as it is there. */
function nounsOf({ sections }: PlanFile): string[] {
  return sections.flatMap(({ value }) =>
    [...walk(value)].flatMap((node) => {
      if (node.kind !== "scalar" || (node.type?.kind !== "quantity" && node.type?.kind !== "unit")) return [];
      const noun = (node.value as Unit | undefined)?.noun;
      return noun === undefined ? [] : [noun];
    }),
  );
}

/** Has the plan this noun in another place, or does it fit any plan? What is counted in one place only is for the author to say. */
function isKnownNoun(noun: string | undefined, nouns: readonly string[]): boolean {
  if (noun === undefined || /^(?:item|req|call|action)s?$/.test(noun)) return true;
  return nouns.filter((one) => one === noun).length > 1;
}

/** The values that only the author knows. */
function freeValues({ file }: CheckedPlan): { text: string; start: number }[] {
  const isFree = ({ key, parent, text }: ScalarNode, type: ScalarType) => {
    // Where an object may stand as well, as for the type of a column, its form is offered.
    if (parent?.kind === "map" && (parent.type as MapType | undefined)?.of?.kind === "either") return false;
    // What something refers to is offered where it is to be defined.
    if (type.kind === "id") return !isReferredTo(file, type.defines, text);
    return ["text", "link", "quantity"].includes(type.kind)
      ? key?.text !== "slice"
      : type.kind === "number" && key?.text !== "aiplan";
  };
  return file.sections.flatMap(({ value }) =>
    [...walk(value)].flatMap((node) => {
      if (node.kind !== "scalar" || !node.type || !isFree(node, node.type as ScalarType)) return [];
      const { start, end } = spanIn(file, node);
      return [{ text: file.text.slice(start, end), start }];
    }),
  );
}

describe("completion gives back every token of the examples", function () {
  this.timeout(600_000);

  for (const example of examples().filter(({ name }) => !/^(?:broken|before)\//.test(name))) {
    for (const [way, at, without] of [
      [
        "with the rest of the file kept",
        0,
        (text: string, { start, text: token }: Token) => text.slice(start + token.length),
      ],
      ["with its line cut there", 0.5, (text: string, { start }: Token) => restFromNextLine(text, start)],
    ] as const)
      it(`${example.name}, ${way}`, async () => {
        const tokens = oneOfAlike(tokensOf(new CheckedPlan(await load(example.files, example.name))), at);
        const missed: string[] = [];
        for (const token of tokens)
          if (!(await isFound(example, token, without))) missed.push(shown(example.text, token));
        assert.deepEqual(missed, [], `${missed.length} of ${tokens.length} tokens are not offered`);
        assert.ok(tokens.length > 5);
      });

    it(`${example.name}, nothing where only the author knows what to write`, async () => {
      const offered: string[] = [];
      const values = freeValues(new CheckedPlan(await load(example.files, example.name)));
      for (const { text, start } of spread(values, FREE)) {
        const without = example.text.slice(0, start) + example.text.slice(start + text.length);
        const { labels } = await completeAt({ ...example.files, [example.name]: without }, example.name, start);
        if (labels.length > 0) offered.push(`${text}: ${labels.join(", ")}`);
      }
      assert.deepEqual(offered, []);
    });
  }
});

/** @param at where among those that read the same: 0 is the first, nearly 1 the last */
function oneOfAlike(tokens: readonly Token[], at: number): readonly Token[] {
  if (WALKS_ALL) return tokens;
  const groups = new Map<string, Token[]>();
  for (const token of tokens) {
    const name = `${token.what} ${token.text}`;
    groups.set(name, [...(groups.get(name) ?? []), token]);
  }
  return [...groups.values()].map((alike) => alike[Math.floor(alike.length * at)] as Token);
}

/** So many of them at most, evenly spread from the first one on. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const count = Math.min(items.length, most);
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as Item);
}

async function isFound(
  { files, name, text }: Example,
  token: Token,
  without: (text: string, token: Token) => string,
): Promise<boolean> {
  const plan = text.slice(0, token.start) + without(text, token);
  return (await completeAt({ ...files, [name]: plan }, name, token.start)).labels.includes(token.text);
}

function restFromNextLine(text: string, offset: number): string {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? "" : text.slice(newline);
}

function shown(text: string, { what, text: token, start }: Token): string {
  const line = text.slice(0, start).split("\n").length;
  return `line ${line}: ${what} ${token}`;
}

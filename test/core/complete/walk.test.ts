import assert from "node:assert/strict";
import { CheckedPlan, type PlanFile, readQuantity } from "@aiplan/core";
import type { MapType, ScalarType } from "../../../core/src/language/types.ts";
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

/** A piece of a plan that completion has to be able to give back. */
interface Token {
  readonly what: "key" | "id" | "choice" | "reference" | "milestone" | "unit name" | "unit";
  readonly text: string;
  readonly start: number;
}

/** Contracts are not read yet, so columns are left out, and so are links, whose files the core does not know. */
function tokensOf({ file, definitions }: CheckedPlan): Token[] {
  const tokens: Token[] = [];
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
    } else if (type.kind === "unit") take("unit name", one);
    else if (type.kind === "date" && typeof one.value === "string") take("milestone", one);
    else if (type.kind === "quantity") {
      const { unitStart, unitEnd } = readQuantity(one.text);
      if (unitEnd > unitStart) take("unit", one, one.text.slice(unitStart, unitEnd), unitStart);
    }
  };
  for (const inner of file.root.all) entry(inner, file.root);
  return tokens;
}

/** Is a key one that the language names, or an id that something else in the file names? */
function isNamed(file: PlanFile, type: MapType | { keys: object }, name: string): boolean {
  if ("keys" in type) return Object.hasOwn(type.keys, name);
  if (Object.hasOwn(type.known ?? {}, name) || type.refersTo) return true;
  return file.references.some(({ to, id }) => to === type.defines && id === name);
}

/** The values that only the author knows. */
function freeValues({ file }: CheckedPlan): { text: string; start: number }[] {
  const isFree = ({ key }: ScalarNode, type: ScalarType) =>
    ["text", "link", "id", "quantity"].includes(type.kind)
      ? key?.text !== "slice"
      : type.kind === "number" && key?.text !== "aiplan";
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
    for (const [way, without] of [
      [
        "with the rest of the file kept",
        (text: string, { start, text: token }: Token) => text.slice(start + token.length),
      ],
      ["with its line cut there", (text: string, { start }: Token) => restFromNextLine(text, start)],
    ] as const)
      it(`${example.name}, ${way}`, async () => {
        const tokens = tokensOf(new CheckedPlan(await load(example.files, example.name)));
        const missed: string[] = [];
        for (const token of tokens)
          if (!(await isFound(example, token, without))) missed.push(shown(example.text, token));
        assert.deepEqual(missed, [], `${missed.length} of ${tokens.length} tokens are not offered`);
        assert.ok(tokens.length > 5);
      });

    it(`${example.name}, nothing where only the author knows what to write`, async () => {
      const offered: string[] = [];
      for (const { text, start } of freeValues(new CheckedPlan(await load(example.files, example.name)))) {
        const without = example.text.slice(0, start) + example.text.slice(start + text.length);
        const { labels } = await completeAt({ ...example.files, [example.name]: without }, example.name, start);
        if (labels.length > 0) offered.push(`${text}: ${labels.join(", ")}`);
      }
      assert.deepEqual(offered, []);
    });
  }
});

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

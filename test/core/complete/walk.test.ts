import assert from "node:assert/strict";
import { CheckedPlan, type PlanFile, readQuantity, resolveLink, type Unit } from "@aiplan/core";
import { joinedColumn } from "../../../core/src/figures/columns.ts";
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
import { load, ROOT } from "../../harness/check.ts";
import { type Example, examples, isClean } from "../../harness/examples.ts";
import { completeAt } from "./completing.ts";

/**
 * The examples together have thousands of places, many of them alike. Of the tokens of a plan that read the same, each way
 * tries one, and of each kind of token so many at most, evenly spread. With AIPLAN_WALK=all, every place is tried.
 */
const WALKS_ALL = process.env.AIPLAN_WALK === "all";
const FREE = WALKS_ALL ? Number.POSITIVE_INFINITY : 25;
const OF_A_KIND = WALKS_ALL ? Number.POSITIVE_INFINITY : 8;

/** A piece of a plan that completion has to be able to give back. */
interface Token {
  readonly what:
    | "key"
    | "id"
    | "choice"
    | "reference"
    | "column"
    | "milestone"
    | "date"
    | "unit name"
    | "unit"
    | "path"
    | "file"
    | "fragment";
  readonly text: string;
  readonly start: number;
  /** What is offered for it, where that is only its beginning. */
  readonly label?: string;
}

function tokensOf(plan: CheckedPlan): Token[] {
  const { file, definitions } = plan;
  const tokens: Token[] = [];
  const nouns = nounsOf(file);
  const days = definitions.of("milestone").map(({ node, value }) => ({ node, day: "text" in value ? value.text : "" }));
  const take = (what: Token["what"], node: ScalarNode, text = node.text, shift = 0, label?: string) => {
    const { start } = spanIn(file, node);
    if (!node.borrowed && file.text.startsWith(text, start + shift))
      tokens.push({ what, text, start: start + shift, ...(label === undefined ? {} : { label }) });
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
    } else if (type.kind === "column") {
      if (joinedColumn(plan, one as ScalarNode<string>)?.column) take("column", one);
    } else if (type.kind === "link") link(one);
    else if (type.kind === "unit") {
      if (isKnownNoun((one.value as Unit).noun, nouns)) take("unit name", one);
    } else if (type.kind === "date") {
      if (typeof one.value === "string") take("milestone", one);
      else if (days.some((known) => known.day === one.text && known.node !== one.key)) take("date", one);
    } else if (type.kind === "quantity") {
      const { quantity, unitStart, unitEnd } = readQuantity(one.text);
      if (unitEnd > unitStart && isKnownNoun(quantity?.noun, nouns))
        take("unit", one, one.text.slice(unitStart, unitEnd), unitStart);
    }
  };
  /** Its whole path, of which the first piece is to be offered; its last piece; and its fragment. */
  const link = (one: ScalarNode) => {
    const path = one.text.replace(/#.*$/, "");
    const target = resolveLink(path, file.uri, ROOT);
    const known = plan.workspace.links.get(one) ?? plan.workspace.imports.find(({ node }) => node === one);
    if (target.kind !== "file" || !known || known.problem) return;
    const last = path.lastIndexOf("/") + 1;
    take("path", one, path, 0, /^(?:\.\/)?[^/]*\/?/.exec(path)![0]);
    take("file", one, path.slice(last), last);
    if (one.text !== path) take("fragment", one, one.text.slice(path.length + 1), path.length + 1);
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
    return ["text", "quantity"].includes(type.kind)
      ? key?.text !== "slice" && key?.text !== "field"
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

/** A way to take a token out: what is left after it, and whether lines end as on Windows. */
interface Way {
  readonly name: string;
  /** Which of the tokens that read the same is tried: 0 is the first, nearly 1 the last. */
  readonly at: number;
  readonly crlf: boolean;
  /** The tokens it is for, where that is not all. */
  readonly only?: ReadonlySet<Token["what"]>;
  readonly rest: (text: string, end: number) => string;
}

/** What does not depend on what the rest of the file says. */
const OF_THE_LANGUAGE: ReadonlySet<Token["what"]> = new Set(["key", "choice", "path", "file", "fragment"]);

const WAYS: readonly Way[] = [
  { name: "with the rest of the file kept", at: 0, crlf: false, rest: (text, end) => text.slice(end) },
  { name: "with its line cut there, in lines that end with CRLF", at: 0.5, crlf: true, rest: restFromNextLine },
  { name: "with the file cut there", at: 0.9, crlf: false, only: OF_THE_LANGUAGE, rest: () => "" },
];

describe("completion gives back every token of the examples", function () {
  this.timeout(600_000);

  for (const example of examples().filter(({ name }) => !/^(?:broken|before)\//.test(name))) {
    for (const way of WAYS)
      it(`${example.name}, ${way.name}`, async () => {
        const text = way.crlf ? example.text.replaceAll("\n", "\r\n") : example.text;
        const read = new CheckedPlan(await load({ ...example.files, [example.name]: text }, example.name));
        const tokens = tried(
          tokensOf(read).filter(({ what }) => way.only?.has(what) ?? true),
          way.at,
        );
        const missed: string[] = [];
        for (const token of tokens) {
          const wrong = await tryToken({ ...example, text }, token, way);
          if (wrong) missed.push(`${shown(text, token)}: ${wrong}`);
        }
        assert.deepEqual(missed, [], `${missed.length} of ${tokens.length} tokens`);
        assert.ok(tokens.length > 5);
      });

    it(`${example.name}, nothing where only the author knows what to write`, async () => {
      const offered: string[] = [];
      const values = freeValues(new CheckedPlan(await load(example.files, example.name)));
      for (const { text, start } of spread(values, FREE))
        for (const rest of [
          example.text.slice(start + text.length),
          restFromNextLine(example.text, start + text.length),
        ]) {
          const without = example.text.slice(0, start) + rest;
          const { labels } = await completeAt({ ...example.files, [example.name]: without }, example.name, start);
          if (labels.length > 0) offered.push(`${text}: ${labels.join(", ")}`);
        }
      assert.deepEqual(offered, []);
    });
  }

  it("in all of their kinds", async () => {
    const plans = examples().filter(isClean);
    const kinds = new Set<string>();
    for (const { files, name } of plans)
      for (const { what } of tokensOf(new CheckedPlan(await load(files, name)))) kinds.add(what);
    assert.equal(kinds.size, 12, [...kinds].join(", "));
  });
});

function tried(tokens: readonly Token[], at: number): readonly Token[] {
  const kinds = [...new Set(tokens.map(({ what }) => what))];
  return kinds.flatMap((kind) =>
    spread(
      oneOfAlike(
        tokens.filter(({ what }) => what === kind),
        at,
      ),
      OF_A_KIND,
    ),
  );
}

/** What is wrong with the answer where the token stood; where nothing else is gone, taking it gives back the text. */
async function tryToken({ files, name, text }: Example, token: Token, way: Way): Promise<string | undefined> {
  const { start, label = token.text } = token;
  const rest = way.rest(text, start + token.text.length);
  const without = text.slice(0, start) + rest;
  const found = await completeAt({ ...files, [name]: without }, name, start);
  if (!found.labels.includes(label)) return `not among ${found.labels.slice(0, 8).join(", ")}`;
  const after = found.with(label);
  if (!after.startsWith(text.slice(0, start) + label)) return `becomes ${after.slice(start - 10, start + 30)}`;
  const isWhole = rest === text.slice(start + token.text.length) && label === token.text;
  return isWhole && after !== text ? `the rest becomes ${after.slice(start, start + 60)}` : undefined;
}

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

function restFromNextLine(text: string, offset: number): string {
  const newline = text.slice(offset).search(/\r?\n/);
  return newline < 0 ? "" : text.slice(offset + newline);
}

function shown(text: string, { what, text: token, start }: Token): string {
  const line = text.slice(0, start).split("\n").length;
  return `line ${line}: ${what} ${token}`;
}

import assert from "node:assert/strict";
import { type Entry, type MapNode, type Node, walk } from "../../../core/src/syntax/nodes.ts";
import {
  ateComment,
  hardSpaces,
  keysAsText,
  operatorAsBlock,
  type SilentTrap,
  splitValue,
  unspacedKey,
} from "../../../core/src/syntax/traps/silent.ts";
import { read } from "./reading.ts";

/** The value of the section `a`, behind another section so that positions differ from offsets in the file. */
function sectionOf(section: string): { text: string; start: number; value: Node } {
  const text = `first: {z: 1}\n${section}`;
  const { sections, findings } = read(text);
  assert.deepEqual(findings, []);
  return { text, start: sections[1]!.start, value: sections[1]!.section.value };
}

function entriesOf(value: Node): { map: MapNode; entry: Entry; index: number }[] {
  const maps = [...walk(value)].filter((node): node is MapNode => node.kind === "map");
  return maps.flatMap((map) => map.all.map((entry, index) => ({ map, entry, index })));
}

/** The section with the replacement in the place of what was met. */
function replaced(section: string, trap: SilentTrap | undefined): string | undefined {
  if (!trap) return undefined;
  assert.equal(section.slice(trap.start, trap.end).replace(/\s*\n\s*/g, " "), trap.written);
  return section.slice(0, trap.start) + trap.replacement + section.slice(trap.end);
}

describe("a value that its own comma has cut", () => {
  const expected = {
    isKey: (text: string) => ["owner", "unit", "what"].some((key) => key.startsWith(text)),
    expectsText: (key: string) => key === "how",
  };
  const cases: Record<string, string | undefined> = {
    "a: {x: 140,000 EUR/mo, owner: b}": "a: {x: 140000 EUR/mo, owner: b}",
    "a: {x: 1,140,000 EUR}": "a: {x: 1140000 EUR}",
    "a: {x: 93,5%}": "a: {x: 93.5%}",
    "a: {x: 0,035 EUR/item}": "a: {x: 0.035 EUR/item}",
    "a: {x: 1.234,56 EUR}": "a: {x: 1234.56 EUR}",
    "a: {x: -4,5%}": "a: {x: -4.5%}",
    "a: {how: Call, then page}": 'a: {how: "Call, then page"}',
    "a: {how: Call, then page, and wait, owner: b}": 'a: {how: "Call, then page, and wait", owner: b}',
    'a: {how: Say "hi", then page}': "a: {how: 'Say \"hi\", then page'}",
    "a: {how: Call,\n    then page}": 'a: {how: "Call, then page"}',
    "a: {how: Call, own}": undefined,
    "a: {how: Call, unit}": undefined,
    "a: {x: quality, then page}": undefined,
    "a: {x: 93, 5%, b: 1}": undefined,
    "a: {how: Call, b:1}": undefined,
    'a: {how: Call, "then"}': undefined,
    'a: {how: "Call", then page}': undefined,
    "a: {how: Call, then: page}": undefined,
    "a:\n  how: Call, then page": undefined,
  };
  for (const [section, result] of Object.entries(cases)) {
    it(`${JSON.stringify(section)} ${result ? `means ${result}` : "is left alone"}`, () => {
      const { text, start, value } = sectionOf(section);
      const traps = entriesOf(value).flatMap(({ map, index }) => splitValue(map, index, text, start, expected) ?? []);
      assert.ok(traps.length <= 1);
      assert.equal(replaced(section, traps[0]), result);
    });
  }
});

describe("a value that has become a comment", () => {
  const cases: Record<string, string | undefined> = {
    "a:\n  via: #support\n  b: 1": 'a:\n  via: "#support"\n  b: 1',
    "a:\n  via: #support # the channel": 'a:\n  via: "#support" # the channel',
    "a:\n  via: #support\r\n  b: 1": 'a:\n  via: "#support"\r\n  b: 1',
    "a:\n  via: # support": undefined,
    "a:\n  via: ## support": undefined,
    "a:\n  via: x #support": undefined,
    "a:\n  via:\n  #support": undefined,
    "a:\n  via: #support\n    b: 1": undefined,
  };
  for (const [section, result] of Object.entries(cases)) {
    it(`${JSON.stringify(section)} ${result ? "is met" : "is left alone"}`, () => {
      const { text, start, value } = sectionOf(section);
      assert.equal(replaced(section, ateComment(text, start, entriesOf(value)[0]!.entry)), result);
    });
  }
});

describe("a key in braces without a space behind its colon", () => {
  const cases: Record<string, string | undefined> = {
    "a: {b:1}": "a: {b: 1}",
    "a: {b:x y, c: 1}": "a: {b: x y, c: 1}",
    "a: {http://x.org}": undefined,
    'a: {"b:1"}': undefined,
    "a: {b: 1}": undefined,
    "a: {B:1}": undefined,
  };
  for (const [section, result] of Object.entries(cases)) {
    it(`${section} ${result ? "is met" : "is left alone"}`, () => {
      assert.equal(replaced(section, unspacedKey(entriesOf(sectionOf(section).value)[0]!.entry)), result);
    });
  }
});

describe("keys that YAML takes for text", () => {
  const cases: Record<string, string[]> = {
    "a:\n  stage:pilot": ["stage:pilot → stage: pilot"],
    "a:\n  b:1\n  c:2 # why": ["b:1 → b: 1", "c:2 → c: 2"],
    "a:\r\n  b:1\r\n  c:2\r\n": ["b:1 → b: 1", "c:2 → c: 2"],
    "a:\n  owner": ["owner → owner:"],
    "a: owner": [],
    "a:\n  http://x.org": [],
    "a:\n  Some text": [],
    "a:\n  b:1\n  and text": [],
    "a:\n  'b:1'": [],
    "a:": [],
  };
  for (const [section, result] of Object.entries(cases)) {
    it(`${JSON.stringify(section)}: ${result.join(", ") || "none"}`, () => {
      const { text, start, value } = sectionOf(section);
      const traps = keysAsText(text, start, value);
      assert.deepEqual(
        traps.map((trap) => `${section.slice(trap.start, trap.end)} → ${trap.replacement}`),
        result,
      );
    });
  }
});

describe("an operator that YAML takes for a block of text", () => {
  const cases: Record<string, string | undefined> = {
    "a:\n  above: >5\n  b: 1": "a:\n  above: 5\n  b: 1",
    "a:\n  above: >5 # why": "a:\n  above: 5 # why",
    "a:\n  above: >1\n   text": undefined,
    "a:\n  above: >-\n  b: 1": undefined,
    "a:\n  above: |5": undefined,
  };
  for (const [section, result] of Object.entries(cases)) {
    it(`${JSON.stringify(section)} ${result ? "is met" : "is left alone"}`, () => {
      const { text, start, value } = sectionOf(section);
      assert.equal(replaced(section, operatorAsBlock(text, start, entriesOf(value)[0]!.entry.value)), result);
    });
  }
});

describe("a key with a non-breaking space around it", () => {
  it("is met, and the space is replaced by as many plain ones", () => {
    const section = "a:\n  \u00a0\u00a0b: 1";
    const { value } = sectionOf(section);
    assert.equal(replaced(section, hardSpaces(entriesOf(value)[0]!.entry.key)), "a:\n    b: 1");
  });
  it("is left alone inside a key, and in quotes", () => {
    const { value } = sectionOf('a: {b\u00a0c: 1, "\u00a0d": 2}');
    assert.deepEqual(
      entriesOf(value).map(({ entry }) => hardSpaces(entry.key)),
      [undefined, undefined],
    );
  });
});

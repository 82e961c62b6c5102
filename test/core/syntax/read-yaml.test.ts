import assert from "node:assert/strict";
import { pathOf, walk } from "../../../core/src/syntax/nodes.ts";
import { contents, marked, read } from "./reading.ts";

describe("a file is read", () => {
  for (const [name, text] of Object.entries({
    LF: "# first\na: 1\nb: {c: [2, 3]}\n\nd:\n  e: x\n",
    CRLF: "# first\r\na: 1\r\nb: {c: [2, 3]}\r\n\r\nd:\r\n  e: x\r\n",
    "a byte order mark": "\uFEFFa: 1\nb: {c: [2, 3]}\nd:\n  e: x\n",
    "no last line end": "a: 1\nb: {c: [2, 3]}\nd:\n  e: x",
    "an error, so that its sections are read one by one": "a: 1\nb: {c: [2, 3]}\nd:\n  e: x\nz: @\n",
    "an error and a byte order mark": "\uFEFFa: 1\nb: {c: [2, 3]}\nd:\n  e: x\nz: @\n",
    "an error and CRLF": "\r\na: 1\r\nb: {c: [2, 3]}\r\nd:\r\n  e: x\r\nz: @\r\n",
  })) {
    it(`with positions from the start of each section: ${name}`, () => {
      const { sections } = read(text);
      assert.deepEqual(
        sections.slice(0, 3).map(({ section }) => section.name),
        ["a", "b", "d"],
      );
      for (const { section, start } of sections) assert.ok(text.startsWith(`${section.name}:`, start));
      const nodes = sections
        .slice(0, 3)
        .flatMap(({ section, start }) =>
          [...walk(section.value)].map((node) => [
            pathOf(node).join("."),
            text.slice(start + node.start, start + node.end),
          ]),
        );
      assert.deepEqual(nodes, [
        ["a", "1"],
        ["b", "{c: [2, 3]}"],
        ["b.c", "[2, 3]"],
        ["b.c.0", "2"],
        ["b.c.1", "3"],
        ["d", "e: x"],
        ["d.e", "x"],
      ]);
    });
  }

  it("marks the section that could not be read whole, and no other", () => {
    const { sections } = read("a:\n  b: 1\n c: 2\nd: {e: @x}\nf: 3\n");
    assert.deepEqual(
      sections.map(({ section }) => [section.name, section.broken]),
      [
        ["a", true],
        ["d", false],
        ["f", false],
      ],
    );
  });
});

describe("a file that is no plan is one clear finding", () => {
  const cases: Record<string, [text: string, marks: string, says: RegExp]> = {
    "a list": ["- a\n- b: c: d\n", "- a", /This is a list/],
    "a sentence": ["Dear all,\nwe ship.\n", "Dear all,", /This is only text/],
    "binary content": ["\x7fELF\0\0\x01", "\0", /not text/],
    "nested without end": [`a: ${"[".repeat(200)}${"]".repeat(200)}\n`, "[", /nested too deep/],
  };
  for (const [name, [text, marks, says]] of Object.entries(cases)) {
    it(name, () => {
      const { findings } = read(text);
      assert.equal(findings.length, 1);
      assert.ok(marked(text, findings[0]!).startsWith(marks));
      assert.match(findings[0]!.message, says);
    });
  }

  for (const [name, text, start] of [
    ["a second document", "a: 1\n---\nb: 2\n", 5],
    ["a second document that is empty", "a: 1\n---\n", 5],
    ["a second document, in a file with errors", "a: @\n---\nb: 2\n", 5],
  ] as const) {
    it(name, () => {
      const { secondDocument, findings } = read(text);
      assert.deepEqual(secondDocument, { start, end: start + 3 });
      assert.deepEqual(findings, []);
    });
  }
});

describe("aliases", () => {
  it("may have names as long as a file", () => {
    for (const sign of ["*", "a", "("]) {
      const name = sign.repeat(40_000);
      assert.ok(read(`a: *${name}\n`).findings.length > 0);
      assert.match(read(`a: *${name}\nb: &${name} 1\n`).findings[0]?.message ?? "", /stands above the value named/);
    }
  });

  it("lend what they stand for, across sections and merge keys", () => {
    const text = "a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\n";
    assert.deepEqual(contents(text), { a: { b: "1" }, c: { b: "1" }, d: { e: "2", b: "1" } });
  });
  it("lend it too where a section has an error", () => {
    assert.deepEqual(contents("a: &x {b: 1}\nc: *x\nd: @\n"), { a: { b: "1" }, c: { b: "1" }, d: "!" });
  });
  it("inside what they stand for are met by name", () => {
    const text = "a: &x {b: *x}\n";
    const { findings } = read(text);
    assert.deepEqual(
      findings.map((finding) => marked(text, finding)),
      ["*x"],
    );
    assert.match(findings[0]!.message, /stands inside the value that it repeats/);
  });
  it("that multiply without end are said once", () => {
    const text = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${[1, 2, 3, 4, 5, 6, 7, 8]
      .map(
        (n) =>
          `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(", ")}]\n`,
      )
      .join("")}`;
    assert.deepEqual(
      read(text).findings.map((finding) => finding.message.slice(0, 27)),
      ["Aliases (`*name`) repeat so"],
    );
  });
  it("that multiply through merge keys are bounded as well", () => {
    const lists = [1, 2, 3, 4, 5, 6].map(
      (n) =>
        `a${n}: &a${n} {<<: [${Array(9)
          .fill(`*a${n - 1}`)
          .join(", ")}]}\n`,
    );
    const start = performance.now();
    const { findings } = read(`a0: &a0 {}\n${lists.join("")}`);
    assert.ok(performance.now() - start < 1000, "takes too long");
    assert.deepEqual(
      findings.map((finding) => finding.message.slice(0, 27)),
      ["Aliases (`*name`) repeat so"],
    );
  });
});

import assert from "node:assert/strict";
import { applyEdits, format, readPlanFile, rules, runRules } from "@aiplan/core";
import fc from "fast-check";
import { CST, Lexer, parseDocument } from "yaml";
import { load } from "../../harness/check.ts";
import { type Example, examples, PLANS } from "../../harness/examples.ts";
import { indentBy, respace } from "../../harness/mangle.ts";

const all = [...examples(), ...examples(PLANS)];
const whole = all.filter(({ name }) => !name.startsWith("broken/"));

function tidy(text: string, tabSize = 2, span?: { start: number; end: number }): string {
  return applyEdits(text, format(readPlanFile("file:///plan.aiplan", text), { tabSize }, span));
}

/** What a level of a plan is indented by. */
function stepOf({ text }: Example): number {
  return /^( +)[^\s-]/m.exec(text)?.[1]?.length ?? 2;
}

function contentOf(text: string): string | undefined {
  const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  try {
    return JSON.stringify(document.toJS({ maxAliasCount: -1 }));
  } catch (error) {
    return `! ${error}`;
  }
}

function commentsOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter((source) => CST.tokenType(source) === "comment").map((one) => one.trimEnd());
}

/** Which lines are blank, but those at the end of the file. */
function blanksOf(text: string): string {
  return text
    .trimEnd()
    .replace(/[^\n]/g, (character) => (/\s/.test(character) ? "" : "x"))
    .replace(/x+/g, "x");
}

function assertKept(before: string, after: string): void {
  assert.equal(contentOf(after), contentOf(before));
  assert.deepEqual(commentsOf(after), commentsOf(before));
  assert.equal(blanksOf(after), blanksOf(before));
  assert.equal(after.replace(/\s/g, ""), before.replace(/\s/g, ""));
}

function assertTidied(before: string, tabSize: number): string {
  const after = tidy(before, tabSize);
  assertKept(before, after);
  assert.equal(tidy(after, tabSize), after, "the second time something changed");
  return after;
}

/** The same text with other white space, and what levels are to be indented by. */
const mangled = (plans: readonly Example[]) =>
  fc
    .record({
      plan: fc.constantFrom(...plans),
      widths: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })), {
        minLength: 7,
        maxLength: 97,
      }),
      factor: fc.integer({ min: 1, max: 4 }),
      tabSize: fc.integer({ min: 1, max: 6 }),
      crlf: fc.boolean(),
    })
    .map(({ plan, widths, factor, tabSize, crlf }) => {
      let at = 0;
      const text = respace(indentBy(plan.text, factor), () => widths[at++ % widths.length]!);
      return { plan, tabSize, crlf, text: crlf ? text.replace(/\r?\n/g, "\r\n") : text };
    });

describe("formatting", function () {
  this.timeout(120_000);

  it("has nothing to do in an example, with any line ends", () => {
    for (const example of all) {
      const text = example.text.endsWith("\n") ? example.text : `${example.text}\r\n`;
      for (const written of [text, text.replace(/\r?\n/g, "\r\n"), `\uFEFF${text}`])
        assert.equal(tidy(written, stepOf(example)), written, example.name);
    }
  });

  it("brings back what was indented by more, or by less, but for the comments behind values", () => {
    const loose = (text: string) => text.replace(/ +#/g, " #");
    // What goes on in a further line between brackets would not stay below the first.
    const simple = whole.filter(({ text }) => !/^[^#]*,\r?$/m.test(text));
    assert.ok(simple.length > 10);
    for (const example of simple)
      for (const factor of [2, 3]) {
        const text = `${example.text.trimEnd()}\n`;
        assert.equal(loose(tidy(indentBy(text, factor), stepOf(example))), loose(text), example.name);
      }
  });

  it("indents by what it is told, and changes nothing else", () => {
    for (const example of all) for (const tabSize of [1, 2, 3, 4, 8]) assertTidied(example.text, tabSize);
  });

  it("changes no value, comment or blank line, whatever the white space", () => {
    const property = fc.property(mangled(whole), ({ text, tabSize, crlf }) => {
      const after = assertTidied(text, tabSize);
      assert.doesNotMatch(after, /[^\n#] +$/m);
      if (crlf) assert.doesNotMatch(after, /[^\r]\n/);
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("changes no finding", async () => {
    const found = async (plan: Example, text: string) => {
      const workspace = await load({ ...plan.files, [plan.name]: text }, plan.name);
      return runRules(workspace, rules).map(({ rule, message }) => `${rule}: ${message}`);
    };
    const property = fc.asyncProperty(mangled(all), async ({ plan, text, tabSize }) => {
      assert.deepEqual(await found(plan, tidy(text, tabSize)), await found(plan, text));
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it("changes nothing outside of the lines of a range", () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const property = fc.property(mangled(whole), place, place, ({ text, tabSize }, a, b) => {
      const [start, end] = [Math.floor(a * text.length), Math.floor(b * text.length)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const after = tidy(text, tabSize, { start, end });
      assertKept(text, after);
      const first = text.lastIndexOf("\n", start - 1) + 1;
      assert.equal(after.slice(0, first), text.slice(0, first));
      const last = text.indexOf("\n", end);
      if (last >= 0 && text.slice(last).trim() !== "") assert.ok(after.endsWith(text.slice(last)));
      assert.equal(tidy(after, tabSize, { start, end: Math.max(start, after.length - (text.length - end)) }), after);
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("never harms what is broken", () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const insert = fc.constantFrom(
      "",
      "",
      ":",
      "- ",
      "  ",
      "\t",
      "\n",
      "\r\n",
      "{",
      "}",
      "[",
      "]",
      '"',
      "'",
      "#",
      " #",
      "|",
      ">",
      "&a ",
      "*a",
      ", ",
      "? ",
      "---\n",
      "\u{1F600}",
      "\uFEFF",
      "\0",
      "!t ",
      "|+\n",
    );
    const edit = fc.record({ at: place, remove: fc.integer({ min: 0, max: 12 }), insert });
    const property = fc.property(
      mangled(all),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      ({ text, tabSize }, edits) => {
        let before = text;
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * before.length);
          before = before.slice(0, start) + insert + before.slice(start + remove);
        }
        const after = tidy(before, tabSize);
        // A text that has become one scalar is read section by section, as a plan.
        const content = contentOf(before);
        if (content?.startsWith("{")) assert.equal(contentOf(after), content);
        assert.equal(after.replace(/\s/g, ""), before.replace(/\s/g, ""));
        assert.equal(tidy(after, tabSize), after);
      },
    );
    fc.assert(property, { numRuns: 80 });
  });

  it("ends a file with one line end, its own, but where line ends are the end of a text", () => {
    const cases: Record<string, string> = {
      "a: 1": "a: 1\n",
      "a: 1  ": "a: 1\n",
      "a: 1\r\nb: 2": "a: 1\r\nb: 2\r\n",
      "a: 1\n \n\n  ": "a: 1\n",
      "a: 1 \n# end \n\n": "a: 1\n# end\n",
      "a: |\n  b\n\n\n": "a: |\n  b\n",
      "a: |\n  b": "a: |\n  b\n",
      "a: |+\n  b\n\n\n": "a: |+\n  b\n\n\n",
      "a: |+\n\n\n": "a: |+\n\n\n",
      "\uFEFFa:  1": "\uFEFFa: 1\n",
      "": "",
      "\n\n": "\n\n",
      "# only\n\n": "# only\n",
      "a: 1\n---\nb:  1": "a: 1\n---\nb:  1",
      "- a\n-   b": "- a\n-   b",
    };
    for (const [before, after] of Object.entries(cases)) assert.equal(tidy(before), after, JSON.stringify(before));
  });

  it("keeps what YAML counts as a part of a text or a name", () => {
    const cases: Record<string, string> = {
      'a: "b \\ \n    c"\n': 'a: "b \\ \n  c"\n',
      "a: &x 1\nb: {*x : 1,  c: *x , d: [*x ]}\n": "a: &x 1\nb: {*x : 1, c: *x, d: [*x]}\n",
      "a: {b: , c: [ ], d: {  }, e: &y , f: }\n": "a: {b: , c: [], d: {}, e: &y , f: }\n",
      "a: >-\n     b\n\n       c  \n   \n     d\n": "a: >-\n  b\n\n    c  \n\n  d\n",
      "a:\n     b: |\n        c\n   # d\n     # e\n     f: 1\n": "a:\n  b: |\n    c\n  # d\n  # e\n  f: 1\n",
      "a:   140,000 EUR\nb: {c:1,d: 24x7,e: 'x,  y'}\n": "a: 140,000 EUR\nb: {c:1, d: 24x7, e: 'x,  y'}\n",
      "a: {b:  140,000 EUR/mo , c: Call ,  then page, d:  1}\ne: [93,5%,1, x,y]\n":
        "a: {b: 140,000 EUR/mo, c: Call ,  then page, d: 1}\ne: [93,5%, 1, x, y]\n",
      "a: [b,c ,  d ]\n": "a: [b, c, d]\n",
      "%YAML 1.2\n---   # x\na:  1\n...\n": "%YAML 1.2\n---   # x\na: 1\n...\n",
      "a:\n-   - b\n    -  c\n-\n     d\n": "a:\n- - b\n  - c\n-\n  d\n",
    };
    for (const [before, after] of Object.entries(cases)) assert.equal(tidy(before), after, JSON.stringify(before));
  });
});

import assert from "node:assert/strict";
import { type Finding, type Rule, rules } from "@aiplan/core";
import { applyFix, check, type Files } from "../../harness/check.ts";
import { type MarkedFile, readMarked, withCrlf } from "../../harness/markers.ts";

/** A rule's examples are its documentation and its tests: see `RuleDefinition.examples`. */
describe("rule examples", () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it("has an example of what it finds and one of what it leaves alone", () => {
        assert.ok(rule.examples.bad.length > 0, "no bad example");
        assert.ok(rule.examples.good.length > 0, "no good example");
      });
      rule.examples.bad.forEach((example, index) => {
        const marked = readMarked(example.plan).files;
        it(`finds what the carets of example ${index + 1} say, no more`, () => expectMarkers(rule, marked));
        it(`finds the same with CRLF in example ${index + 1}`, () => expectMarkers(rule, marked.map(withCrlf)));
        if (example.fixed !== undefined) {
          const fixed = example.fixed;
          it(`gives the fixed text of example ${index + 1}`, () =>
            expectFixed(rule, textsOf(marked), textsOf(readMarked(fixed).files)));
          it(`gives the fixed text of example ${index + 1} with CRLF`, () =>
            expectFixed(rule, textsOf(marked.map(withCrlf)), textsOf(readMarked(fixed).files.map(withCrlf))));
        }
      });
      rule.examples.good.forEach((example, index) => {
        it(`says nothing of good example ${index + 1}`, async () => {
          const files = textsOf(readMarked(example).files);
          for (const name of plansOf(files)) assert.deepEqual(await messages(rule, files, name), []);
        });
      });
    });
  }
});

function textsOf(files: readonly MarkedFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** The others are files that plans link to. */
function plansOf(files: Files): string[] {
  return Object.keys(files).filter((name) => name.endsWith(".aiplan"));
}

function only(rule: Rule): Rule[] {
  const { off: _, ...on } = rule;
  return [on];
}

/** Rules that speak of other findings, such as unused ignores, run with all the others. */
async function findingsOf(rule: Rule, files: Files, name: string): Promise<Finding[]> {
  const ran = rule.check.Findings ? rules : only(rule);
  return (await check(files, name, ran, rule.examples.options)).filter((finding) => finding.rule === rule.id);
}

async function messages(rule: Rule, files: Files, name: string): Promise<string[]> {
  return (await findingsOf(rule, files, name)).map(({ message }) => message);
}

async function expectMarkers(rule: Rule, files: readonly MarkedFile[]): Promise<void> {
  const texts = textsOf(files);
  for (const file of files) {
    const isPlan = plansOf(texts).includes(file.name);
    const found = isPlan ? await findingsOf(rule, texts, file.name) : [];
    const show = (start: number, end: number, text: string) =>
      `${start}-${end} «${file.text.slice(start, end)}» ${text}`;
    const actual = found.map(({ place, message }) => ({ ...place, message }));
    const expected = [...file.markers].sort((a, b) => a.start - b.start || a.end - b.end);
    assert.deepEqual(
      actual.map(({ start, end, message }, index) => {
        const text = expected[index]?.text;
        return show(start, end, text !== undefined && message.startsWith(text) ? text : message);
      }),
      expected.map(({ start, end, text }) => show(start, end, text)),
    );
  }
}

/** Applies the first fix of the first finding that has one, until there is none. */
async function expectFixed(rule: Rule, files: Files, fixed: Files): Promise<void> {
  let texts = { ...files };
  for (let round = 0; round < 20; round++) {
    const fix = (await Promise.all(plansOf(texts).map((name) => findingsOf(rule, texts, name))))
      .flat()
      .find(({ fixes }) => fixes.length > 0)?.fixes[0];
    if (!fix) break;
    texts = applyFix(texts, fix);
  }
  assert.deepEqual(texts, fixed);
  for (const name of plansOf(texts)) assert.deepEqual(await messages(rule, texts, name), []);
}

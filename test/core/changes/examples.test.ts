import assert from "node:assert/strict";
import { type ChangeExample, type ChangeRule, changeRules, readDate } from "@aiplan/core";
import type { Files } from "../../harness/check.ts";
import { compareFiles } from "../../harness/compare.ts";
import { type MarkedFile, readMarked, withCrlf } from "../../harness/markers.ts";

/** The examples of the rules that compare versions are their documentation and their tests, as those of other rules are. */
describe("change rule examples", () => {
  for (const rule of changeRules) {
    describe(rule.id, () => {
      it("has an example of what it finds and one of what it leaves alone", () => {
        assert.ok(rule.examples.bad.length > 0, "no bad example");
        assert.ok(rule.examples.good.length > 0, "no good example");
      });
      rule.examples.bad.forEach((example, index) => {
        it(`finds what the carets of example ${index + 1} say, no more`, () =>
          expectMarkers(rule, example, (file) => file));
        it(`finds the same with CRLF in example ${index + 1}`, () => expectMarkers(rule, example, withCrlf));
        it(`calls no change of example ${index + 1} harmless where it says something`, () =>
          expectJudged(rule, example));
      });
      rule.examples.good.forEach((example, index) => {
        it(`says nothing of good example ${index + 1}`, async () => {
          assert.deepEqual(await findingsOf(rule, example, (file) => file), []);
        });
      });
    });
  }
});

type Style = (file: MarkedFile) => MarkedFile;

function difference(example: ChangeExample, style: Style, name = "plan.aiplan") {
  const [before, after] = [example.before, example.after].map((text) => textsOf(readMarked(text).files.map(style)));
  const date = example.changedOn === undefined ? undefined : readDate(example.changedOn).date;
  return compareFiles(before!, after!, name, date ? { changedOn: date } : {});
}

function textsOf(files: readonly MarkedFile[]): Files {
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

async function findingsOf(rule: ChangeRule, example: ChangeExample, style: Style) {
  const { findings } = await difference(example, style);
  return findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ place, message }) => ({ file: place.uri.slice(place.uri.lastIndexOf("/") + 1), ...place, message }));
}

async function expectMarkers(rule: ChangeRule, example: ChangeExample, style: Style): Promise<void> {
  const actual = await findingsOf(rule, example, style);
  for (const file of readMarked(example.after).files.map(style)) {
    const found = actual.filter((finding) => finding.file === file.name);
    const expected = [...file.markers].sort((a, b) => a.start - b.start || a.end - b.end);
    const show = (start: number, end: number, text: string) =>
      `${start}-${end} «${file.text.slice(start, end)}» ${text}`;
    assert.deepEqual(
      found.map(({ start, end, message }, index) => {
        const text = expected[index]?.text;
        return show(start, end, text !== undefined && message.startsWith(text) ? text : message);
      }),
      expected.map(({ start, end, text }) => show(start, end, text)),
    );
  }
}

/** As many changes are judged as there are findings, or more: a removal may be told of once for several. */
async function expectJudged(rule: ChangeRule, example: ChangeExample): Promise<void> {
  const { changes } = await difference(example, (file) => file);
  assert.ok(changes.some(({ judgement }) => judgement !== "harmless" && judgement.rule === rule.id));
}

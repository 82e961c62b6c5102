import assert from "node:assert/strict";
import { applyEdits, CheckedPlan, rename } from "@aiplan/core";
import { type Files, load, ROOT } from "../../harness/check.ts";
import { examples } from "../../harness/examples.ts";

const NAME = "quite-another-name";

const STYLES = `data-sources:
  a: {x-🚨: "🚨", columns: {ä: string, "b": string, 'c': string}, labels: {field: "c"}}
  "d": {columns: {b: string}}
joins:
  j: {left: "a.b", right: 'd.b', cardinality: one-to-one, title: "🚨", x-note: a.b}
  k: {left: a.c, right: d.b, cardinality: one-to-one}
roles:
  r: {contact: "🚨🚨", deputy: 's'} # r and s
  's': {contact: s, deputy: r}
owner: >-
  r
waivers:
  missing-key: {at: 'data-sources.a.columns.b', approved-by: r, reason: "🚨 a.b"}
`;

describe("a name that is changed and changed back", () => {
  for (const { name, files } of examples())
    it(`leaves every byte of ${name}`, async () => {
      await thereAndBack(files, name);
    });
  for (const [ends, text] of Object.entries({ LF: STYLES, CRLF: STYLES.replaceAll("\n", "\r\n") }))
    it(`leaves every byte of a text with quotes and emoji, with ${ends}`, async () => {
      const names = await thereAndBack({ "plan.aiplan": text }, "plan.aiplan", everyOffset(text));
      assert.deepEqual([...names].sort(), ["a", "b", "c", "d", "j", "k", "r", "s", "ä"]);
    });
});

/** Changes what is named at each offset, by default at those of definitions; returns the names that could be changed. */
async function thereAndBack(files: Files, name: string, offsets?: readonly number[]): Promise<Set<string>> {
  const before = new CheckedPlan(await load(files, name));
  const { definitions, text } = before.file;
  const own = definitions.filter(({ node }) => !node.borrowed).map(({ node }) => before.place(node).start);
  const names = new Set<string>();
  const tried = new Set<string>();
  for (const offset of offsets ?? own) {
    const there = rename(before, offset, NAME, []);
    if (!there || "refused" in there) continue;
    const [first] = there.edits.filter(
      ({ uri, start, end }) => uri === before.file.uri && start - 1 <= offset && offset <= end + 1,
    );
    assert.ok(first, `nothing changes at ${offset}`);
    const key = JSON.stringify(there.edits);
    if (tried.has(key)) continue;
    tried.add(key);
    const old = text.slice(first.start, first.end);
    const changed = applied(files, there.edits);
    assert.notDeepEqual(changed, files);
    const after = new CheckedPlan(await load(changed, name));
    const moved = there.edits.filter(({ uri, start }) => uri === before.file.uri && start < first.start).length;
    const back = rename(after, first.start + moved * (NAME.length - old.length), old, []);
    assert.ok(back && "edits" in back, JSON.stringify(back));
    assert.deepEqual(applied(changed, back.edits), files);
    names.add(old);
  }
  assert.ok(names.size > 0 || definitions.length === 0, "nothing could be renamed");
  return names;
}

function applied(files: Files, edits: Parameters<typeof applyEdits>[1]): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      applyEdits(
        text,
        edits.filter(({ uri }) => uri === `${ROOT}/${name}`),
      ),
    ]),
  );
}

function everyOffset(text: string): number[] {
  return Array.from({ length: text.length }, (_, offset) => offset);
}

import assert from "node:assert/strict";
import type { FolderEntry, Host } from "../../server/src/host.ts";
import { PlanFinder } from "../../server/src/plan-finder.ts";

/** Looks for plans in a machine that says of each folder what this function says. */
function finderIn(list: (uri: string) => FolderEntry[]) {
  const warnings: string[] = [];
  const listed: string[] = [];
  const host = {
    list: async (uri: string) => {
      listed.push(uri);
      return list(uri);
    },
  } as unknown as Host;
  const finder = new PlanFinder(
    host,
    () => ["file:///p"],
    (message) => warnings.push(message),
  );
  return { finder, warnings, listed };
}

describe("looking for plans", () => {
  it("ends in folders that go on for ever", async () => {
    const { finder, warnings, listed } = finderIn(() => [
      { name: "in", isFolder: true },
      { name: "a.aiplan", isFolder: false },
    ]);
    const found = await finder.all();
    assert.ok(found.includes("file:///p/in/in/a.aiplan"));
    assert.ok(listed.length < 50, `${listed.length} folders`);
    assert.deepEqual(warnings, []);
  });

  it("ends, with a word in the log, where there are too many", async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ name: `${index}.aiplan`, isFolder: false }));
    const folders = Array.from({ length: 50 }, (_, index) => ({ name: `f${index}`, isFolder: true }));
    const { finder, warnings, listed } = finderIn((uri) => (uri === "file:///p" ? folders : many));
    assert.ok((await finder.all()).length < 6_000);
    assert.ok(listed.length < 25, `${listed.length} folders`);
    assert.equal(warnings.length, 1);
  });

  it("is not to be done again for what comes and goes in folders that are left alone, or in none of the workspace", async () => {
    const { finder, listed } = finderIn(() => []);
    for (const inside of [".git/index.lock", "node_modules/x", "a/.cache", "../q/a.aiplan"])
      assert.equal(finder.changed(new URL(inside, "file:///p/").href, true), false, inside);
    assert.equal(finder.changed("file:///p/a", true), true);
    assert.equal(finder.changed("file:///p/.a.aiplan", true), true);
    await finder.all();
    assert.equal(listed.length, 1);
  });

  it("begins anew where very much has changed at once, and not where a file changes that is no plan", async () => {
    const { finder, listed } = finderIn(() => [{ name: "a.aiplan", isFolder: false }]);
    await finder.all();
    assert.equal(finder.changed("file:///p/b.txt", false), false);
    await finder.all();
    assert.equal(listed.length, 1);
    for (let index = 0; index < 1_000; index++) finder.changed(`file:///p/${index}`, true);
    assert.deepEqual(await finder.all(), ["file:///p/a.aiplan"]);
    assert.equal(listed.length, 2);
  });
});

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../harness/build-if-stale.ts";

const text = readFileSync(join(REPOSITORY, "README.md"), "utf8");

describe("The README, which is the extension's page on the Marketplace too", () => {
  it("says on its first screen how to try it and how to test it", () => {
    const first = text.split("\n").slice(0, 15).join("\n");
    assert.match(first, /^npm ci && npm start\b/m);
    assert.match(first, /^npm ci && npm test\b/m);
  });

  it("links to files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) => path);
    assert.ok(links.length > 10);
    assert.deepEqual(
      links.filter((path) => !existsSync(join(REPOSITORY, path))),
      [],
    );
  });

  it("shows pictures with words for those who cannot see them, and no large ones", () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    assert.ok(pictures.length > 0);
    for (const [, words = "", path = ""] of pictures) {
      assert.match(words, /\w+ \w+ \w+/, path);
      assert.ok(statSync(join(REPOSITORY, path)).size < 400_000, path);
    }
  });
});

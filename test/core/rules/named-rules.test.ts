import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "@aiplan/core";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const ids = new Set(rules.map(({ id }) => id));

/** What stands where only a rule can be meant: a waiver, a setting of a rule, an ignore comment. */
const NAMED = [
  /waivers: ?\{([a-z-]+):/g,
  /`([a-z]+-[a-z-]+): \{reason:/g,
  /"([a-z]+-[a-z-]+)\\?": \\?"(?:off|hint|info|warning|error)\\?"/g,
  /aiplan-ignore(?:-file)? ([a-z]+-[a-z-]+)/g,
];

function pages(): string[] {
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  // The page of `ignore-without-reason` names a rule that is not there, to show what is said of it.
  const guides = docs.filter((name) => !name.startsWith("rules")).map((name) => join("docs", name));
  return [...guides, "README.md", "CONTRIBUTING.md", "package.json", "schema/aiplan.schema.json"];
}

describe("rules that the docs name", () => {
  const named = pages().flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    return NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, id = ""]) => ({ page, id })));
  });

  it("are found in the docs at all", () => assert.ok(named.length >= 5, `only ${named.length}`));
  it("exist", () =>
    assert.deepEqual(
      named.filter(({ id }) => !ids.has(id)),
      [],
    ));
});

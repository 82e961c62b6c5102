import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { everyRule, language, principles, rules } from "@aiplan/core";
import { generatedFiles } from "../../../scripts/generated-files.ts";
import { checkText } from "../../harness/check.ts";

/** The anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(markdown: string): Set<string> {
  const headings = withoutFences(markdown).matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, text = ""]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, "");
}

function guides(): [string, string][] {
  const paths = ["docs/README.md", ...readdirSync("docs/guides").map((name) => `docs/guides/${name}`)];
  return paths.map((path) => [path, readFileSync(path, "utf8").replaceAll("\r\n", "\n")]);
}

describe("documentation", () => {
  let generated: Record<string, string>;
  before(async () => {
    generated = await generatedFiles();
  });

  it("has a page for every rule, and lists and counts them all", () => {
    const index = generated["docs/rules/README.md"] ?? "";
    assert.ok(index.includes(`${everyRule.length} rules`));
    for (const { id, summary } of everyRule) {
      assert.ok(index.includes(`(${id}.md)`), id);
      const page = generated[`docs/rules/${id}.md`] ?? "";
      assert.ok(page.includes(summary) && page.includes("## Why") && page.includes("```yaml"), id);
    }
  });

  it("shows under each bad example what the rule says of it, in full", () => {
    for (const { id } of rules) {
      const page = generated[`docs/rules/${id}.md`] ?? "";
      const found = /## What it finds\n([\s\S]*?)\n## /.exec(page)?.[1] ?? "";
      assert.match(found, /^#[ ^]*\^$\n# (?:hint|info|warning|error): \S/m, id);
    }
  });

  it("has a page for every principle that lists the rules that serve it", () => {
    for (const { id, title } of principles) {
      const page = generated[`docs/principles/${id}.md`] ?? "";
      assert.ok(page.includes(title), id);
      for (const rule of everyRule.filter(({ principle }) => principle === id))
        assert.ok(page.includes(`/${rule.id}.md`));
    }
  });

  it("describes every key and every fixed word of the language", () => {
    const page = generated["docs/reference.md"] ?? "";
    for (const type of Object.values(language.objectTypes))
      for (const [name, key] of Object.entries(type.keys) as [string, { doc: string }][]) {
        assert.ok(page.includes(`\`${name}\``), `${type.name}.${name}`);
        assert.ok(page.includes(key.doc.replaceAll("|", "\\|")), `${type.name}.${name}`);
      }
  });

  it("has no link that leads nowhere", () => {
    const pages: Record<string, string> = { ...generated, ...Object.fromEntries(guides()) };
    const broken: string[] = [];
    for (const [path, text] of Object.entries(pages)) {
      if (!path.endsWith(".md")) continue;
      for (const [, target = ""] of withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file = "", fragment] = target.split("#");
        const to = file === "" ? path : normalize(join(dirname(path), file));
        const there = pages[to] ?? (existsSync(to) ? "" : undefined);
        if (there === undefined || (fragment && !anchorsOf(there).has(fragment))) broken.push(`${path}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it("has tables whose rows have as many cells as their header", () => {
    for (const [path, text] of Object.entries(generated).filter(([name]) => name.endsWith(".md")))
      for (const [block] of withoutFences(text).matchAll(/(?:^\|.*\|$\n?)+/gm)) {
        const cells = block
          .trim()
          .split("\n")
          .map((line) => line.replaceAll("\\|", "").split("|").length);
        assert.equal(new Set(cells).size, 1, `${path}: ${block.slice(0, 80)}`);
      }
  });

  it("teaches a plan that has no finding above a hint", async () => {
    const guide = readFileSync("docs/guides/writing-a-plan.md", "utf8").replaceAll("\r\n", "\n");
    const plan = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join("\n");
    const findings = (await checkText(plan)).filter(({ severity }) => severity !== "hint");
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });
});

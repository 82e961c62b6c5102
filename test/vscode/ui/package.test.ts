import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path/posix";
import { everyRule, principles } from "@aiplan/core";
import { listFiles, PackageManager } from "@vscode/vsce";
import { root, vsix } from "./workbench.ts";

describe("The package", () => {
  let files: readonly string[] = [];
  before(async () => {
    files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  });

  it("is smaller than 1.2 MB", () => {
    const size = statSync(vsix).size;
    assert.ok(size < 1_200_000, `${size} bytes`);
  });

  it("has every page that its pages lead to", () => {
    const missing = files
      .filter((file) => file.startsWith("docs/"))
      .flatMap((file) => {
        const links = readFileSync(`${root}/${file}`, "utf8").matchAll(/\]\(([^)\s#:]+)(?:#[^)\s]*)?\)/g);
        return [...links].map(([, link = ""]) => join(file, "..", link));
      })
      .filter((page) => !files.includes(page));
    assert.deepEqual([...new Set(missing)], []);
  });

  it("has what the extension needs, and no more", () => {
    // What the ids of rules in findings lead to, and what those pages lead to.
    const pages = [
      "docs/reference.md",
      ...everyRule.map(({ id }) => `docs/rules/${id}.md`),
      ...principles.map(({ id }) => `docs/principles/${id}.md`),
      "docs/rules/README.md",
      "docs/principles/README.md",
    ];
    assert.deepEqual(files.filter((file) => file.startsWith("docs/")).sort(), pages.sort());
    assert.deepEqual(files.filter((file) => !file.startsWith("docs/")).sort(), [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/client.js",
      "dist/report-view.js",
      "dist/server.js",
      "images/icon.png",
      "images/plan-dark.svg",
      "images/plan-light.svg",
      "images/readiness.svg",
      "images/walkthrough/fix.svg",
      "images/walkthrough/missing.svg",
      "images/walkthrough/plan.svg",
      "images/walkthrough/readiness.svg",
      "images/walkthrough/share.svg",
      "l10n/bundle.l10n.json",
      "language-configuration.json",
      "package.json",
      "package.nls.json",
      "snippets/aiplan.code-snippets",
      "syntaxes/aiplan.tmLanguage.json",
    ]);
  });
});

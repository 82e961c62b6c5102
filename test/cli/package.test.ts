import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiplan, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const CLI = join(REPOSITORY, "cli");
const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
/** A key that no catalog has: one warning, of `unknown-key`. */
const MISTYPED = `${CATALOG}rolse:\n  dev: {contact: dev@example.com}\n`;

/** No script of a package is run, nothing is asked of a registry, and no setting of whoever runs the tests has a part in it. */
const NPM = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", [...args, ...NPM], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, npm_config_dry_run: "" },
  });
}

const CONSUMER = `import { check, type CheckResult, type Finding, type Severity } from "aiplan";

export const heaviest = async (folder: string): Promise<readonly Finding[]> => {
  const result: CheckResult = await check({ cwd: folder, paths: ["."], rules: ["unknown-key"], stage: "pilot" });
  const severity: Severity = "warning";
  return result.files.flatMap((file) => file.findings.filter((finding) => finding.severity === severity));
};
// @ts-expect-error There is no such stage.
void check({ stage: "live" });
for (const { rule, range } of await heaviest(".")) console.log(rule, range.start.line);
`;

describe("the package of the command line", function () {
  this.timeout(120_000);
  let folder: string;
  let files: readonly string[];

  /** Installed alone, from the tarball, in a folder with nothing else but some plans. */
  before(() => {
    buildIfStale();
    folder = folderWith({
      "package.json": '{"name": "alone", "private": true, "type": "module"}',
      "a.aiplan": MISTYPED,
    });
    const [packed] = JSON.parse(npm(folder, "pack", CLI, "--json", "--pack-destination", folder));
    files = packed.files.map(({ path }: { path: string }) => path);
    npm(folder, "install", "--save-dev", join(folder, packed.filename));
  });
  after(removeFolders);

  const installed = (...args: readonly string[]) =>
    aiplan(args, { cwd: folder, bin: join(folder, "node_modules/aiplan/bin/aiplan.js") });

  it("holds what is needed and nothing else", () => {
    const bundles = files.filter((path) => /^dist\/[\w-]+\.mjs$/.test(path));
    const pages = files.filter((path) => /^dist\/docs\/(?:reference|(?:rules|principles)\/[\w-]+)\.md$/.test(path));
    const manual = files.filter((path) => /^man\/aiplan(?:-[a-z]+)?\.1$/.test(path));
    const others = files.filter((path) => ![...bundles, ...pages, ...manual].includes(path));
    assert.deepEqual(others.sort(), [
      "LICENSE",
      "README.md",
      "bin/aiplan.js",
      "dist/THIRD-PARTY-NOTICES.txt",
      "index.d.ts",
      "package.json",
    ]);
    for (const name of ["dist/main.mjs", "dist/index.mjs"]) assert.ok(bundles.includes(name), name);
    for (const name of bundles)
      assert.doesNotMatch(
        readFileSync(join(CLI, name), "utf8"),
        /examples:\{bad:\[\{/,
        "the examples of rules stay out",
      );
    assert.ok(pages.length > 100, "the pages of the rules, for editors");
    assert.ok(manual.includes("man/aiplan-check.1"), "the manual");
  });

  it("comes alone", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "node_modules/aiplan/package.json"), "utf8"));
    const { dependencies, peerDependencies, optionalDependencies, engines } = manifest;
    assert.deepEqual([dependencies, peerDependencies, optionalDependencies], [undefined, undefined, undefined]);
    assert.deepEqual(engines, { node: ">=20.19" });
    assert.deepEqual(
      readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")),
      ["aiplan"],
    );
  });

  it("carries its licence, those of what it bundles, and no path of the machine that built it", () => {
    const text = (name: string) => readFileSync(join(folder, "node_modules/aiplan", name), "utf8");
    assert.equal(text("LICENSE"), readFileSync(join(REPOSITORY, "LICENSE"), "utf8"));
    for (const name of ["commander", "yaml", "vscode-languageserver", "tinyglobby"])
      assert.match(text("dist/THIRD-PARTY-NOTICES.txt"), new RegExp(`^${name} \\d`, "m"));
    for (const name of files) assert.ok(!text(name).includes(REPOSITORY), name);
  });

  it("checks, fixes, explains and says its version", async () => {
    const { code, stdout } = await installed("check", "--fail-on", "warning", "a.aiplan");
    assert.equal(code, 1);
    assert.match(stdout, /^warning unknown-key {2}a\.aiplan:6:1\n/m);
    assert.match((await installed("fix", "--dry-run", "a.aiplan")).stderr + stdout, /unknown-key/);
    assert.match((await installed("explain", "unknown-key")).stdout, /unknown-key/);
    assert.match((await installed("schema")).stdout, /"\$schema"/);
    const { version } = JSON.parse(readFileSync(join(CLI, "package.json"), "utf8"));
    assert.equal((await installed("--version")).stdout, `${version}\n`);
  });

  it("runs as npm links it", () => {
    const text = execFileSync("npm", ["exec", "--no", ...NPM, "--", "aiplan", "check", "a.aiplan"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.match(text, /1 catalog checked: 1 warning\./);
  });

  it("serves editors", async () => {
    const message = (content: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...content });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const params = { processId: null, rootUri: null, capabilities: {} };
    const input =
      message({ id: 1, method: "initialize", params }) +
      message({ method: "initialized", params: {} }) +
      message({ id: 2, method: "shutdown" }) +
      message({ method: "exit" });
    const { code, stdout } = await aiplan(["lsp", "--stdio"], {
      cwd: folder,
      input,
      staysOpen: true,
      bin: join(folder, "node_modules/aiplan/bin/aiplan.js"),
    });
    assert.equal(code, 0);
    assert.match(stdout, /"hoverProvider":true/);
  });

  describe("for programs", () => {
    const run = (code: string) => {
      writeFileSync(join(folder, "run.mjs"), code);
      return execFileSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
    };

    it("gives the report of the command line", async () => {
      const { stdout } = await installed("check", "--format", "json", "--stage", "pilot");
      const result = run(
        'import { check } from "aiplan"; console.log(JSON.stringify(await check({ stage: "pilot" })));',
      );
      assert.deepEqual(JSON.parse(result), { ...JSON.parse(stdout), problems: [] });
    });

    it("checks a text that is no file, and can be required", () => {
      const code = `import { createRequire } from "node:module";
        const { check } = createRequire(import.meta.url)("aiplan");
        const { files } = await check({ input: { path: "new/b.aiplan", text: ${JSON.stringify(MISTYPED)} } });
        console.log(files.length, files[0].path, files[0].findings.map(({ rule }) => rule).join());`;
      assert.equal(run(code), "1 new/b.aiplan unknown-key\n");
    });

    it("says what cannot be read, and rejects what cannot be meant", () => {
      const code = `import { check } from "aiplan";
        console.log(JSON.stringify((await check({ paths: ["gone.aiplan"] })).problems));
        for (const options of [{ rules: ["unknown-kye"] }, { rules: ["goalposts-moved"] }, { asOf: "soon" }, { stage: "live" }, { cwd: "gone" }])
          await check(options).catch((error) => console.log(error.name, error.message));`;
      assert.deepEqual(run(code).split("\n"), [
        '["gone.aiplan: There is no such file or folder."]',
        "TypeError `rules`: There is no rule `unknown-kye`. Did you mean `unknown-key`? `aiplan rules` lists them.",
        "TypeError `rules`: The rule `goalposts-moved` compares two versions of a plan: `aiplan check --against REF` does.",
        "TypeError `asOf`: Write a date such as 2026-07-06 (year-month-day).",
        "TypeError `stage`: There is no stage `live`, only proposal, build, pilot, production.",
        "TypeError `cwd`: There is no such file or folder.",
        "",
      ]);
    });

    for (const module of ["nodenext", "preserve"])
      it(`has types that a strict program compiles with (${module})`, () => {
        const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
        const compile = ["--noEmit", "--target", "es2022", "--lib", "es2023,dom", "--types", "", ...strict];
        writeFileSync(join(folder, "consumer.ts"), CONSUMER);
        const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
        const args = [tsc, ...compile, "--module", module, "--ignoreConfig", "consumer.ts"];
        assert.equal(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }), "");
      });
  });

  it("has a README of which the examples work", () => {
    const readme = readFileSync(join(CLI, "README.md"), "utf8");
    const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    cpSync(join(folder, "a.aiplan"), join(folder, "plans/a.aiplan"));
    writeFileSync(join(folder, "readme.mjs"), code);
    const printed = execFileSync(process.execPath, ["readme.mjs"], { cwd: folder, encoding: "utf8" });
    assert.match(printed, /^plans\/a\.aiplan:6: warning unknown-key: /);
  });
});

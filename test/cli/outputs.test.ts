import assert from "node:assert/strict";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { aiplan, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** A key that no catalog has: one warning. */
const MISTYPED = "aiplan: 1\nkind: catalog\nname: org\nrolse:\n  sre: {contact: sre@example.com}\n";

/** Nobody, where the tests run as root, who may write everywhere. */
const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};

describe("aiplan check with several formats", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const check = (cwd: string, ...outputs: readonly string[]) =>
    aiplan(["check", "a.aiplan", ...outputs.flatMap((output) => ["--format", output])], { cwd });
  const filesOf = (cwd: string) => readdirSync(cwd).sort();

  it("writes each report to its place, as it is alone, and makes folders for them", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED });
    const pretty = await check(cwd, "pretty");
    const json = await check(cwd, "json");
    const both = await check(cwd, "pretty", "json=reports/ci/a=b.json");
    assert.deepEqual(both, pretty);
    assert.equal(readFileSync(join(cwd, "reports/ci/a=b.json"), "utf8"), json.stdout);
    assert.deepEqual(await check(cwd, "json=one", "json=two", "pretty=three"), { code: 0, stdout: "", stderr: "" });
    const written = ["one", "two", "three"].map((name) => readFileSync(join(cwd, name), "utf8"));
    assert.deepEqual(written, [json.stdout, json.stdout, pretty.stdout]);
    assert.deepEqual(filesOf(cwd), ["a.aiplan", "one", "reports", "three", "two"]);
  });

  it("writes no colours to a file", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED });
    const plain = await check(cwd, "pretty");
    await aiplan(["check", "--format", "pretty=a.txt"], { cwd, env: { FORCE_COLOR: "1" } });
    assert.equal(readFileSync(join(cwd, "a.txt"), "utf8"), plain.stdout);
  });

  it("replaces a file, keeps its mode, and does not write through a symbolic link", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED, "out.json": "old", "precious.txt": "precious" });
    chmodSync(join(cwd, "out.json"), 0o640);
    symlinkSync("precious.txt", join(cwd, "link.json"));
    const { stdout } = await check(cwd, "json=out.json", "json=link.json", "json");
    for (const name of ["out.json", "link.json"]) assert.equal(readFileSync(join(cwd, name), "utf8"), stdout);
    assert.equal(statSync(join(cwd, "out.json")).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(cwd, "link.json")).isFile());
    assert.equal(readFileSync(join(cwd, "precious.txt"), "utf8"), "precious");
  });

  const wrong: [string, readonly string[], RegExp][] = [
    ["two reports for standard output", ["pretty", "json"], /Only one report can go to standard output, and pretty /],
    ["two reports for one file", ["pretty=out", "json=./x/../out"], /The report in pretty goes to that file, too\./],
    ["no name of a file", ["json="], /Name a file after `json=`, not a folder\./],
    ["a folder for a file", ["json=reports/"], /Name a file after `json=`, not a folder\./],
    ["a plan for a report", ["json=a.AIPLAN"], /A report would take the place of a plan\./],
    ["an unknown format", ["jsn=x"], /Did you mean json\? The formats are pretty, json/],
    ["a format that objects have anyway", ["constructor"], /'constructor' is invalid\. The formats are/],
  ];
  for (const [what, outputs, message] of wrong)
    it(`refuses ${what}`, async () => {
      const cwd = folderWith({ "a.aiplan": MISTYPED });
      const { code, stdout, stderr } = await check(cwd, ...outputs);
      assert.deepEqual([code, stdout, filesOf(cwd)], [2, "", ["a.aiplan"]]);
      assert.match(stderr, message);
    });

  it("refuses a report in place of a file that is checked, or of a baseline", async () => {
    const cwd = folderWith({ "plan.yaml": MISTYPED });
    const same = [
      ["plan.yaml", "--format", "json=./plan.yaml"],
      ["--format", "json=b", "--write-baseline", "b"],
    ];
    for (const args of same) {
      const { code, stderr } = await aiplan(["check", ...args], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /^error: the report in json would take the place of a file that is named, too\.\n/);
    }
    assert.equal(readFileSync(join(cwd, "plan.yaml"), "utf8"), MISTYPED);
  });

  const unwritable: [string, string, string][] = [
    ["a folder", "folder", "This is a folder, not a file."],
    ["below a file", "file/deep/out", "Its folder cannot be made: a part of the path is a file."],
    ["a device", "/dev/null", "This is a device or a pipe, not a file."],
    ["what standard output leads to", "/dev/stdout", "This is a device or a pipe, not a file."],
    ["a name that is too long", "x".repeat(300), "This name is too long."],
  ];
  for (const [what, file, message] of unwritable)
    it(`says why nothing is written to ${what}, exits with 2, and writes the others whole`, async () => {
      const cwd = folderWith({ "a.aiplan": MISTYPED, file: "kept" });
      mkdirSync(join(cwd, "folder"));
      const json = (await check(cwd, "json")).stdout;
      const { code, stdout, stderr } = await check(cwd, `pretty=${file}`, "json", "json=last.json");
      assert.deepEqual([code, stdout], [2, json]);
      assert.ok(stderr.endsWith(`: The report was not written. ${message}\n`), stderr);
      assert.equal(stderr.split("\n").length, 2);
      assert.equal(readFileSync(join(cwd, "last.json"), "utf8"), json);
      assert.deepEqual(filesOf(cwd), ["a.aiplan", "file", "folder", "last.json"]);
      assert.equal(readFileSync(join(cwd, "file"), "utf8"), "kept");
    });

  it("says so where there is no permission to write", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED, "kept.json": "kept" });
    chmodSync(join(cwd, "kept.json"), 0o444);
    chmodSync(cwd, 0o555);
    for (const file of ["new.json", "kept.json"]) {
      const { code, stderr } = await aiplan(["check", "a.aiplan", "--format", `json=${file}`], { cwd, ...uid });
      const message = "The report was not written. You are not allowed to write this (no permission).";
      assert.deepEqual([code, stderr], [2, `${file}: ${message}\n`]);
    }
    assert.equal(readFileSync(join(cwd, "kept.json"), "utf8"), "kept");
    chmodSync(cwd, 0o755);
  });

  it("leaves nothing half written where the reader of another report has gone", async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`${index}.aiplan`, MISTYPED]);
    const cwd = folderWith({ ...Object.fromEntries(files), "out.json": "old" });
    const { code } = await aiplan(["check", "--format", "pretty", "--format", "json=out.json"], {
      cwd,
      closeEarly: true,
    });
    assert.equal(code, 141);
    assert.equal(filesOf(cwd).length, 301);
    assert.equal(readFileSync(join(cwd, "out.json"), "utf8"), "old");
  });
});

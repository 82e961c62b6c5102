import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceText } from "../../cli/src/rewrite/replace-text.ts";
import { aiplan, checkJson, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
/** One safe repair: the key is `rate-limit`. */
const SYSTEM = (key: string) =>
  `aiplan: 1\nkind: catalog\nname: org\nsystems:\n  crm: {rate-${key}: 3 req/s} # 🚀 ours\n`;
const MISTYPED = SYSTEM("limt");
const FIXED = SYSTEM("limit");

/** Nobody, where the tests run as root, who may write everything. */
const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};

describe("aiplan fix", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

  it("puts right what needs no person, says so, and has nothing to do the second time", async () => {
    const cwd = folderWith({ "a.aiplan": MISTYPED, "b.aiplan": CATALOG });
    const first = await aiplan(["fix"], { cwd });
    assert.equal(first.code, 0);
    assert.equal(
      first.stdout,
      "a.aiplan: 1 finding put right\n  unknown-key  Change to `rate-limit`\n  Nothing is left to do.\n",
    );
    assert.equal(first.stderr, "1 of 2 files changed.\n");
    assert.deepEqual([read(cwd, "a.aiplan"), read(cwd, "b.aiplan")], [FIXED, CATALOG]);
    const second = await aiplan(["fix"], { cwd });
    assert.deepEqual([second.code, second.stdout, second.stderr], [0, "", "0 of 2 files changed.\n"]);
  });

  it("with --all inserts what is missing, and names what there is to choose from", async () => {
    const cwd = folderWith({ "a.aiplan": "aiplan: 1\nname: a\neconomics: {payback: 14 m}\n" });
    const { code, stdout } = await aiplan(["fix", "--all"], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^a\.aiplan: \d+ findings prepared for you to decide on\n {2}missing-data-sources +Insert/);
    const text = read(cwd, "a.aiplan");
    assert.match(text, /^title: <what the system does in one line>$/m);
    assert.match(text, /^economics: .*payback: <14 mo or 14 min \(was 14 m\)>/m);
    assert.equal((await aiplan(["fix", "--all"], { cwd })).stdout, "");
    const { files } = await checkJson([], { cwd });
    assert.deepEqual([...new Set(files[0]?.findings.map(({ rule }) => rule))], ["placeholder-left"]);
  });

  it("puts right only what the rules find that are named, at the stage that is named", async () => {
    const cwd = folderWith({
      "a.aiplan": "aiplan: 1\nname: a\ntitel: A\nload: {unit: item, average: 3 items per day}\n",
    });
    assert.equal((await aiplan(["fix", "--rule", "unknown-key"], { cwd })).code, 0);
    assert.match(read(cwd, "a.aiplan"), /^title: A\nload: .*3 items per day/m);
    assert.equal((await aiplan(["fix", "--rule", "unknown-keys"], { cwd })).code, 2);
    await aiplan(["fix", "--all", "--stage", "pilot", "--rule", "missing-rollback"], { cwd });
    assert.doesNotMatch(read(cwd, "a.aiplan"), /triggers/);
    await aiplan(["fix", "--all", "--stage", "pilot"], { cwd });
    assert.match(read(cwd, "a.aiplan"), /^triggers:$/m);
  });

  describe("--dry-run", () => {
    it("prints a difference that patch and git apply, writes nothing, and exits with 1", async () => {
      for (const eol of ["\n", "\r\n"]) {
        const before = MISTYPED.replaceAll("\n", eol).slice(0, -eol.length);
        // git and patch read names as git quotes them.
        const cwd = folderWith({ "p/ä 1.aiplan": before, "p/b.aiplan": CATALOG });
        const { code, stdout, stderr } = await aiplan(["fix", "--dry-run"], { cwd });
        assert.equal(code, 1);
        assert.match(stdout, /^--- "a\/p\/\\303\\244 1\.aiplan"\n\+\+\+ "b.*"\n@@ /);
        assert.match(stderr, /1 of 2 files would change\.\n$/);
        assert.equal(read(cwd, "p/ä 1.aiplan"), before);
        execFileSync("git", ["apply", "-p1", "-"], { cwd, input: stdout });
        assert.equal(read(cwd, "p/ä 1.aiplan"), FIXED.replaceAll("\n", eol).slice(0, -eol.length));
        assert.equal((await aiplan(["fix", "--dry-run"], { cwd })).code, 0);
      }
    });

    it("shows what a terminal or a CI server would obey instead of sending it", async () => {
      const commands = "# \u001b[31mred\u202e\r\u0007 ##[error]x\nx-note: |\n  ::add-mask::x\n";
      const cwd = folderWith({ "a\u001b.aiplan": `${MISTYPED}${commands}` });
      const { stdout } = await aiplan(["fix", "--dry-run", "."], { cwd });
      // The name with a sign in place of what it holds, quoted as git does.
      assert.match(stdout, /^--- "a\/a\\342\\220\\233\.aiplan"$/m);
      assert.doesNotMatch(stdout, /^\s*::|##\[/m);
      assert.match(stdout, /^ # ␛\[31mred\ufffd/m);
      assert.doesNotMatch(stdout, /[\u001b\u202e\u0007]|\r./);
    });
  });

  describe("files", () => {
    it("keep their byte order mark, line ends, missing last line end and permissions", async () => {
      const before = `\ufeff${MISTYPED.replaceAll("\n", "\r\n").slice(0, -2)}`;
      const cwd = folderWith({ "a.aiplan": before });
      chmodSync(join(cwd, "a.aiplan"), 0o666);
      assert.equal((await aiplan(["fix"], { cwd })).code, 0);
      assert.equal(read(cwd, "a.aiplan"), `\ufeff${FIXED.replaceAll("\n", "\r\n").slice(0, -2)}`);
      assert.equal(statSync(join(cwd, "a.aiplan")).mode & 0o777, 0o666);
      assert.deepEqual(readdirSync(cwd), ["a.aiplan"]);
    });

    it("that a symbolic link leads to are changed where they are, below the root only", async () => {
      const folder = folderWith({ "root/real.txt": MISTYPED, "root/.git/HEAD": "", "out.txt": MISTYPED });
      const cwd = join(folder, "root");
      symlinkSync("real.txt", join(cwd, "in.aiplan"));
      symlinkSync("../out.txt", join(cwd, "out.aiplan"));
      const { code, stderr } = await aiplan(["fix", "in.aiplan", "out.aiplan"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /^out\.aiplan: Nothing is written there, for it is outside of the root folder\./);
      assert.deepEqual([read(cwd, "real.txt"), read(folder, "out.txt")], [FIXED, MISTYPED]);
    });

    it("that cannot be read or written cost the others nothing", async () => {
      const cwd = folderWith({ "a.aiplan": MISTYPED, "b.aiplan": Buffer.from([0xff, 0xfe, 0]), "c.aiplan": MISTYPED });
      for (const path of [cwd, join(cwd, "c.aiplan")]) chmodSync(path, 0o777);
      chmodSync(join(cwd, "a.aiplan"), 0o444);
      const { code, stdout, stderr } = await aiplan(["fix", ".", "gone.aiplan"], { cwd, ...uid });
      assert.equal(code, 2);
      assert.match(stdout, /^c\.aiplan: 1 finding put right\n/);
      assert.equal(
        stderr,
        "gone.aiplan: There is no such file or folder.\na.aiplan: You are not allowed to write this (no permission).\n" +
          "b.aiplan: This is UTF-16 text. Save it as UTF-8.\n1 of 2 files changed.\n",
      );
      assert.equal(read(cwd, "a.aiplan"), MISTYPED);
    });

    it("that the configuration ignores are left alone", async () => {
      const cwd = folderWith({ "old/a.aiplan": MISTYPED, "aiplan.config.yaml": "ignore: [old/**]\n" });
      const { code, stderr } = await aiplan(["fix", "old/a.aiplan"], { cwd });
      assert.equal(code, 0);
      assert.match(stderr, /The `ignore` of the configuration leaves this file alone\./);
      assert.equal(read(cwd, "old/a.aiplan"), MISTYPED);
    });

    it("that a plan links to are neither made nor changed", async () => {
      const plan = "aiplan: 1\nworkflow: {current: ./flows/now.md}\n";
      const cwd = folderWith({ "a.aiplan": plan });
      const { stdout } = await aiplan(["fix", "--all"], { cwd });
      assert.deepEqual(readdirSync(cwd), ["a.aiplan"]);
      assert.match(stdout, /Left: .*linked-file-missing/);
    });

    it("that are catalogs are put right before what imports them, in a dry run too", async () => {
      const files = {
        "a.aiplan": "aiplan: 1\nkind: catalog\nname: a\nimports: [./z.aiplan]\nsystems:\n  crm: {owner: desks}\n",
        "m.aiplan": "aiplan: 1\nimports: [./a.aiplan]\nowner: desks\n",
        "z.aiplan": "aiplan: 1\nkind: catalog\nname: z\nrole:\n  desk: {contact: d@example.com}\n",
      };
      const cwd = folderWith(files);
      const dry = await aiplan(["fix", "--dry-run"], { cwd });
      assert.match(dry.stdout, /^\+owner: desk$/m);
      await aiplan(["fix"], { cwd });
      assert.match(read(cwd, "z.aiplan"), /^roles:$/m);
      assert.match(read(cwd, "a.aiplan"), /\{owner: desk\}/);
      assert.match(read(cwd, "m.aiplan"), /^owner: desk$/m);
      assert.equal((await aiplan(["fix"], { cwd })).stdout, "");
    });
  });

  describe("standard input", () => {
    const stdin = ["fix", "--stdin", "--stdin-path", "plans/new.aiplan"];

    it("comes out as it is then, with its byte order mark, and what was done is told apart from it", async () => {
      const cwd = folderWith({});
      const { code, stdout, stderr } = await aiplan(stdin, { cwd, input: `\ufeff${MISTYPED}` });
      assert.deepEqual([code, stdout], [0, `\ufeff${FIXED}`]);
      assert.match(stderr, /^plans\/new\.aiplan: 1 finding put right\n/);
      assert.deepEqual(readdirSync(cwd), []);
      assert.equal((await aiplan(stdin, { cwd, input: CATALOG })).stdout, CATALOG);
      const dry = await aiplan([...stdin, "--dry-run"], { cwd, input: MISTYPED });
      assert.equal(dry.code, 1);
      assert.match(dry.stdout, /^\+ {2}crm: \{rate-limit/m);
    });

    it("gives nothing where it is no text, or is ignored unchanged", async () => {
      const cwd = folderWith({ "aiplan.config.yaml": "ignore: [plans/**]\n" });
      assert.equal((await aiplan(stdin, { cwd, input: MISTYPED })).stdout, MISTYPED);
      const bad = await aiplan(stdin, { cwd: folderWith({}), input: Buffer.from([0x61, 0xff]) });
      assert.deepEqual([bad.code, bad.stdout], [2, ""]);
      assert.equal((await aiplan(["fix", "--stdin"], { cwd, input: "" })).code, 2);
    });
  });

  it("does not write over what somebody else has written meanwhile", async () => {
    const path = join(folderWith({ "a.aiplan": FIXED }), "a.aiplan");
    assert.match(
      (await replaceText(path, dirname(path), MISTYPED, CATALOG)) ?? "",
      /^This has changed since it was read/,
    );
    assert.equal(readFileSync(path, "utf8"), FIXED);
  });
});

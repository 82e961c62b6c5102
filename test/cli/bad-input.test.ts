import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { aiplan, checkJson, findingsOf, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
/** Defines a role that the catalog above defines too: an error as soon as the catalog is read. */
const IMPORTER = (path: string) => `aiplan: 1\nimports: [${path}]\nroles:\n  sre: {contact: me@example.com}\n`;

/** Nobody, where the tests run as root, who may read everything. */
const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};

describe("aiplan check on bad input", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  /** One clear line for what is bad, exit code 2, and what is good beside it is checked all the same. */
  async function expectComplaint(cwd: string, path: string, message: string, options = {}): Promise<void> {
    const { code, stderr, files, summary } = await checkJson(["good.aiplan", path], { cwd, ...options });
    assert.equal(stderr, `${path}: ${message}\n`);
    assert.deepEqual([code, summary.unreadable, files.map((file) => file.path)], [2, 1, ["good.aiplan"]]);
  }

  const contents: [string, string | Buffer, string][] = [
    ["binary content", Buffer.from("aiplan: 1\n\0\x01\x02"), "This is not text: it has binary content."],
    [
      "another encoding",
      Buffer.from("aiplan: 1\ntitle: M\xfcller\n", "latin1"),
      "This is not UTF-8 text: line 2 has bytes of another encoding. Save it as UTF-8.",
    ],
    [
      "a character cut in two at the end",
      Buffer.from("aiplan: 1\n# 🚀").subarray(0, -1),
      "This is not UTF-8 text: line 2 has bytes of another encoding. Save it as UTF-8.",
    ],
    [
      "UTF-16 (little end first)",
      Buffer.from("\ufeffaiplan: 1\n", "utf16le"),
      "This is UTF-16 text. Save it as UTF-8.",
    ],
    [
      "UTF-16 (big end first)",
      Buffer.from("\ufeffaiplan: 1\n", "utf16le").swap16(),
      "This is UTF-16 text. Save it as UTF-8.",
    ],
  ];
  for (const [what, content, message] of contents)
    it(`reports ${what}`, async () => {
      await expectComplaint(folderWith({ "good.aiplan": CATALOG, "bad.aiplan": content }), "bad.aiplan", message);
    });

  it("reports the same content on standard input", async () => {
    for (const [, input, message] of contents) {
      const outcome = await aiplan(["check", "--stdin", "--stdin-path", "a.aiplan"], { cwd: folderWith({}), input });
      assert.deepEqual([outcome.code, outcome.stderr], [2, `a.aiplan: ${message}\n`]);
    }
  });

  it("reports a path where there is nothing", async () => {
    await expectComplaint(folderWith({ "good.aiplan": CATALOG }), "gone.aiplan", "There is no such file or folder.");
    await expectComplaint(
      folderWith({ "good.aiplan": CATALOG }),
      "good.aiplan/x.aiplan",
      "There is no such file or folder.",
    );
  });

  it("reports a folder without plans", async () => {
    await expectComplaint(
      folderWith({ "good.aiplan": CATALOG, "docs/readme.md": "" }),
      "docs",
      "There are no plans (files that end in .aiplan) in this folder or below it.",
    );
  });

  it("refuses a file of 50 MB at once, naming the limit", async () => {
    const cwd = folderWith({ "good.aiplan": CATALOG, "bad.aiplan": CATALOG });
    truncateSync(join(cwd, "bad.aiplan"), 50_000_000);
    await expectComplaint(cwd, "bad.aiplan", "This has 50 MB; files of up to 5 MB are read.");
  });

  it("stops reading standard input beyond the limit", async () => {
    const input = Buffer.alloc(20_000_000, "# much ado\n");
    const { code, stderr } = await aiplan(["check", "--stdin", "--stdin-path", "a.aiplan"], {
      cwd: folderWith({}),
      input,
    });
    assert.deepEqual([code, stderr], [2, "a.aiplan: This is too long; files of up to 5 MB are read.\n"]);
  });

  it("reports a file that may not be read", async () => {
    const cwd = folderWith({ "good.aiplan": CATALOG, "bad.aiplan": CATALOG });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "bad.aiplan"), 0);
    await expectComplaint(cwd, "bad.aiplan", "You are not allowed to read this (no permission).", uid);
  });

  it("reports a folder that may not be read, in place of passing over its plans", async () => {
    const cwd = folderWith({ "good.aiplan": CATALOG, "closed/bad.aiplan": CATALOG });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "closed"), 0);
    await expectComplaint(cwd, "closed", "You are not allowed to read this (no permission).", uid);
    const { code, stderr } = await aiplan(["check"], { cwd, ...uid });
    chmodSync(join(cwd, "closed"), 0o755);
    assert.deepEqual([code, stderr], [2, "closed: You are not allowed to read this (no permission).\n"]);
  });

  it("reports a symbolic link that leads back to itself", async () => {
    const cwd = folderWith({ "good.aiplan": CATALOG });
    symlinkSync("loop.aiplan", join(cwd, "loop.aiplan"));
    await expectComplaint(cwd, "loop.aiplan", "This is a symbolic link that leads back to itself.");
  });

  it("reports a configuration that cannot be read, once for all its plans", async () => {
    const cwd = folderWith({ "a.aiplan": CATALOG, "b/b.aiplan": CATALOG });
    mkdirSync(join(cwd, "aiplan.config.yaml"));
    const { code, stderr, files } = await checkJson(["."], { cwd });
    assert.deepEqual([code, stderr, files.length], [2, "aiplan.config.yaml: This is not a file.\n", 2]);
  });

  it("does not let a file's name or a finding steer the terminal", async () => {
    const cwd = folderWith({ "\u001b[2J.aiplan": Buffer.of(0), "b.aiplan": `${CATALOG}"rol\\e[2J\u202ees": {}\n` });
    const { stdout, stderr } = await aiplan(["check"], { cwd });
    assert.match(stderr, /␛\[2J\.aiplan: This is not text/);
    assert.match(stdout, /unknown-key/);
    assert.doesNotMatch(stdout + stderr, /[\u001b\u202e]/u);
  });

  describe("imports", () => {
    async function readsCatalog(cwd: string, ...args: string[]): Promise<boolean> {
      return findingsOf(await checkJson(["plan.aiplan", ...args], { cwd }), "duplicate-definition").length > 0;
    }

    it("are read below the root", async () => {
      const folder = folderWith({
        "org.aiplan": CATALOG,
        "in/plan.aiplan": IMPORTER("../org.aiplan"),
        ".git/HEAD": "",
      });
      assert.equal(await readsCatalog(join(folder, "in")), true);
    });

    it("are not read where they lead out of the root by their path", async () => {
      const files = { "org.aiplan": CATALOG, "in/plan.aiplan": IMPORTER("../org.aiplan"), ".git/HEAD": "" };
      const folder = folderWith({ ...files, "in/.git/HEAD": "" });
      assert.equal(await readsCatalog(join(folder, "in")), false);
      assert.equal(await readsCatalog(join(folder, "in"), "--root", ".."), true);
      assert.equal(await readsCatalog(join(folderWith(files), "in"), "--root", "."), false);
    });

    it("are not read where they lead out of the root by a symbolic link to the file or to its folder", async () => {
      const folder = folderWith({
        "out/org.aiplan": CATALOG,
        "file/plan.aiplan": IMPORTER("./org.aiplan"),
        "folder/plan.aiplan": IMPORTER("./linked/org.aiplan"),
      });
      symlinkSync("../out/org.aiplan", join(folder, "file/org.aiplan"));
      symlinkSync("../out", join(folder, "folder/linked"));
      for (const name of ["file", "folder"]) {
        assert.equal(await readsCatalog(join(folder, name), "--root", "."), false);
        assert.equal(await readsCatalog(join(folder, name), "--root", ".."), true);
      }
    });

    it("are found where the plan is named by way of a symbolic link to the root", async () => {
      const folder = folderWith({ "real/plan.aiplan": IMPORTER("/org.aiplan"), "real/org.aiplan": CATALOG });
      symlinkSync("real", join(folder, "link"));
      for (const root of ["../real", "../link"])
        for (const plan of ["../real/plan.aiplan", "../link/plan.aiplan"]) {
          const report = await checkJson([plan, "--root", root], { cwd: join(folder, "real") });
          assert.equal(findingsOf(report, "duplicate-definition").length, 1, `${plan} below ${root}`);
          assert.equal(report.files[0]?.path, plan === "../real/plan.aiplan" ? "plan.aiplan" : plan);
        }
    });

    it("of more than 5 MB, in rings and of what is no catalog end without a crash", async () => {
      const cwd = folderWith({
        "ring.aiplan": `${CATALOG}imports: [./org.aiplan]\n`,
        "org.aiplan":
          "aiplan: 1\nkind: catalog\nname: ring\nimports: [./ring.aiplan, ./plan.aiplan, ./big.aiplan, ., '']\n",
        "big.aiplan": CATALOG,
        "plan.aiplan": IMPORTER("./org.aiplan"),
      });
      truncateSync(join(cwd, "big.aiplan"), 5_000_001);
      const { code, stderr } = await checkJson(["plan.aiplan", "org.aiplan", "ring.aiplan"], { cwd });
      assert.deepEqual([code, stderr], [1, ""]);
    });
  });
});

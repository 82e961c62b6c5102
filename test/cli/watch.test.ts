import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiplan, BIN, folderWith, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  triage-lead: {contact: triage@example.com}\n";
const PLAN = "aiplan: 1\nname: one\nimports: [./org.aiplan]\nowner: triage-lead\n";
const RULE = ["--rule", "undefined-reference"];

describe("aiplan check --watch", function () {
  this.timeout(60_000);
  let child: ChildProcess | undefined;
  before(buildIfStale);
  afterEach(() => {
    child?.kill("SIGKILL");
    child = undefined;
    removeFolders();
  });

  it("checks again when a plan, a catalog or a configuration changes, and ends when it is interrupted", async () => {
    const folder = folderWith({ "org.aiplan": CATALOG, "plans/one.aiplan": PLAN.replace("./org", "../org") });
    child = spawn(process.execPath, [BIN, "check", "--watch", ...RULE, "plans"], { cwd: folder });
    let output = "";
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    /** Waits for the end of a check that says so, and forgets what came before. */
    const says = async (expected: RegExp) => {
      while (!expected.test(output) || !output.includes("Watching for changes.")) {
        assert.equal(child?.exitCode, null, output);
        await new Promise((done) => setTimeout(done, 20));
      }
      output = "";
    };
    await says(/1 plan checked: nothing found\./);
    writeFileSync(
      join(folder, "plans/one.aiplan"),
      PLAN.replace("./org", "../org").replace("owner: triage", "owner: traige"),
    );
    await says(/1 plan checked: 1 error\./);
    writeFileSync(join(folder, "org.aiplan"), CATALOG.replace("triage-lead", "traige-lead"));
    await says(/1 plan checked: nothing found\./);
    rmSync(join(folder, "org.aiplan"));
    await says(/1 plan checked/);
    writeFileSync(join(folder, "plans/two.aiplan"), "aiplan: 1\nname: two\n");
    await says(/2 plans checked/);
    writeFileSync(join(folder, "aiplan.config.yaml"), "ignore: [plans/two.aiplan]\n");
    await says(/1 plan checked.*1 left alone/);
    const closed = once(child, "close");
    child.kill("SIGINT");
    assert.equal((await closed)[0], 130);
  });

  it("says that something cannot be watched", async () => {
    const folder = folderWith({ "org.aiplan": CATALOG, "closed/x.aiplan": CATALOG });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    child = spawn(process.execPath, [BIN, "check", "--watch"], { cwd: folder, ...uid });
    let errors = "";
    for await (const text of child.stderr!.setEncoding("utf8")) {
      errors += text;
      if (errors.includes("Watching for changes.")) break;
    }
    chmodSync(join(folder, "closed"), 0o755);
    assert.match(errors, /^Not every change will be noticed: there is a folder that you are not allowed to read\.$/m);
  });

  it("does not go with --stdin", async () => {
    const { code, stderr } = await aiplan(["check", "--watch", "--stdin", "--stdin-path", "x.aiplan"], { input: PLAN });
    assert.equal(code, 2);
    assert.match(stderr, /--stdin and --watch do not go together/);
  });
});

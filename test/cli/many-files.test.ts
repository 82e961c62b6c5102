import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkAll } from "../../cli/src/check/check-all.ts";
import { makePlan } from "../bench/make-plans.ts";
import { aiplan, BIN, folderWith, type Report, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

/** So many that a run cannot end as long as nobody reads its report. */
const MANY = 1000;

function plans(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, index) => `plans/${String(index).padStart(4, "0")}.aiplan`);
  return Object.fromEntries(names.map((name, seed) => [name, makePlan({ lines: 60, seed, slips: seed % 3 })]));
}

/** A run over many plans whose report nobody reads after its first bytes. */
class HeldRun {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";
  private readonly closed: Promise<unknown[]>;

  constructor(folder: string, args: readonly string[] = []) {
    this.child = spawn(process.execPath, [BIN, "check", "--format", "json", ...args], { cwd: folder });
    this.closed = once(this.child, "close");
    this.child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
  }

  /** Waits for the first plan in the report: by then all files are found. */
  async begun(): Promise<void> {
    this.child.stdout!.setEncoding("utf8");
    while (!this.stdout.includes('"path"')) {
      this.child.stdout!.resume();
      const [text] = await once(this.child.stdout!, "data");
      this.child.stdout!.pause();
      this.stdout += text;
    }
  }

  async end(): Promise<number | null> {
    this.child.stdout!.on("data", (text: string) => {
      this.stdout += text;
    });
    this.child.stdout!.resume();
    const [code] = await this.closed;
    return code as number | null;
  }
}

describe("aiplan check with many files", function () {
  this.timeout(120_000);
  let folder: string;
  before(buildIfStale);
  beforeEach(() => {
    folder = folderWith(plans(MANY));
  });
  afterEach(removeFolders);

  it("gives the same report with one thread and with several", async () => {
    const some = folderWith(plans(300));
    const one = await aiplan(["check", "--format", "json", "--jobs", "1"], { cwd: some });
    const several = await aiplan(["check", "--format", "json", "--jobs", "3"], { cwd: some });
    assert.equal(JSON.parse(one.stdout).files.length, 300);
    assert.deepEqual(several, one);
  });

  it("reads only a little ahead of what is read of its report, and reports files that disappear meanwhile", async () => {
    const run = new HeldRun(folder, ["--jobs", "2"]);
    await run.begun();
    for (const name of readdirSync(join(folder, "plans"))) rmSync(join(folder, "plans", name));
    assert.equal(await run.end(), 2);
    const { files, summary } = JSON.parse(run.stdout) as Report;
    const gone = run.stderr.match(/^plans\/\d{4}\.aiplan: There is no such file or folder\.$/gm) ?? [];
    assert.equal(files.length + gone.length, MANY);
    assert.equal(summary.unreadable, gone.length);
    // What pipes take, and what waits for its turn: far from all.
    assert.ok(files.length < MANY / 2, `${files.length} plans were read ahead`);
  });

  for (const jobs of ["1", "2"]) {
    it(`stops when it is interrupted, with a report that can be read as far as it goes (--jobs ${jobs})`, async () => {
      const written = "report.json";
      const run = new HeldRun(folder, ["--format", `json=${written}`, "--jobs", jobs]);
      await run.begun();
      run.child.kill("SIGINT");
      // The report goes on only after the signal has come.
      const code = await run.end();
      assert.equal(code, 130, run.stderr);
      const { files } = JSON.parse(run.stdout) as Report;
      const left = /^Stopped\. (\d+) of 1000 files not checked\.\n$/.exec(run.stderr)?.[1];
      assert.equal(files.length + Number(left), MANY, run.stderr);
      assert.deepEqual(readdirSync(folder), ["plans"], "no report of half a run");
    });

    it(`ends quietly when nobody reads its report any more (--jobs ${jobs})`, async () => {
      const outcome = await aiplan(["check", "--jobs", jobs], { cwd: folder, closeEarly: true });
      assert.deepEqual([outcome.code, outcome.stderr], [141, ""]);
    });
  }

  it("ends at once when it is interrupted twice", async () => {
    const run = new HeldRun(folder);
    await run.begun();
    run.child.kill("SIGINT");
    const [, signal] = await Promise.all([
      run.end(),
      once(run.child, "exit").then(([, name]) => name),
      (async () => {
        while (run.child.exitCode === null && run.child.signalCode === null) {
          run.child.kill("SIGINT");
          await new Promise((done) => setTimeout(done, 5));
        }
      })(),
    ]);
    assert.ok(signal === "SIGINT" || run.child.exitCode === 130);
  });

  it("asks for a number of threads that there can be", async () => {
    for (const jobs of ["0", "-1", "many", "65"]) {
      const { code, stderr } = await aiplan(["check", "--jobs", jobs], { cwd: folder });
      assert.equal(code, 2);
      assert.match(stderr, /--jobs <number>/);
    }
  });

  it("says so if a thread ends that should not, and waits for nothing", async () => {
    const broken = join(folder, "broken.mjs");
    writeFileSync(broken, "throw new Error('no memory');");
    const files = Object.keys(plans(MANY)).map((shown) => ({ path: join(folder, shown), shown, named: false }));
    const setup = { options: { cwd: folder }, needs: {} };
    const all = checkAll(files, setup, {
      jobs: 2,
      signal: new AbortController().signal,
      worker: pathToFileURL(broken),
    });
    await assert.rejects(async () => {
      for await (const { file } of all) assert.ok(file);
    }, /A thread that checks plans has ended \(no memory\)/);
  });
});

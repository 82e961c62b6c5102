import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "../cli/built.ts";
import { REPOSITORY } from "../harness/build-if-stale.ts";
import { until } from "../harness/lsp-client.ts";

/** What a script in the editor has written down. */
export interface Seen {
  /** What went wrong in the script. */
  readonly error?: string;
  readonly diagnostics: readonly { line: number; character: number; message: string }[];
  readonly hover: string;
  readonly definition: { line: number; character: number };
  readonly completion: readonly string[];
  /** The text of the plan after each of these. */
  readonly fixed: string;
  readonly renamed: string;
  readonly formatted: string;
}

/** A folder with the broken example, and an installation whose server says which process it is. */
export class EditorRun {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-editor-")));
  readonly plans = join(this.folder, "plans");
  readonly plan = join(this.plans, "invoice-triage.aiplan");
  readonly installation = join(this.folder, "ai-plan");
  private readonly result = join(this.folder, "seen.json");
  private readonly pid = join(this.folder, "pid");

  constructor() {
    buildIfStale();
    cpSync(join(REPOSITORY, "examples/broken"), this.plans, { recursive: true });
    // The editor would judge by the clock where the command line has none.
    this.write("plans/aiplan.config.yaml", "as-of: 2026-06-15\n");
    mkdirSync(join(this.installation, "cli/bin"), { recursive: true });
    const real = pathToFileURL(join(REPOSITORY, "cli/bin/aiplan.js"));
    this.write("ai-plan/package.json", '{"type": "module"}\n');
    this.write(
      "ai-plan/cli/bin/aiplan.js",
      `import { writeFileSync } from "node:fs";
writeFileSync(${JSON.stringify(this.pid)}, String(process.pid));
await import(${JSON.stringify(String(real))});
`,
    );
  }

  /** Writes a file below the folder and returns its path. */
  write(path: string, text: string): string {
    const file = join(this.folder, path);
    writeFileSync(file, text);
    return file;
  }

  /** Runs the editor in the folder of the plans, with a home of its own, until it ends. */
  async run(command: string, args: readonly string[]): Promise<Seen> {
    const home = join(this.folder, "home");
    mkdirSync(home);
    const homes = {
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_STATE_HOME: home,
      XDG_CACHE_HOME: home,
    };
    const env = { ...process.env, ...homes, AIPLAN_PLAN: this.plan, AIPLAN_SEEN: this.result };
    const child = spawn(command, args, { cwd: this.plans, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        said += chunk;
      });
    const stuck = setTimeout(() => child.kill("SIGKILL"), 60_000);
    await new Promise((done) => child.once("close", done));
    clearTimeout(stuck);
    try {
      return JSON.parse(readFileSync(this.result, "utf8"));
    } catch {
      throw new Error(`${command} has written nothing down; it said:\n${said}`);
    }
  }

  /** Waits for the end of the server that the editor had started. */
  async serverEnded(): Promise<void> {
    const pid = Number(readFileSync(this.pid, "utf8"));
    await until("the end of the server", () => (isRunning(pid) ? undefined : true));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What `--version` says in its first line; undefined where there is no such command. */
export function versionOf(command: string): string | undefined {
  const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0] : undefined;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

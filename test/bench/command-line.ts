// npm run bench [-- RUNS]: the command line side by side with its peers, over plans of 150 lines. They take turns, the best
// run of each counts, and only ratios of one run say something. The peers are installed below node_modules/.cache.
// Takes some ten minutes; on a machine that does nothing else, with Node 24, which keeps what V8 has compiled.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { makePlan } from "./make-plans.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const PEERS = join(REPOSITORY, "node_modules/.cache/bench-peers");
const SCHEMA = join(REPOSITORY, "schema/aiplan.schema.json");
const PLANS = 1000;
const runs = Number(process.argv[2] ?? 3);

/** Milliseconds and megabytes. */
interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const COMMANDS = {
  "aiplan check": [join(REPOSITORY, "cli/bin/aiplan.js"), "check", "--fail-on", "never"],
  "yaml + ajv": [join(import.meta.dirname, "peers/yaml-ajv.mjs"), SCHEMA],
  // With its own function for schemas, which compiles the schema anew for each file: so people write it, and so the budget was set.
  Spectral: spectral("spectral.cjs"),
  // With a function that compiles it once, which nobody has to write for our command.
  "Spectral, tuned": spectral("spectral-tuned.cjs"),
};
type Name = keyof typeof COMMANDS;

function spectral(ruleset: string): string[] {
  const command = join(PEERS, "node_modules/@stoplight/spectral-cli/dist/index.js");
  return [command, "lint", "--quiet", "--ruleset", join(import.meta.dirname, "peers", ruleset)];
}

function installPeers(): void {
  if (existsSync(join(PEERS, "node_modules"))) return;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, "package.json"), '{ "private": true }');
  const packages = ["@stoplight/spectral-cli@6", "@stoplight/spectral-functions@1", "yaml@2", "ajv@8"];
  spawnSync("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: PEERS, stdio: "inherit" });
}

function run(name: Name, files: readonly string[], folder: string): Promise<Usage> {
  const out = join(folder, "usage.json");
  rmSync(out, { force: true });
  const env = {
    ...process.env,
    PEERS,
    SCHEMA,
    USAGE_OUT: out,
    NODE_OPTIONS: `--require ${join(import.meta.dirname, "peers/usage.cjs")}`,
  };
  return new Promise((done, failed) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...COMMANDS[name], ...files], { env, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.resume();
    child.on("error", failed);
    child.on("close", () => {
      const wall = performance.now() - began;
      if (existsSync(out)) done({ wall, ...(JSON.parse(readFileSync(out, "utf8")) as Omit<Usage, "wall">) });
      else failed(new Error(`${name} has not ended as it should.`));
    });
  });
}

function least(all: readonly Usage[]): Usage {
  return {
    wall: Math.min(...all.map(({ wall }) => wall)),
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}

function report(what: string, value: number, budget: number, unit = ""): void {
  const verdict = value <= budget ? "met" : "NOT MET";
  console.log(
    `${what.padEnd(58)} ${value.toFixed(unit ? 0 : 3)}${unit} of ${budget.toFixed(unit ? 0 : 3)}${unit}  ${verdict}`,
  );
}

/** A figure that has no budget. */
function note(what: string, value: number): void {
  console.log(`${what.padEnd(58)} ${value.toFixed(3)}  no budget`);
}

const [load = 0] = loadavg();
if (load > 0.5) console.log(`Other programs are at work (load ${load.toFixed(1)}): what follows says little.`);
installPeers();
const folder = mkdtempSync(join(tmpdir(), "aiplan-bench-"));
const files = Array.from({ length: PLANS }, (_, index) =>
  join(folder, `plan-${String(index).padStart(4, "0")}.aiplan`),
);
for (const [seed, file] of files.entries())
  writeFileSync(file, makePlan({ lines: 150, seed, slips: seed % 10 === 9 ? 2 : 0 }));
const best = new Map<string, Usage>();
try {
  for (const count of [1, PLANS / 2, PLANS]) {
    const all = new Map<Name, Usage[]>();
    for (let round = 0; round < runs; round++)
      for (const name of Object.keys(COMMANDS) as Name[]) {
        if (count === PLANS / 2 && name !== "aiplan check") continue;
        all.set(name, [...(all.get(name) ?? []), await run(name, files.slice(0, count), folder)]);
      }
    for (const [name, usages] of all) {
      const usage = least(usages);
      best.set(`${name} ${count}`, usage);
      const { wall, cpu, memory } = usage;
      const figures = `${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processor time, ${memory.toFixed(0)} MB`;
      console.log(`${`${name}, ${count}`.padEnd(24)} ${figures}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
const of = (name: Name, count: number) => best.get(`${name} ${count}`)!;
const ours = of("aiplan check", PLANS);
console.log(`\nNode ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}, best of ${runs}`);
const quickest = Math.min(of("Spectral", 1).wall, of("Spectral, tuned", 1).wall);
report("one plan, of the time of Spectral", of("aiplan check", 1).wall / quickest, 0.25);
report(`${PLANS} plans, of the time of Spectral`, ours.wall / of("Spectral", PLANS).wall, 1 / 25);
note(`${PLANS} plans, of the time of Spectral, tuned`, ours.wall / of("Spectral, tuned", PLANS).wall);
report(`${PLANS} plans, of the time of yaml + ajv`, ours.wall / of("yaml + ajv", PLANS).wall, 1);
report(`${PLANS} plans, memory with all threads`, ours.memory, 200, " MB");
report(`${PLANS} plans, memory beside that for half of them`, ours.memory / of("aiplan check", PLANS / 2).memory, 1.15);

// npm test: runs every layer of the tests, one after the other, and ends with "N passed, N failed" over all of them.
// Names of layers as arguments run only those: npm test -- Lint Unit
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { usesDesktop } from "../scripts/vscode/desktop.ts";
import { type Count, type Counts, countAsOne, countGrammar, countMocha, judge, notRun } from "./runner/counts.ts";

interface Layer {
  readonly name: string;
  /** The npm script that runs it. */
  readonly script: string;
  readonly count: Count;
}

const layers: readonly Layer[] = [
  { name: "Lint", script: "lint", count: countAsOne },
  { name: "Types", script: "typecheck", count: countAsOne },
  { name: "Build", script: "build", count: countAsOne },
  { name: "Unit", script: "test:unit", count: countMocha },
  // Other editors, where they are installed.
  { name: "Editors", script: "test:editors", count: countMocha },
  { name: "Grammar", script: "test:grammar", count: countGrammar },
  { name: "Extension", script: "test:vscode", count: countMocha },
  // Desktop VS Code has no page for a browser, and cannot be driven by its keys.
  ...(usesDesktop() ? [] : [{ name: "Web", script: "test:web", count: countMocha }]),
  ...(usesDesktop() ? [] : [{ name: "Keyboard", script: "test:ui", count: countMocha }]),
];

const root = resolve(import.meta.dirname, "..");
const wanted = process.argv.slice(2);
const results: [Layer, Counts][] = [];
const leftOut: string[] = [];
for (const layer of layers) {
  if (wanted.length > 0 && !wanted.includes(layer.name)) continue;
  console.log(`\n=== ${layer.name}`);
  results.push([layer, await run(layer)]);
}

console.log("");
for (const line of leftOut) console.log(line);
for (const [{ name }, { passed, failed }] of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
const passed = results.reduce((sum, [, counts]) => sum + counts.passed, 0);
const failed = results.reduce((sum, [, counts]) => sum + counts.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Runs a layer, passing on what it prints as it comes. */
async function run({ script, count }: Layer): Promise<Counts> {
  const shell = process.platform === "win32"; // npm is a .cmd file there
  const child = spawn("npm", ["run", "--silent", script], { cwd: root, shell, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      target.write(chunk);
    });
  }
  const [exitCode] = await once(child, "close");
  leftOut.push(...notRun(output));
  return judge(count, output, exitCode);
}

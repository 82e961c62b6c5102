/**
 * Writes every file that is made from the description of the language and from the rules; with --check it only says
 * which of them are out of date, and fails if any is.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { registrySource } from "./registry-source.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const check = process.argv.includes("--check");
const outdated: string[] = [];

function emit(path: string, content: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  if (check) {
    outdated.push(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}

// The registry comes first: everything else is made from the rules that it lists.
emit(
  "core/src/rules/registry.ts",
  registrySource(readdirSync(join(root, "core/src/rules"), { recursive: true, encoding: "utf8" })),
);
const { generatedFiles } = await import("./generated-files.ts");
for (const [path, content] of Object.entries(generatedFiles())) emit(path, content);

if (outdated.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${outdated.map((path) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
}

/**
 * Writes every file that is made from the description of the language and from the rules, and removes the pages of
 * rules that are no more. With --check it only says which files are out of date, and fails if any is.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RULE_FOLDERS, registrySource } from "./registry-source.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const check = process.argv.includes("--check");
const outdated: string[] = [];

function emit(path: string, content: string): void {
  const file = join(root, path);
  // A checkout may have other line ends than ours.
  if (existsSync(file) && readFileSync(file, "utf8").replaceAll("\r\n", "\n") === content) return;
  if (check) {
    outdated.push(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}

function remove(path: string): void {
  if (check) {
    outdated.push(`${path} (left over)`);
    return;
  }
  rmSync(join(root, path));
  console.log(`removed ${path}`);
}

// The registries come first: everything else is made from the rules that they list.
for (const rules of RULE_FOLDERS)
  emit(
    `${rules.folder}/registry.ts`,
    registrySource(rules, readdirSync(join(root, rules.folder), { recursive: true, encoding: "utf8" })),
  );
const { GENERATED_FOLDERS, generatedFiles } = await import("./generated-files.ts");
const files = await generatedFiles();
for (const [path, content] of Object.entries(files)) emit(path, content);
for (const folder of GENERATED_FOLDERS.filter((name) => existsSync(join(root, name))))
  for (const name of readdirSync(join(root, folder))) if (!(`${folder}/${name}` in files)) remove(`${folder}/${name}`);

if (outdated.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${outdated.map((path) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
}

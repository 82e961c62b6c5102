import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./check.ts";

export const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

/** Plans in many styles of writing, made to find nothing wrong in; see `test/plans/README.md`. */
export const PLANS = fileURLToPath(new URL("../plans", import.meta.url));

export interface Example {
  /** The plan's path below its folder. */
  readonly name: string;
  readonly text: string;
  /** Every file of that folder, for the plans that import or link to others. */
  readonly files: Files;
}

/** A whole plan in which nothing is wrong: not one that is broken on purpose, and not one as plans are usually written. */
export function isClean({ name, text }: Example): boolean {
  return !/^(?:broken|before)\//.test(name) && !/^kind: catalog/m.test(text);
}

/** Every plan and catalog below a folder. */
export function examples(folder = EXAMPLES): Example[] {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll("\\", "/")] = readFileSync(path, "utf8");
  }
  const names = Object.keys(files).filter((name) => name.endsWith(".aiplan"));
  return names.sort().map((name) => ({ name, text: files[name] ?? "", files }));
}

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./check.ts";

export const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

export interface Example {
  /** The plan's path below `examples/`. */
  readonly name: string;
  readonly text: string;
  /** Every file below `examples/`, for the plans that import or link to others. */
  readonly files: Files;
}

/** Every plan and catalog below `examples/`. */
export function examples(): Example[] {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(EXAMPLES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(EXAMPLES, path).replaceAll("\\", "/")] = readFileSync(path, "utf8");
  }
  const names = Object.keys(files).filter((name) => name.endsWith(".aiplan"));
  return names.sort().map((name) => ({ name, text: files[name] ?? "", files }));
}

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

/** Builds all bundles where this one is missing, or older than what it is made of. Paths are from the repository. */
export function buildIfStale(bundle: string, folders: readonly string[]): void {
  const built = statSync(join(REPOSITORY, bundle), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = folders.flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const isStale = sources.some((source) => statSync(join(REPOSITORY, source)).mtimeMs > built);
  if (isStale) execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: REPOSITORY, stdio: "inherit" });
}

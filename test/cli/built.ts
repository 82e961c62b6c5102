import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./aiplan.ts";

/** Builds the command before its tests if the bundle is missing or older than what it is made of. */
export function buildIfStale(): void {
  const built = statSync(join(REPOSITORY, "cli/dist/main.mjs"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ["core/src", "report/src", "server/src", "cli/src"].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const isStale = sources.some((source) => statSync(join(REPOSITORY, source)).mtimeMs > built);
  if (isStale) execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: REPOSITORY, stdio: "inherit" });
}

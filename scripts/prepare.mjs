// What npm runs after an install: the build. Where npm has not installed what that takes (it does not when it installs this
// repository globally from git, as pre-commit has it do), that comes first.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
if (!existsSync(resolve(root, "node_modules/esbuild")))
  execSync("npm ci --no-global --ignore-scripts --no-audit --no-fund", {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
await import("./build.mjs");

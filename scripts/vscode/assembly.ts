import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A program that is put together from npm packages, with none of their install scripts run and nothing compiled. */
export interface Assembly {
  readonly name: string;
  /** The packages as `name@version`, each with the integrity that its tarball must have. */
  readonly packages: Readonly<Record<string, string>>;
  /** The URL of the module that says how to put it together: where that changes, the program is made anew. */
  readonly recipe: string;
  /**
   * Puts the program together in the folder `into`, which is renamed to `home` when this is done.
   * `tarballs` has the paths of the packages' tarballs, in the packages' order.
   */
  assemble(tarballs: string[], into: string, home: string): Promise<void>;
}

const cache = resolve(import.meta.dirname, "../../.vscode-test");

/**
 * The folder of an assembled program, made first where it is not there.
 *
 * A run that is cut off leaves only a `*.tmp-<pid>` folder, which the next one removes.
 *
 * @throws Error when the registry cannot be reached, or a tarball is not the one that is expected
 */
export async function ensureAssembly(assembly: Assembly): Promise<string> {
  const home = join(cache, `${assembly.name}-${keyOf(assembly)}`);
  if (existsSync(home)) return home;
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(`${assembly.name} is for Linux x64 only`);
  mkdirSync(cache, { recursive: true });
  sweep(assembly.name);
  console.error(`Making ${home} ...`);
  const started = performance.now();
  const into = `${home}.tmp-${process.pid}`;
  try {
    mkdirSync(into);
    const tarballs = download(assembly.packages, into);
    await assembly.assemble(tarballs, into, home);
    for (const tarball of tarballs) rmSync(tarball);
    publish(into, home);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
  console.error(`Made in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return home;
}

/** Runs npm in a folder and returns what it prints. */
export function npm(cwd: string, ...args: string[]): string {
  const all = [...args, "--loglevel=error", "--prefer-offline"];
  return execFileSync("npm", all, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** Unpacks one folder of a tarball, dropping as many leading folders as `strip` says. */
export async function unpack(tarball: string, into: string, folder?: string, strip = 0): Promise<void> {
  const members = folder === undefined ? [] : [folder];
  await promisify(execFile)("tar", ["-xf", tarball, "-C", into, `--strip-components=${strip}`, ...members]);
}

function keyOf({ recipe }: Assembly): string {
  return createHash("sha256")
    .update(readFileSync(fileURLToPath(recipe)))
    .digest("hex")
    .slice(0, 12);
}

function download(packages: Assembly["packages"], into: string): string[] {
  writeFileSync(join(into, "package.json"), "{}");
  const printed = JSON.parse(npm(into, "pack", "--json", ...Object.keys(packages)));
  // npm 12 prints a map of packages where its elders print a list.
  const packed = Object.values(printed) as { id: string; filename: string; integrity: string }[];
  return Object.entries(packages).map(([id, integrity]) => {
    const found = packed.find((one) => one.id === id);
    if (found?.integrity !== integrity) throw new Error(`${id}: integrity ${found?.integrity}, expected ${integrity}`);
    return join(into, found.filename);
  });
}

function publish(into: string, home: string): void {
  try {
    renameSync(into, home);
  } catch (error) {
    if (!existsSync(home)) throw error; // otherwise another run was faster
  }
}

/** Removes what other versions of the recipe have made, and what runs that were cut off have left. */
function sweep(name: string): void {
  for (const folder of readdirSync(cache)) {
    const match = /^(.+)-[0-9a-f]{12}(?:\.tmp-(\d+))?$/.exec(folder);
    if (match?.[1] !== name || (match[2] && existsSync(`/proc/${match[2]}`))) continue;
    rmSync(join(cache, folder), { recursive: true, force: true });
  }
}

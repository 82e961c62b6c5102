import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { REPOSITORY } from "./aiplan.ts";

/** A step of a composite action, as far as it is used here. */
export interface Step {
  readonly id?: string;
  readonly name: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readYaml<Content>(path: string): Content {
  return parse(readFileSync(join(REPOSITORY, path), "utf8")) as Content;
}

/** No script of a package is run, nothing is asked of a registry, and no setting of whoever runs the tests has a part in it. */
const OFFLINE = { npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };

/** As runners start it that have it. */
const BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] as const;

/** Runs a script in a shell. */
export function runScript(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  [shell, ...flags]: readonly [string, ...string[]] = BASH,
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const options = { cwd, env: { ...inherited, ...OFFLINE, ...env }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(shell, [...flags, "-c", script], options);
  return { code: status, stdout, stderr };
}

/** Packs a folder as npm does, without building anything anew. Returns the path of the tarball. */
export function packed(from: string, to: string): string {
  const args = ["pack", from, "--json", "--ignore-scripts", "--pack-destination", to];
  const options = { cwd: to, encoding: "utf8", env: { ...process.env, ...OFFLINE } } as const;
  const [{ filename }] = JSON.parse(execFileSync("npm", args, options));
  return join(to, filename);
}

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "./aiplan.ts";

/** No configuration of whoever runs the tests has a part in them. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
};

/** Runs git in a folder; throws with what it said where it fails, also where there is no git. */
export function git(cwd: string, ...args: readonly string[]): string {
  return gitOn("2026-01-01", cwd, ...args);
}

function gitOn(day: string, cwd: string, ...args: readonly string[]): string {
  const date = `${day}T12:00:00+02:00`;
  const env = { ...process.env, ...ENVIRONMENT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  try {
    return execFileSync("git", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error("These tests need git: install it, or add it to the PATH.");
  }
}

type FileTexts = Readonly<Record<string, string | Buffer | undefined>>;

/** Makes a repository with these files in a first commit; it is gone after the tests, with `removeFolders`. */
export function repositoryWith(files: FileTexts, day = "2026-01-01"): string {
  const folder = folderWith({});
  git(folder, "init", "-q", "-b", "main");
  commit(folder, files, day);
  return folder;
}

/** Writes files, and removes those that are undefined. */
export function write(folder: string, files: FileTexts): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (content === undefined) {
      rmSync(path);
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

/** Writes files and commits all there is, on a day at noon. Returns the id of the commit. */
export function commit(folder: string, files: FileTexts, day = "2026-01-01"): string {
  write(folder, files);
  git(folder, "add", "--all");
  gitOn(day, folder, "commit", "-q", "--allow-empty", "-m", "A change");
  return git(folder, "rev-parse", "HEAD");
}

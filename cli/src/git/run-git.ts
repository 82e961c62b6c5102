import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { devNull } from "node:os";
import { dirname } from "node:path";

/** Why a repository could not be read, as a sentence or two for whoever named it. */
export class GitError extends Error {}

/**
 * A repository's own configuration may be hostile: it can name programs that git is to run. None of the commands that
 * are used here (`rev-parse`, `rev-list`, `ls-tree`, `cat-file` without `--textconv` and `--filters`) reads the index or
 * the working tree, or makes a diff, so no filter, text conversion or diff driver has a part in them. What is left is
 * turned off here; the command line is stronger than every configuration.
 */
const SETTINGS = [
  "--no-pager",
  ...["core.fsmonitor=false", `core.hooksPath=${devNull}`, "log.showSignature=false", "protocol.allow=never"].flatMap(
    (setting) => ["-c", setting],
  ),
];

const ENVIRONMENT = {
  // An object that a partial clone has left out would be fetched, by whatever program the configuration names.
  GIT_NO_LAZY_FETCH: "1",
  // The same for versions before 2.45; unlike `protocol.allow`, no `protocol.<name>.allow` is stronger than this.
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  // What a commit says, not what somebody has put in its place.
  GIT_NO_REPLACE_OBJECTS: "1",
  // Paths are names, never patterns.
  GIT_LITERAL_PATHSPECS: "1",
  // Messages are told apart by their words.
  LC_ALL: "C",
  LANGUAGE: "",
};

/**
 * Git sets these for its hooks, and while it takes in what is pushed. They would win over the repository that a plan is in,
 * or change what its commits are.
 */
const OF_ANOTHER_REPOSITORY = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_REPLACE_REF_BASE",
  "GIT_PREFIX",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_NAMESPACE",
];

/** In milliseconds: a configuration may include a file that nobody ever writes to. */
const LONGEST_RUN = 60_000;

export interface GitOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs git in a folder, without a shell.
 *
 * @throws {GitError} where git cannot be started or does not come to an end
 */
export function runGit(folder: string, args: readonly string[]): Promise<GitOutput> {
  return new Promise((done, failed) => {
    execFile(
      "git",
      argumentsFor(folder, args),
      { ...options(), timeout: LONGEST_RUN, maxBuffer: Number.POSITIVE_INFINITY, encoding: "utf8" },
      (error, stdout, stderr) => {
        if (!error) done({ exitCode: 0, stdout, stderr });
        else if (typeof error.code === "number") done({ exitCode: error.code, stdout, stderr });
        else failed(error.killed ? new GitError("Git did not come to an end within a minute.") : startProblem(error));
      },
    );
  });
}

/** Starts git in a folder, to talk with it. Its failure to start is an `error` event, for {@link startProblem}. */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn("git", argumentsFor(folder, args), options());
}

export function startProblem(error: { readonly code?: unknown; readonly message: string }): GitError {
  if (error.code === "ENOENT")
    return new GitError("Git could not be started, which this needs: install it, or add it to the PATH.");
  return new GitError(`Git could not be started (${error.code ?? error.message}).`);
}

/** What git has to say on a failure, without its own `fatal:`. */
export function complaintOf(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((one) => one.startsWith("fatal:")) ?? lines[0] ?? "it does not say why";
  return line.replace(/^fatal: /, "").replace(/\.$/, "");
}

function argumentsFor(folder: string, args: readonly string[]): string[] {
  return ["-C", folder, ...SETTINGS, ...args];
}

function options() {
  const env: NodeJS.ProcessEnv = { ...process.env, ...ENVIRONMENT };
  for (const name of OF_ANOTHER_REPOSITORY) delete env[name];
  // Not the current folder: Windows looks for programs there first, and a repository may hold a `git.exe`.
  return { env, cwd: dirname(process.execPath), windowsHide: true };
}

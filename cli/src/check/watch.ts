import { resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import { EXIT } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { type CheckOptions, check } from "./check.ts";
import { SeenFiles } from "./seen-files.ts";

/** Editors write a file in several steps, and whole folders change at once: so long nothing may have changed. In milliseconds. */
const PAUSE = 100;

/** Folders that hold no plans of this project, however deep. */
const SKIPPED = /[\\/](?:node_modules|\.git)(?:[\\/]|$)/;

/**
 * Checks, and again whenever a plan changes or a file that the last check looked at: a catalog, a linked file, a
 * configuration, be it that there was none. Returns when somebody stops it, with the exit code.
 */
export async function watch(options: CheckOptions, terminal: Terminal): Promise<number> {
  const signal = terminal.interruption();
  const changes = new Changes(signal);
  const complain = complaints(terminal);
  const seen = new SeenFiles(() => changes.note(), complain);
  const plans = watchFiles(
    options.paths.map((path) => resolve(terminal.cwd, path)),
    {
      ignored: (path, status) => SKIPPED.test(path) || (status?.isFile() === true && !/\.aiplan$/i.test(path)),
      ignoreInitial: true,
      followSymlinks: false,
    },
  );
  plans.on("all", () => changes.note());
  plans.on("error", complain);
  await new Promise<void>((ready) => plans.once("ready", ready));
  try {
    while (!signal.aborted) {
      seen.forget();
      const exitCode = await check(options, terminal, seen);
      if (exitCode === EXIT.stopped) break;
      seen.follow();
      terminal.say("Watching for changes. Ctrl+C ends it.");
      await changes.next();
    }
  } finally {
    seen.end();
    await plans.close();
  }
  return EXIT.stopped;
}

/** Says once of each kind that something cannot be watched: it is checked all the same when something else changes. */
function complaints(terminal: Terminal): (error: unknown) => void {
  const said = new Set<string>();
  return (error) => {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const why = REASONS[code] ?? `${message.replace(/\.$/, "")}.`;
    if (!said.has(why)) terminal.say(`Not every change will be noticed: ${why}`);
    said.add(why);
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC:
    "this system lets no more files be watched. Raise its limit (fs.inotify.max_user_watches), or name fewer folders.",
  EMFILE: "this system lets no more files be open. Raise its limit (ulimit -n), or name fewer folders.",
  EACCES: "there is a folder that you are not allowed to read.",
  EPERM: "there is a folder that you are not allowed to read.",
};

/** Changes since one last looked. */
class Changes {
  private last = 0;
  private noted = () => {};

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.noted());
  }

  note(): void {
    this.last = Date.now();
    this.noted();
  }

  /** Waits until there is one, and then until no more come; or until the signal. */
  async next(): Promise<void> {
    if (this.last === 0)
      await new Promise<void>((done) => {
        this.noted = done;
      });
    while (!this.signal.aborted && Date.now() - this.last < PAUSE) await new Promise((done) => setTimeout(done, PAUSE));
    this.last = 0;
  }
}

import { resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import { EXIT } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { type CheckOptions, check } from "./check.ts";
import { diskFiles, type Files } from "./files.ts";

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
  const seen = new Set<string>();
  const isOther = (path: string, isFile: boolean) => isFile && !/\.aiplan$/i.test(path) && !seen.has(path);
  const watcher = watchFiles(
    options.paths.map((path) => resolve(terminal.cwd, path)),
    {
      ignored: (path, status) => SKIPPED.test(path) || isOther(path, status?.isFile() === true),
      ignoreInitial: true,
      followSymlinks: false,
    },
  );
  const changes = new Changes(signal);
  watcher.on("all", () => changes.note());
  // What cannot be watched is checked all the same when something else changes.
  watcher.on("error", () => {});
  await new Promise<void>((ready) => watcher.once("ready", ready));
  try {
    while (!signal.aborted) {
      const exitCode = await check(options, terminal, noting(seen));
      if (exitCode === EXIT.stopped) break;
      watcher.add([...seen]);
      terminal.say("Watching for changes. Ctrl+C ends it.");
      await changes.next();
    }
  } finally {
    await watcher.close();
  }
  return EXIT.stopped;
}

/** The files on the disk; keeps the paths of all that were looked at. */
function noting(seen: Set<string>): Files {
  return {
    read: (path, root) => diskFiles.read(seen.add(path) && path, root),
    probe: (path, root) => diskFiles.probe(seen.add(path) && path, root),
  };
}

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

import { setImmediate } from "node:timers/promises";
import { type CheckerSetup, FileChecker, type FileResult } from "./file-checker.ts";
import type { Files } from "./files.ts";
import type { FoundFile } from "./find-files.ts";
import { FILES_AT_ONCE, Helper } from "./helper.ts";
import { keepRoomForGarbage, tidyUp } from "./room-for-garbage.ts";

/** So far ahead of what was last written files are checked at most: their reports are kept until it is their turn. */
const MOST_AHEAD = 64;

/** After so many files memory has grown by some megabytes. */
const TIDY_EVERY = 256;

export interface CheckAllOptions {
  /** How many threads check files, this one among them; from 1 on. */
  readonly jobs: number;
  /** Ends the run: no more results come. */
  readonly signal: AbortSignal;
  /** Where this thread reads from what plans import and link to, if not from the disk as it is. */
  readonly source?: Files | undefined;
  /** What the other threads run. */
  readonly worker?: URL;
}

/**
 * Checks files, here and in other threads, and gives what came of each in the order of the files. It goes no faster than
 * its results are taken, and keeps nothing of them, so that memory does not grow with the number of files.
 *
 * @throws where another thread has ended by itself
 */
export async function* checkAll(
  files: readonly FoundFile[],
  setup: CheckerSetup,
  { jobs, signal, source, worker = new URL("./worker.mjs", import.meta.url) }: CheckAllOptions,
): AsyncGenerator<FileResult> {
  const checker = new FileChecker(setup.options, setup.needs, source);
  const results = new Map<number, FileResult>();
  let failure: Error | undefined;
  let wake = () => {};
  const done = (place: number, result: FileResult) => {
    results.set(place, result);
    wake();
  };
  const failed = (error: Error) => {
    failure ??= error;
    wake();
  };
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  const helpers = Array.from({ length: jobs - 1 }, () => new Helper(worker, setup, done, failed));
  try {
    let next = 0;
    for (let turn = 0; turn < files.length; turn++) {
      const last = Math.min(files.length, turn + MOST_AHEAD);
      while (!results.has(turn)) {
        if (failure) throw failure;
        if (signal.aborted) return;
        for (const helper of helpers)
          while (!helper.isBusy && next < last) {
            const some = files.slice(next, Math.min(last, next + FILES_AT_ONCE));
            helper.check(next, some);
            next += some.length;
          }
        if (next < last) {
          const place = next++;
          results.set(place, await checker.resultOf(files[place]!));
          // Nothing in this need have waited for anything: now it is the turn of signals and of the other threads.
          await setImmediate();
        } else if (!results.has(turn)) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      if (turn === MOST_AHEAD) keepRoomForGarbage();
      if (turn % TIDY_EVERY === TIDY_EVERY - 1) tidyUp();
      yield results.get(turn)!;
      results.delete(turn);
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    for (const helper of helpers) helper.end();
  }
}

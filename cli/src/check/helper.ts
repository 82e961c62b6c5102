import * as nodeModule from "node:module";
import { Worker } from "node:worker_threads";
import type { CheckerSetup, FileResult } from "./file-checker.ts";
import type { FoundFile } from "./find-files.ts";

/** So many files are sent at once: a message there and back costs both threads as much as a tenth of a check. */
export const FILES_AT_ONCE = 8;

/** So often files are sent ahead of their results, so that a helper always has something to do and little is done in vain. */
const MOST_WAITING = 2;

/** The room for short-lived objects, in megabytes: with more a thread takes more memory and hardly less time. */
const MOST_GARBAGE = 12;

/** Another thread that checks files. */
export class Helper {
  private readonly worker: Worker;
  /** Of the files that it has: the places, in the order of all, of the first of those that were sent together. */
  private readonly firsts: number[] = [];

  /**
   * @param entry what the thread runs
   * @param done is called with the place of a file and what came of it
   * @param failed is called when the thread has ended and should not have
   */
  constructor(
    entry: URL,
    setup: CheckerSetup,
    done: (place: number, result: FileResult) => void,
    failed: (error: Error) => void,
  ) {
    // Only since Node 22 is there something that can be kept.
    const cache = (nodeModule as { getCompileCacheDir?: () => string | undefined }).getCompileCacheDir?.();
    this.worker = new Worker(entry, {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: MOST_GARBAGE },
      env: { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) },
    });
    this.worker.on("message", (results: readonly FileResult[]) => {
      const first = this.firsts.shift()!;
      for (const [index, result] of results.entries()) done(first + index, result);
    });
    this.worker.on("error", (error) => failed(new Error(`A thread that checks plans has ended (${error.message})`)));
    this.worker.on("exit", (code) => failed(new Error(`A thread that checks plans has ended (code ${code})`)));
  }

  get isBusy(): boolean {
    return this.firsts.length >= MOST_WAITING;
  }

  /**
   * @param first the place of the first of the files in the order of all
   * @param files at most {@link FILES_AT_ONCE}, one after the other
   */
  check(first: number, files: readonly FoundFile[]): void {
    this.firsts.push(first);
    this.worker.postMessage(files);
  }

  end(): void {
    this.worker.removeAllListeners();
    void this.worker.terminate();
  }
}

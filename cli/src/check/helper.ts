import * as nodeModule from "node:module";
import { Worker } from "node:worker_threads";
import type { CheckerSetup, FileResult } from "./file-checker.ts";
import type { FoundFile } from "./find-files.ts";

/** As many files wait for a helper at most, so that it always has something to do and little is done in vain. */
const MOST_WAITING = 8;

/** The room for short-lived objects, in megabytes: with more a thread takes more memory and hardly less time. */
const MOST_GARBAGE = 12;

/** Another thread that checks files. */
export class Helper {
  private readonly worker: Worker;
  /** The places of the files it has in the order of all. */
  private readonly places: number[] = [];

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
    this.worker.on("message", (result: FileResult) => done(this.places.shift()!, result));
    this.worker.on("error", (error) => failed(new Error(`A thread that checks plans has ended (${error.message})`)));
    this.worker.on("exit", (code) => failed(new Error(`A thread that checks plans has ended (code ${code})`)));
  }

  get isBusy(): boolean {
    return this.places.length >= MOST_WAITING;
  }

  check(place: number, file: FoundFile): void {
    this.places.push(place);
    this.worker.postMessage(file);
  }

  end(): void {
    this.worker.removeAllListeners();
    void this.worker.terminate();
  }
}

import { parentPort, workerData } from "node:worker_threads";
import { type CheckerSetup, FileChecker, type FileResult } from "./file-checker.ts";
import type { FoundFile } from "./find-files.ts";

/** What a worker thread runs: it checks the files it is given, one after the other, and sends what came of those given together. */

const port = parentPort!;
const { options, needs } = workerData as CheckerSetup;
const checker = new FileChecker(options, needs);
let last = Promise.resolve();
port.on("message", (files: readonly FoundFile[]) => {
  last = last.then(async () => {
    const results: FileResult[] = [];
    for (const file of files) results.push(await checker.resultOf(file));
    port.postMessage(results);
  });
});

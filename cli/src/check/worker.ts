import { parentPort, workerData } from "node:worker_threads";
import { type CheckerSetup, FileChecker } from "./file-checker.ts";
import type { FoundFile } from "./find-files.ts";

/** What a worker thread runs: it checks the files it is given, one after the other, and sends what came of each. */

const port = parentPort!;
const { options, needs } = workerData as CheckerSetup;
const checker = new FileChecker(options, needs);
let last = Promise.resolve();
port.on("message", (file: FoundFile) => {
  last = last.then(async () => port.postMessage(await checker.resultOf(file)));
});

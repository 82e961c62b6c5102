import { availableParallelism } from "node:os";

/** A thread has to start, read this program and get warm: for fewer files one is as fast. */
const FILES_FOR_A_THREAD = 60;

/** More threads than that have taken more memory than they are worth. */
const MOST_THREADS = 2;

/** How many threads check so many files if nobody says otherwise. */
export function usualJobs(files: number): number {
  return Math.max(1, Math.min(Math.floor(files / FILES_FOR_A_THREAD), availableParallelism(), MOST_THREADS));
}

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Lets V8 make no more room for short-lived objects than it has by now. It would go on doubling it in a long run, although
 * what is kept of a plan is next to nothing: that costs a hundred megabytes and saves a few hundredths of the time. For the
 * same reason what has lived longer is tidied up once it has grown by a tenth, not only once it has doubled.
 */
export function keepRoomForGarbage(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=10");
}

/**
 * Tidies up in the main thread, in a few milliseconds. By itself it would do so only after a hundred megabytes or more,
 * where other threads, whose memory is bounded, do so all along; memory would grow with the number of files until then.
 */
export function tidyUp(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** How long to wait before the next attempt, when attempts keep failing. */
export class BackOff {
  #failures = 0;
  #upSince: number | undefined;

  /** The failures in a row, 0 once an attempt has lasted {@link BackOff.HEALTHY_AFTER}. */
  get failures(): number {
    return this.#failures;
  }

  /** What has been up for this long, in milliseconds, counts as recovered: the next failure starts over. */
  static readonly HEALTHY_AFTER = 60_000;
  /** The wait after the first failure in a row, in milliseconds; it doubles with each further one. */
  static readonly SHORTEST = 500;
  /** No wait is longer than this, in milliseconds: an author who has fixed the cause should not have to know a command. */
  static readonly LONGEST = 60_000;

  /** Notes that an attempt has succeeded at the time `now` (milliseconds). */
  succeeded(now: number): void {
    this.#upSince = now;
  }

  /** Notes a failure at the time `now` (milliseconds). Returns the wait before the next attempt, in milliseconds. */
  failed(now: number): number {
    if (this.#upSince !== undefined && now - this.#upSince >= BackOff.HEALTHY_AFTER) this.#failures = 0;
    this.#upSince = undefined;
    this.#failures += 1;
    return Math.min(BackOff.LONGEST, BackOff.SHORTEST * 2 ** (this.#failures - 1));
  }
}

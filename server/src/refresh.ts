import type { Connection } from "vscode-languageserver";

/** What changes is gathered for no longer than this, in milliseconds. */
export const LONGEST_WAIT = 50;

/**
 * In milliseconds. While somebody types in a file that closed plans share ids with, what is said of hundreds of these is not
 * worked out at every key.
 */
export const PAUSE = 300;

/** Tells the client to ask for something again: soon, and once for many changes. */
export class Refresh {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** What the client asks for, in words. */
    private readonly what: string,
    private readonly tell: () => Promise<void>,
    private readonly connection: Connection,
  ) {}

  soon(): void {
    this.waiting ??= this.after(LONGEST_WAIT);
  }

  /** Not before nothing has changed for {@link PAUSE}. */
  afterPause(): void {
    clearTimeout(this.waiting);
    this.waiting = this.after(PAUSE);
  }

  private after(wait: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.waiting = undefined;
      this.tell().catch((error) => {
        this.connection.console.warn(`The client did not ask for ${this.what} again: ${error}`);
      });
    }, wait);
  }
}

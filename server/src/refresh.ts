import type { Connection } from "vscode-languageserver";

/** What changes is gathered for no longer than this, in milliseconds. */
export const LONGEST_WAIT = 50;

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
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.tell().catch((error) => {
        this.connection.console.warn(`The client did not ask for ${this.what} again: ${error}`);
      });
    }, LONGEST_WAIT);
  }
}

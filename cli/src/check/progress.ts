import type { Terminal } from "../terminal.ts";

/** A run that is over sooner needs no progress, and nobody reads faster than that. In milliseconds. */
const FIRST_AFTER = 1000;
const EVERY = 100;

/** Says how far a run over many files is, for as long as it takes. */
export class Progress {
  private nextAt = Date.now() + FIRST_AFTER;

  constructor(
    private readonly files: number,
    private readonly terminal: Pick<Terminal, "status">,
  ) {}

  advance(checked: number): void {
    const now = Date.now();
    if (now < this.nextAt) return;
    this.nextAt = now + EVERY;
    this.terminal.status(`${checked} of ${this.files} files checked`);
  }

  end(): void {
    this.terminal.status("");
  }
}

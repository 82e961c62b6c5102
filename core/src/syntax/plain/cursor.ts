import { DASH, HASH, isBlank, NEWLINE, RETURN, SPACE } from "./characters.ts";

/** Thrown where a text is not of the plain kind. It says nothing of whether there is anything wrong with it. */
export const UNUSUAL = new Error("This has to be read with all of YAML in mind.");

/** So far in nothing stands that people write. */
export const WIDEST_INDENT = 200;

/**
 * A place in a text that is read once, from its start to its end. Between values `at` is at the next thing that stands on a
 * line of its own, comments left out, and `column` is where it stands in its line: -1 at the end of the text.
 */
export class Cursor {
  protected at = 0;
  protected lineStart = 0;
  protected column = -1;
  /** Where the section at hand starts; nodes count from there. */
  protected origin = 0;

  constructor(protected readonly text: string) {}

  protected isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && isBlank(this.text.charCodeAt(this.at + 1));
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Is there nothing more on this line but a comment? */
  protected isLineOver(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === NEWLINE || code === RETURN || code === HASH || this.at >= this.text.length;
  }

  /** The end of the line, if there is nothing on it any more but a comment. */
  protected lineEnd(): number {
    const from = this.at;
    this.skipSpaces();
    if (!this.isLineOver() || (this.text.charCodeAt(this.at) === HASH && !isBlank(this.text.charCodeAt(this.at - 1))))
      throw UNUSUAL;
    const newline = this.text.indexOf("\n", from);
    return newline < 0 ? this.text.length : newline;
  }

  protected endLine(): void {
    this.toNextLine(this.lineEnd() + 1);
  }

  /** Goes to what stands first on a line, from the start of one. */
  protected toNextLine(from: number): void {
    const { text } = this;
    let outmost = WIDEST_INDENT;
    for (let line = from; line < text.length; line = text.indexOf("\n", line) + 1 || text.length) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      if (at - line > WIDEST_INDENT) throw UNUSUAL;
      this.at = at;
      if (this.isLineOver()) {
        // For `yaml` the lines that go on with a text may begin as far left as a comment without a space in it.
        if (text.charCodeAt(at) === HASH && !isBlank(text.charCodeAt(at + 1))) outmost = Math.min(outmost, at - line);
        continue;
      }
      if (outmost < at - line) throw UNUSUAL;
      this.lineStart = line;
      this.column = at - line;
      return;
    }
    this.at = text.length;
    this.column = -1;
  }

  /** Skips white space and comments in brackets. */
  protected skipInFlow(outer: number): void {
    const { text } = this;
    for (;;) {
      this.skipSpaces();
      if (!this.isLineOver()) return;
      const newline = this.lineEnd();
      if (newline === text.length) throw UNUSUAL;
      this.lineStart = this.at = newline + 1;
      this.skipSpaces();
      const width = this.at - this.lineStart;
      const code = text.charCodeAt(this.at);
      if (code !== NEWLINE && code !== RETURN && (width <= outer || width > WIDEST_INDENT)) throw UNUSUAL;
    }
  }
}

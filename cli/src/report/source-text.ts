/** A place as editors and the Language Server Protocol count: zero-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const [LINE_FEED, RETURN] = [0x0a, 0x0d];

/**
 * A text by its lines. The only place on the command line where offsets become lines and characters; lines end as
 * they do for editors: with LF, CRLF or a lone CR.
 */
export class SourceText {
  private readonly lineStarts: number[] = [0];

  /** @param shown the path of the file as reports show it */
  constructor(
    readonly shown: string,
    readonly text: string,
  ) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
        this.lineStarts.push(at + 1);
    }
  }

  /** @param span UTF-16 offsets into the text, `end` exclusive */
  rangeOf(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** A line without its line end; the empty text where there is no such line. */
  line(number: number): string {
    const start = this.lineStarts[number];
    if (start === undefined) return "";
    return this.text.slice(start, this.lineStarts[number + 1]).replace(/[\r\n]+$/, "");
  }

  private positionAt(offset: number): Position {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle;
    }
    // A place inside of a line end is the end of its line, as in editors.
    return { line: low, character: Math.min(offset - this.lineStarts[low]!, this.line(low).length) };
  }
}

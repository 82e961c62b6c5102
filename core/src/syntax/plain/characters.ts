export const [SPACE, NEWLINE, RETURN, HASH, DASH, COLON, COMMA] = [0x20, 0x0a, 0x0d, 0x23, 0x2d, 0x3a, 0x2c];
export const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, BAR, ANGLE] = [0x5b, 0x5d, 0x7b, 0x7d, 0x7c, 0x3e];
export const [DOUBLE_QUOTE, SINGLE_QUOTE, BACKSLASH] = [0x22, 0x27, 0x5c];
export const FLOW_MARKS: ReadonlySet<number> = new Set([..."[]{},"].map((mark) => mark.charCodeAt(0)));
/** What means something else than text where a scalar begins. */
export const INDICATORS: ReadonlySet<number> = new Set([..."[]{},:?#&*!|>%@`\"'"].map((mark) => mark.charCodeAt(0)));

/** Where a plain scalar ends on its line: before a comment, before the colon of a key, in brackets before a comma or bracket. */
export function plainEnd(text: string, start: number, inFlow: boolean): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || code === RETURN) break;
    if (code === SPACE) {
      if (text.charCodeAt(at + 1) === HASH) break;
    } else if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isBlank(next) || (inFlow && FLOW_MARKS.has(next))) break;
      end = at + 1;
    } else if (inFlow && FLOW_MARKS.has(code)) break;
    else end = at + 1;
  }
  return end;
}

/** The start of the line after the one that ends here; -1 where something else still stands on it, or none follows. */
export function lineAfter(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === RETURN) end++;
  return text.charCodeAt(end) === NEWLINE ? end + 1 : -1;
}

/** White space, or the end of the text. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === RETURN || Number.isNaN(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

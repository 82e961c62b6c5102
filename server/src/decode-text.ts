import type { ReadProblem } from "@aiplan/core";

/** The text of a file, or why there is none: in a form for the core, and as a sentence about the file. */
export type FileText = { readonly text: string } | { readonly problem: ReadProblem; readonly message: string };

/**
 * The text that bytes are, if they are UTF-8 text. A byte order mark is no part of it, as in the documents of editors:
 * offsets, lines and columns count from the character after it, so that a report points at the same place in every editor.
 */
export function decodeText(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return notText("This is UTF-16 text. Save it as UTF-8.");
  if (bytes.includes(0)) return notText("This is not text: it has binary content.");
  const text = decoded(bytes);
  if (text !== undefined) return { text };
  const line = firstBrokenLine(bytes);
  return notText(`This is not UTF-8 text: line ${line} has bytes of another encoding. Save it as UTF-8.`);
}

/** No character of UTF-8 but the line feed has its byte, so lines can be told apart before they are decoded. */
function firstBrokenLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || decoded(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}

/** Undefined where the bytes are no UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notText(message: string): FileText {
  return { problem: "not-text", message };
}

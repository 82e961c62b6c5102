import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { ReadProblem } from "@aiplan/core";
import { LARGEST_FILE } from "./host.ts";

/** Opening a named pipe that nobody writes to would wait for ever. Not known on Windows. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The text of a file, or why there is none: in a form for the core, and as a sentence about the file. */
export type FileText = { readonly text: string } | { readonly problem: ReadProblem; readonly message: string };

/** Reads a text file of at most {@link LARGEST_FILE} bytes. Never rejects. */
export async function readTextFile(path: string): Promise<FileText> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, READ_AT_ONCE);
    const status = await file.stat();
    if (!status.isFile()) return { problem: "not-a-file", message: "This is not a file." };
    if (status.size > LARGEST_FILE) return tooLarge(`has ${megabytes(status.size)} MB`);
    return await readText(file.createReadStream({ autoClose: false }));
  } catch (error) {
    return readProblem(error);
  } finally {
    await file?.close();
  }
}

/** Reads text from a stream, and stops as soon as there are more than {@link LARGEST_FILE} bytes. Never rejects. */
export async function readText(stream: AsyncIterable<Buffer>): Promise<FileText> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > LARGEST_FILE) return tooLarge("is too long");
      chunks.push(chunk);
    }
  } catch (error) {
    return readProblem(error);
  }
  return decode(Buffer.concat(chunks, size));
}

/** What a failed access to a file or folder means to the person who named it. */
export function readProblem(error: unknown): { readonly problem: ReadProblem; readonly message: string } {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { problem: "not-found", message: "There is no such file or folder." };
    case "EACCES":
    case "EPERM":
      return { problem: "unreadable", message: "You are not allowed to read this (no permission)." };
    case "EISDIR":
      return { problem: "not-a-file", message: "This is a folder, not a file." };
    case "ELOOP":
      return { problem: "unreadable", message: "This is a symbolic link that leads back to itself." };
    default:
      return { problem: "unreadable", message: `This could not be read (${code ?? String(error)}).` };
  }
}

/**
 * A byte order mark is no part of the text, as in the documents of editors: offsets, lines and columns count from
 * the character after it, so that a report points at the same place in every editor.
 */
function decode(bytes: Buffer): FileText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return notText("This is UTF-16 text. Save it as UTF-8.");
  if (bytes.includes(0)) return notText("This is not text: it has binary content.");
  if (isUtf8(bytes)) return { text: new TextDecoder("utf-8").decode(bytes) };
  const line = firstBrokenLine(bytes);
  return notText(`This is not UTF-8 text: line ${line} has bytes of another encoding. Save it as UTF-8.`);
}

/** No character of UTF-8 but the line feed has its byte, so lines can be told apart before they are decoded. */
function firstBrokenLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

function notText(message: string): FileText {
  return { problem: "not-text", message };
}

function tooLarge(what: string): FileText {
  return { problem: "too-large", message: `This ${what}; files of up to ${megabytes(LARGEST_FILE)} MB are read.` };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1);
}

import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { ReadProblem } from "@aiplan/core";
import { decodeText, type FileText } from "./decode-text.ts";
import { LARGEST_FILE } from "./host.ts";

export type { FileText };

/** Opening a named pipe that nobody writes to would wait for ever. Not known on Windows. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Most files find room in it: it is free again as soon as one is decoded. */
const ROOM = Buffer.allocUnsafeSlow(65_536);

/** Reads a text file of at most {@link LARGEST_FILE} bytes. Never rejects. */
export async function readTextFile(path: string): Promise<FileText> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, READ_AT_ONCE);
    const status = await file.stat();
    const refusal = refusalOf(status);
    if (refusal) return refusal;
    const buffer = Buffer.allocUnsafe(status.size + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    // Some files grow meanwhile, or say nothing of their size: those are read as streams are.
    if (bytesRead !== status.size || bytesRead === 0)
      return await readText(file.createReadStream({ autoClose: false, start: 0 }));
    return decodeText(buffer.subarray(0, bytesRead));
  } catch (error) {
    return readProblem(error);
  } finally {
    await file?.close();
  }
}

/**
 * The same in a third of the processor time, for who has nothing else to do meanwhile: opening, asking, reading and closing
 * each cost a turn of the event loop and of another thread where nobody waits for them.
 */
export function readTextFileSync(path: string): FileText {
  let file: number | undefined;
  try {
    file = openSync(path, READ_AT_ONCE);
    const status = fstatSync(file);
    const refusal = refusalOf(status);
    if (refusal) return refusal;
    let buffer = status.size < ROOM.length ? ROOM : Buffer.allocUnsafe(status.size + 1);
    let size = 0;
    for (;;) {
      const bytesRead = readSync(file, buffer, size, buffer.length - size, null);
      size += bytesRead;
      // Some files grow meanwhile, or say nothing of their size: those are read until nothing more comes.
      if (bytesRead === 0 || (size === status.size && size < buffer.length))
        return decodeText(buffer.subarray(0, size));
      if (size > LARGEST_FILE) return tooLarge("is too long");
      if (size === buffer.length) buffer = Buffer.concat([buffer], 2 * size);
    }
  } catch (error) {
    return readProblem(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function refusalOf(status: Stats): FileText | undefined {
  if (!status.isFile()) return { problem: "not-a-file", message: "This is not a file." };
  return status.size > LARGEST_FILE ? tooLarge(`has ${megabytes(status.size)} MB`) : undefined;
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
  return decodeText(Buffer.concat(chunks, size));
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

function tooLarge(what: string): FileText {
  return { problem: "too-large", message: `This ${what}; files of up to ${megabytes(LARGEST_FILE)} MB are read.` };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1);
}

import type { ReadOutcome, ReadProblem } from "@aiplan/core";
import type { FolderEntry } from "./host.ts";
import type { FileStatus } from "./known-files.ts";

// What the server asks of a client that says in its initialization options that it reads files (`files: true`): one in a
// browser, or with a workspace on a server somewhere, sees files that the machine of the server does not.

/** What all of them are about. The client answers for files that it can show to the author, and for no others. */
export interface FileParams {
  readonly uri: string;
}

/** How a file or folder stands, or why that cannot be said. */
export const FILE_STATUS = "aiplan/fileStatus";
export type FileStatusAnswer = FileStatus | { readonly problem: ReadProblem };

/** The text of a file, or why there is none. */
export const READ_FILE = "aiplan/readFile";
export type ReadFileAnswer = ReadOutcome;

/** What a folder holds; nothing where there is none. */
export const READ_FOLDER = "aiplan/readFolder";
export type ReadFolderAnswer = readonly FolderEntry[];

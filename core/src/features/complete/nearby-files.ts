import type { LinkedText } from "../../artifacts/read-artifact.ts";

/** A file or a folder in a folder; what it really is, where it is a symbolic link. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What is known of the files of the workspace. What is not known is nothing at first; who keeps the questions and finds
 * out can ask for the completion again.
 */
export interface NearbyFiles {
  /** What a folder holds, by its URI. */
  list(folder: string): readonly FolderEntry[] | undefined;
  /** A file that is no plan, by its URI. */
  read(uri: string): LinkedText | undefined;
}

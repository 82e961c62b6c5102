import type { FolderEntry as NearbyEntry, PlanDate, ReadOutcome, ReadProblem } from "@aiplan/core";

/** How large a file that is read may be, in bytes. A plan of 20,000 lines has fewer than a million. */
export const LARGEST_FILE = 5_000_000;

/**
 * For how long a file that has been looked at is taken to be as it was, in milliseconds. Who types in a plan with many links
 * would wait for the disk at every key; clients that watch files say at once what has changed.
 */
export const TRUSTED = 2_000;

/** A file or a folder in a folder. */
export interface FolderEntry extends NearbyEntry {
  /** It is a symbolic link: what it leads to has another name, too. */
  readonly isLink?: true;
}

/** What the server needs of the machine it runs on. URIs are spelt as `normalUri` of the core spells them. */
export interface Host {
  /** Reads a text file that lies below the folder `root`, symbolic links followed. Never rejects. */
  read(uri: string, root: string): Promise<ReadOutcome>;
  /** Why a file below the folder `root` could not be opened, found out without reading it. Never rejects. */
  probe(uri: string, root: string): Promise<ReadProblem | undefined>;
  /** Is there a file or folder? Never rejects. */
  exists(uri: string): Promise<boolean>;
  /** What a folder holds, if it lies below the folder `root`; nothing where that cannot be had. Never rejects. */
  list(uri: string, root: string): Promise<readonly FolderEntry[]>;
  /** To be called when a file or folder has changed, come or gone: for a moment it is taken to be as it was. */
  forget(uri: string): void;
  /** Lets go of what is remembered of files that are not among these. */
  keepOnly(uris: ReadonlySet<string>): void;
  /** The URI of the folder that holds the rules' pages, if they came with the server; without a slash at its end. */
  readonly docs?: string | undefined;
  /** Today's date where the author is. */
  today(): PlanDate;
}

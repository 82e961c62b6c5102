import { realpathSync, statSync } from "node:fs";
import type { ReadProblem } from "@aiplan/core";
import { type FileText, readProblem, readTextFileSync } from "@aiplan/server/read-file";
import { isBelow } from "./places.ts";

/** Where plans, and what they import and link to, are read from: the disk, or a commit. Paths are absolute. */
export interface Files {
  /** Reads a text file whose real place, all symbolic links followed, is below the root. */
  read(path: string, root: string): Promise<FileText>;
  /** Why a file below the root could not be opened, undefined where there is one. */
  probe(path: string, root: string): Promise<ReadProblem | undefined>;
}

/** The files as they are now. Never rejects. */
export const diskFiles: Files = {
  read: async (path, root) => readBelow(path, root),
  probe: async (path, root) => probeBelow(path, root),
};

/** Reads a file whose real place, all symbolic links followed, is below the root. Never rejects. */
function readBelow(path: string, root: string): FileText {
  const place = findBelow(path, root);
  // Not by way of the link, which may lead elsewhere by now.
  return "problem" in place ? place : readTextFileSync(place.path);
}

/** Why a file below the root could not be opened, undefined where there is one. */
function probeBelow(path: string, root: string): ReadProblem | undefined {
  const place = findBelow(path, root);
  if ("problem" in place) return place.problem;
  try {
    return statSync(place.path).isFile() ? undefined : "not-a-file";
  } catch (error) {
    return readProblem(error).problem;
  }
}

function findBelow(path: string, root: string): { readonly path: string } | ReturnType<typeof readProblem> {
  try {
    const realPath = realpathSync(path);
    if (isBelow(realPath, realpathSync(root))) return { path: realPath };
    return { problem: "outside", message: "This is a symbolic link that leads out of the root folder." };
  } catch (error) {
    return readProblem(error);
  }
}

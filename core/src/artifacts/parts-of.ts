import type { NamedPart } from "./found.ts";
import { type LinkedText, readPart } from "./read-artifact.ts";

/** The parts of a linked file that a fragment can name, and what such a part is called: `table`, `SLO`, `flag`. */
export interface Parts {
  readonly part: string;
  readonly all: readonly NamedPart[];
}

/** No file has a part of this name, so its reader says which there are. */
const NONE = "\0";

/**
 * What may stand behind the `#` of a link, in the order of the file: a part each, and once a table is named its columns.
 *
 * @param artifact what the link is meant to lead to
 * @param typed the beginning of the fragment
 * @returns undefined where the file has another format, or can't be read
 */
export function partsOf(artifact: string, linked: LinkedText, typed: string): Parts | undefined {
  const table = artifact === "data contract" ? /^\/?schema\/[^/]+\//.exec(typed)?.[0] : undefined;
  const found = readPart(artifact, linked, table === undefined ? NONE : `${table}properties/${NONE}`);
  return found?.kind === "no-such-part" ? { part: found.part, all: found.known } : undefined;
}

import { resolve } from "node:path";
import { diskFiles } from "../check/files.ts";
import { isBelow } from "../check/places.ts";
import { shownPath } from "../shown-path.ts";

/** In UTF-16 code units: plans have some ten thousand, and what is said of one goes through a model. */
export const LONGEST_TEXT = 500_000;
/** Where a text is taken to be that comes without a path. */
const USUAL_PATH = "plan.aiplan";

/** A plan to work on. */
export interface GivenPlan {
  /** Absolute; below the root. */
  readonly path: string;
  /** Relative to the root. */
  readonly shown: string;
  readonly text: string;
}

/** Why a tool does not do what was asked, as a sentence for the assistant that asked. */
export class Refusal extends Error {}

/**
 * The plan that a tool was asked about: a text, or a file below the root. Nothing else is ever read for its own sake, so that
 * no question leads to what other files hold.
 *
 * @param root absolute
 * @throws {Refusal}
 */
export async function planAt(
  root: string,
  { path = USUAL_PATH, text }: { readonly path?: string | undefined; readonly text?: string | undefined },
): Promise<GivenPlan> {
  const place = placeBelow(root, path);
  const shown = shownPath(place, root);
  if (text !== undefined) return { path: place, shown, text };
  const read = await diskFiles.read(place, root);
  if ("problem" in read) throw new Refusal(`${shown}: ${read.message}`);
  if (read.text.length > LONGEST_TEXT)
    throw new Refusal(`${shown}: This is too long; plans of up to ${LONGEST_TEXT} characters are read.`);
  return { path: place, shown, text: read.text };
}

/** @throws {Refusal} */
function placeBelow(root: string, path: string): string {
  if (/[\p{Cc}]/u.test(path)) throw new Refusal("A path has no control characters in it.");
  if (!/\.aiplan$/i.test(path)) throw new Refusal(`${path}: The path of a plan or a catalog ends in .aiplan.`);
  const place = resolve(root, path);
  if (isBelow(place, root)) return place;
  throw new Refusal(
    `${path}: This is outside of the folder that may be read. Paths begin there, as in plans/new.aiplan.`,
  );
}

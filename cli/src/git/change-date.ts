import type { CompareOptions, Workspace } from "@aiplan/core";
import { pathOf } from "../file-uri.ts";
import type { Commit } from "./commit.ts";
import { isSameText } from "./same-text.ts";

/** What is known of the day of a change. */
export interface ChangeDate extends CompareOptions {
  /** The commit up to which the last change of the plan gives the day. */
  readonly from?: Commit;
}

/**
 * The day on which a plan became what it is on disk, seen from an earlier commit: the `as-of` that somebody has set; else
 * that of the last commit that changed it or a catalog of it, if nothing has been changed since; else it is only known
 * that it was not before that earlier commit.
 */
export async function dateOfChange(now: Workspace, before: Commit | undefined): Promise<ChangeDate> {
  if (now.clock?.source === "as-of") return { changedOn: now.clock.date };
  if (!before) return {};
  const head = await before.repository.head();
  if (head && (await isAsIn(head, now))) return dateInCommit(head, now);
  const date = await before.date();
  return date ? { changedAfter: date } : {};
}

/** The day on which a plan became what it is in a commit: that of the last commit that changed it or a catalog of it. */
export async function dateInCommit(commit: Commit, plan: Workspace): Promise<ChangeDate> {
  const date = await commit.lastChange(pathsOf(plan));
  return date ? { changedOn: date, from: commit } : {};
}

async function isAsIn(commit: Commit, { file, catalogs, root }: Workspace): Promise<boolean> {
  for (const { uri, text } of [file, ...catalogs]) {
    const then = await commit.read(pathOf(uri), pathOf(root));
    if (!("text" in then) || !isSameText(then.text, text)) return false;
  }
  return true;
}

function pathsOf({ file, catalogs }: Workspace): string[] {
  return [file, ...catalogs].map(({ uri }) => pathOf(uri));
}

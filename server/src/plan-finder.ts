import { fileName, isInside } from "@aiplan/core";
import { URI, Utils } from "vscode-uri";
import type { Host } from "./host.ts";
import { folderOf } from "./roots.ts";
import { nextTurn } from "./turn.ts";

/** Editors take the ending in any case. */
const PLAN = /\.aiplan$/i;

/** Folders that hold what tools have put there. */
const SKIPPED = /^(?:\..*|node_modules|bower_components|__pycache__)$/;

/** A workspace folder may be a whole disk: there is an end to looking. */
const MOST_PLANS = 5_000;
const MOST_FOLDERS = 20_000;
const DEEPEST = 24;

/** After so many changes at once, as when a branch is checked out, looking everywhere again is no more work. */
const MANY_CHANGES = 500;

interface Search {
  readonly plans: Set<string>;
  /** Files and folders that may have changed, and have to be looked at. */
  readonly unsure: Set<string>;
}

/** Knows the plans below the workspace folders. It looks for them when it is first asked, and then only where something changes. */
export class PlanFinder {
  private search: Search | undefined;
  private work: Promise<unknown> = Promise.resolve();

  /**
   * @param folders the core's URIs of the editor's workspace folders, as they are now
   * @param warn tells those who read the log
   */
  constructor(
    private readonly host: Host,
    private readonly folders: () => readonly string[],
    private readonly warn: (message: string) => void,
  ) {}

  /** The core's URIs of all files that are plans by their names, in their order. */
  async all(): Promise<readonly string[]> {
    this.search ??= { plans: new Set(), unsure: new Set(this.folders()) };
    const { search } = this;
    // One at a time: who asks meanwhile waits for the same.
    this.work = this.work.catch(() => {}).then(() => this.look(search));
    await this.work;
    return [...search.plans].sort();
  }

  /**
   * To be called when a file or folder has come, gone or changed on disk.
   *
   * @returns whether the plans may be others now
   */
  changed(inside: string, isNewOrGone: boolean): boolean {
    // What has come or gone may be a folder.
    if (!isNewOrGone && !PLAN.test(inside)) return false;
    const root = this.folders().find((folder) => isInside(inside, folder));
    if (root === undefined || isSkipped(root, inside)) return false;
    if (!this.search) return true;
    this.search.unsure.add(inside);
    if (this.search.unsure.size > MANY_CHANGES) this.forget();
    return true;
  }

  /** To be called when the folders are others now, or may hold others. */
  forget(): void {
    this.search = undefined;
  }

  private async look({ plans, unsure }: Search): Promise<void> {
    for (const inside of unsure) {
      unsure.delete(inside);
      for (const plan of plans) if (plan === inside || plan.startsWith(`${inside}/`)) plans.delete(plan);
      const root = this.folders().find((folder) => isInside(inside, folder));
      if (root === undefined || isSkipped(root, inside)) continue;
      if (inside === root) await this.walk(root, root, plans);
      else await this.lookFor(inside, root, plans);
    }
  }

  /** Its folder knows whether it is a plan, a folder of plans, a link or nothing any more. */
  private async lookFor(inside: string, root: string, plans: Set<string>): Promise<void> {
    const name = fileName(inside);
    const entry = (await this.host.list(folderOf(inside), root)).find((one) => one.name === name);
    if (!entry || entry.isLink) return;
    if (entry.isFolder) await this.walk(inside, root, plans);
    else if (PLAN.test(name)) plans.add(inside);
  }

  private async walk(start: string, root: string, plans: Set<string>): Promise<void> {
    const folders = [{ uri: start, depth: start.slice(root.length).split("/").length }];
    // What is added on the way is walked through, too.
    for (const { uri, depth } of folders) {
      for (const { name, isFolder, isLink } of await this.host.list(uri, root)) {
        // A link may lead in circles, and what is behind it has a place of its own.
        if (isLink) continue;
        const child = Utils.joinPath(URI.parse(uri), name).toString();
        if (!isFolder && PLAN.test(name) && plans.size <= MOST_PLANS) plans.add(child);
        else if (isFolder && !SKIPPED.test(name) && depth < DEEPEST) folders.push({ uri: child, depth: depth + 1 });
      }
      if (plans.size > MOST_PLANS || folders.length > MOST_FOLDERS) {
        this.warn(`${root} holds too much to look for all plans in it: those found so far are known.`);
        return;
      }
      await nextTurn();
    }
  }
}

/** Is it in a folder that is left alone? A plan may have any name. */
function isSkipped(folder: string, inside: string): boolean {
  const names = URI.parse(inside).path.slice(URI.parse(folder).path.length).split("/");
  return names.some((name, index) => SKIPPED.test(name) && !(index === names.length - 1 && PLAN.test(name)));
}

import { CONFIG_FILE, isInside } from "@aiplan/core";
import { URI, Utils } from "vscode-uri";
import type { Host } from "./host.ts";

/** The folders that links and the search for a configuration do not leave. */
export class Roots {
  private readonly projects = new Map<string, Promise<string>>();

  /** @param folders the core's URIs of the editor's workspace folders, as they are now */
  constructor(
    private readonly folders: () => readonly string[],
    private readonly exists: Host["exists"],
  ) {}

  /** Is a file in one of the editor's workspace folders? */
  hold(uri: string): boolean {
    return this.folders().some((folder) => isInside(uri, folder));
  }

  /** What no link leaves: the innermost workspace folder that holds a file, else the project that it is part of. */
  of(uri: string): Promise<string> {
    const holding = this.folders().filter((folder) => isInside(uri, folder));
    const innermost = holding.sort((a, b) => b.length - a.length)[0];
    if (innermost !== undefined) return Promise.resolve(innermost);
    return this.projectOf(folderOf(uri));
  }

  /**
   * The project that a folder is part of, up to where configurations count: the nearest folder with a `.git`, else the
   * topmost one with a configuration, else the folder itself. The command line finds it in the same way.
   */
  projectOf(folder: string): Promise<string> {
    const known = this.projects.get(folder) ?? this.findProject(folder);
    this.projects.set(folder, known);
    return known;
  }

  /** To be called when files or folders have come or gone. */
  forget(): void {
    this.projects.clear();
  }

  private async findProject(start: string): Promise<string> {
    let topmost = start;
    for (const folder of foldersAbove(start)) {
      const has = (name: string) => this.exists(Utils.joinPath(URI.parse(folder), name).toString());
      if (await has(".git")) return folder;
      if (await has(CONFIG_FILE)) topmost = folder;
    }
    return topmost;
  }
}

/** The folder of a file. What a URI says after its path, such as the revision of `git:`, is not the folder's. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).with({ query: "", fragment: "" }).toString();
}

/** A folder and those above it, nearest first; `root`, if given, is the last. */
export function* foldersAbove(start: string, root?: string): Generator<string> {
  for (let folder = URI.parse(start); ; ) {
    yield folder.toString();
    const above = Utils.dirname(folder);
    if (folder.toString() === root || above.path === folder.path || above.path === "" || above.path === ".") return;
    folder = above;
  }
}

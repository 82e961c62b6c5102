import { CONFIG_FILE, isInside } from "@aiplan/core";
import { URI, Utils } from "vscode-uri";
import type { Host } from "./host.ts";

/** The folders that links do not leave: what is open in the editor, else what the files themselves suggest. */
export class Roots {
  private readonly guessed = new Map<string, Promise<string>>();

  /** @param folders the core's URIs of the editor's workspace folders, as they are now */
  constructor(
    private readonly folders: () => readonly string[],
    private readonly exists: Host["exists"],
  ) {}

  /** The innermost workspace folder that holds a file, else the nearest folder above it that looks like a project. */
  of(uri: string): Promise<string> {
    const holding = this.folders().filter((folder) => isInside(uri, folder));
    const innermost = holding.sort((a, b) => b.length - a.length)[0];
    if (innermost !== undefined) return Promise.resolve(innermost);
    const folder = Utils.dirname(URI.parse(uri)).toString();
    let root = this.guessed.get(folder);
    if (!root) {
      root = this.guess(folder);
      this.guessed.set(folder, root);
    }
    return root;
  }

  /** To be called when files or folders have come or gone. */
  forget(): void {
    this.guessed.clear();
  }

  /** The nearest folder with a `.git`, else the topmost one with a configuration, else the folder itself. */
  private async guess(start: string): Promise<string> {
    let topmost = start;
    for (const folder of foldersAbove(start)) {
      const has = (name: string) => this.exists(Utils.joinPath(URI.parse(folder), name).toString());
      if (await has(".git")) return folder;
      if (await has(CONFIG_FILE)) topmost = folder;
    }
    return topmost;
  }
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

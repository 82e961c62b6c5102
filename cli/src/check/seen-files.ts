import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import { isFolder } from "../git/real-path.ts";
import { diskFiles, type Files } from "./files.ts";
import { upwards } from "./places.ts";

/**
 * The files on the disk; notices when one of those that a check has looked at becomes another one, is made or goes. Each is
 * watched by way of its folder, in which another file may take its place: that begins at once, so nothing is missed between.
 */
export class SeenFiles implements Files {
  /** How each stood when it was looked at. */
  private readonly stamps = new Map<string, string>();
  private readonly watchers = new Map<string, FSWatcher>();

  constructor(
    private readonly note: () => void,
    private readonly complain: (error: unknown) => void,
  ) {}

  read(path: string, root: string): ReturnType<Files["read"]> {
    this.stamps.set(path, stampOf(path));
    return diskFiles.read(path, root);
  }

  probe(path: string, root: string): ReturnType<Files["probe"]> {
    this.stamps.set(path, stampOf(path));
    return diskFiles.probe(path, root);
  }

  /** Before a check: only what that looks at counts. */
  forget(): void {
    this.stamps.clear();
  }

  /** After a check: watches what it has looked at, and notes what has changed meanwhile. */
  follow(): void {
    for (const path of this.stamps.keys()) {
      const folder = [...upwards(dirname(path))].find(isFolder);
      if (folder === undefined || this.watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, () => this.hasChanged(folder));
        watcher.on("error", (error) => this.complain(error));
        this.watchers.set(folder, watcher);
      } catch (error) {
        this.complain(error);
      }
    }
    if ([...this.stamps].some(([path, stamp]) => stampOf(path) !== stamp)) this.note();
  }

  /** A folder that is gone may come back as another one, and one that was missing until now is followed in turn. */
  private hasChanged(folder: string): void {
    if (!isFolder(folder)) {
      this.watchers.get(folder)?.close();
      this.watchers.delete(folder);
    }
    this.follow();
  }

  end(): void {
    for (const watcher of this.watchers.values()) watcher.close();
  }
}

/** Another one as soon as a file is written anew, made or deleted. */
function stampOf(path: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return "";
  }
}

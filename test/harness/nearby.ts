import type { FolderEntry, NearbyFiles } from "@aiplan/core";
import { type Files, parseOnce, ROOT } from "./check.ts";

/** Some files that exist only in memory, as completion sees those of a workspace. */
export function nearby(files: Files): NearbyFiles {
  return {
    list(folder) {
      const below = folder === ROOT ? "" : folder.slice(ROOT.length + 1).replace(/\/?$/, "/");
      const entries = new Map<string, FolderEntry>();
      for (const path of Object.keys(files).sort()) {
        if (!path.startsWith(below)) continue;
        const [name = "", ...rest] = path.slice(below.length).split("/");
        entries.set(name, { name, isFolder: rest.length > 0 });
      }
      return [...entries.values()];
    },
    read(uri) {
      const text = files[uri.slice(ROOT.length + 1)];
      return text === undefined ? undefined : parseOnce(uri, text);
    },
  };
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CONFIG_FILE, resolveLink, type Workspace } from "@aiplan/core";
import { diskFiles } from "../check/files.ts";
import { isBelow, upwards } from "../check/places.ts";
import { pathOf } from "../file-uri.ts";
import type { Commit } from "./commit.ts";
import { Commits } from "./commits.ts";
import { isSameText } from "./same-text.ts";

/**
 * Tells which plans have other findings than at a REF, or may have: those that are not what they were, and those that
 * import or link to such a file, or whose configuration is such a file. The index has no part in it: a file that git does
 * not know of is new.
 */
export class ChangedSince {
  private readonly commits: Commits;
  private readonly changed = new Map<string, Promise<boolean>>();

  constructor(ref: string) {
    this.commits = new Commits(ref, "parting");
  }

  /**
   * @param path absolute
   * @param root the folder that no link leaves, absolute
   * @throws {GitError}
   */
  async touches(path: string, { file, imports, links, root: rootUri }: Workspace, root: string): Promise<boolean> {
    const commit = await this.commits.of(path);
    const then = await commit.read(path, root);
    if (!("text" in then) || !isSameText(then.text, file.text)) return true;
    const linked = [...links.values()].flatMap(({ uri }) => uri ?? []);
    const imported = imports.flatMap(({ node, from }) => {
      const target = resolveLink(node.value ?? "", from.uri, rootUri);
      return target.kind === "file" ? [target.uri] : [];
    });
    const configs = [...upwards(dirname(path))].filter((folder) => isBelow(folder, root));
    const paths = [...[...imported, ...linked].map(pathOf), ...configs.map((folder) => join(folder, CONFIG_FILE))];
    for (const one of new Set(paths)) if (await this.isChanged(one, root, commit)) return true;
    return false;
  }

  /** Was there a plan, at or below a path where there is none now? Such a plan has no findings any more. */
  async hadPlans(path: string): Promise<boolean> {
    const commit = await this.commits.of(path);
    const inCommit = commit.repository.pathInCommits(path);
    return inCommit !== undefined && (await commit.plansBelow(inCommit)).length > 0;
  }

  private isChanged(path: string, root: string, commit: Commit): Promise<boolean> {
    const known = this.changed.get(path) ?? this.compare(path, root, commit);
    this.changed.set(path, known);
    return known;
  }

  private async compare(path: string, root: string, commit: Commit): Promise<boolean> {
    const inCommit = commit.repository.pathInCommits(path);
    // Nobody knows what it was: it belongs to another repository.
    if (inCommit === undefined) return true;
    const then = await commit.find(inCommit);
    const isThere = (await diskFiles.probe(path, root)) === undefined;
    if (then.kind !== "file" || !isThere) return isThere || then.kind === "file";
    if ((await blobId(path, then.id.length)) === then.id) return false;
    const [old, now] = [await commit.read(path, root), await diskFiles.read(path, root)];
    return !("text" in old && "text" in now && isSameText(old.text, now.text));
  }
}

/** The name that git gives to a file with this content, in a repository whose names are this long; undefined if it is gone. */
async function blobId(path: string, length: number): Promise<string | undefined> {
  try {
    const hash = createHash(length === 40 ? "sha1" : "sha256").update(`blob ${(await stat(path)).size}\0`);
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

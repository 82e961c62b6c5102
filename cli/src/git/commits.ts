import { dirname } from "node:path";
import type { Commit } from "./commit.ts";
import { Repository } from "./repository.ts";

/** The commit that a REF names, in each repository that plans are in. */
export class Commits {
  private readonly byFolder = new Map<string, Promise<Commit>>();
  private readonly byTop = new Map<string, Promise<Commit>>();

  constructor(readonly ref: string) {}

  /**
   * The commit in the repository that the file at an absolute path is in.
   *
   * @throws {GitError} where there is none
   */
  of(path: string): Promise<Commit> {
    const folder = dirname(path);
    const known = this.byFolder.get(folder) ?? this.find(path);
    this.byFolder.set(folder, known);
    return known;
  }

  private async find(path: string): Promise<Commit> {
    const repository = await Repository.open(path);
    const known = this.byTop.get(repository.top) ?? repository.commit(this.ref);
    this.byTop.set(repository.top, known);
    return known;
  }
}

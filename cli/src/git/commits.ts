import type { Commit } from "./commit.ts";
import { Repository } from "./repository.ts";

/**
 * The commit that a REF names, in each repository that plans are in; or the one at which the current branch parted from
 * it, so that what was done on the other branch since does not pass for a change of this one.
 */
export class Commits {
  private readonly byFolder = new Map<string, Promise<Commit>>();
  private readonly byTop = new Map<string, Promise<Commit>>();

  constructor(
    readonly ref: string,
    private readonly which: "named" | "parting",
  ) {}

  /**
   * The commit in the repository that the file or folder at an absolute path is in.
   *
   * @throws {GitError} where there is none
   */
  of(path: string): Promise<Commit> {
    const folder = Repository.folderOf(path);
    const known = this.byFolder.get(folder) ?? this.find(folder);
    this.byFolder.set(folder, known);
    return known;
  }

  private async find(folder: string): Promise<Commit> {
    const repository = await Repository.open(folder);
    const known = this.byTop.get(repository.top) ?? this.commitIn(repository);
    this.byTop.set(repository.top, known);
    return known;
  }

  private async commitIn(repository: Repository): Promise<Commit> {
    const commit = await repository.commit(this.ref);
    return this.which === "named" ? commit : repository.partingFrom(commit);
  }
}

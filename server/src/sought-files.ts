import type { FolderEntry, LinkedText, NearbyFiles } from "@aiplan/core";

/** How to find out what is asked. */
export interface FileSource {
  list(folder: string): Promise<readonly FolderEntry[]>;
  read(uri: string): Promise<LinkedText | undefined>;
}

/** Files that are looked at only when somebody has asked about them; who has is to ask again. */
export class SoughtFiles implements NearbyFiles {
  private readonly folders = new Map<string, readonly FolderEntry[] | undefined>();
  private readonly texts = new Map<string, LinkedText | undefined>();
  private open: Promise<unknown>[] = [];

  constructor(private readonly source: FileSource) {}

  list(folder: string): readonly FolderEntry[] | undefined {
    return this.known(this.folders, folder, () => this.source.list(folder));
  }

  read(uri: string): LinkedText | undefined {
    return this.known(this.texts, uri, () => this.source.read(uri));
  }

  /** An answer that takes in all that it asks about. */
  async answer<Answer>(ask: () => Answer): Promise<Answer> {
    const answer = ask();
    if (this.open.length === 0) return answer;
    await Promise.all(this.open);
    return ask();
  }

  private known<Value>(values: Map<string, Value | undefined>, uri: string, find: () => Promise<Value | undefined>) {
    if (!values.has(uri)) {
      values.set(uri, undefined);
      this.open.push(find().then((value) => values.set(uri, value)));
    }
    return values.get(uri);
  }
}

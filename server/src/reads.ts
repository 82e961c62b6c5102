/** The URIs of files that something was made from. What happens to a folder happens to the files in it. */
export class Reads {
  readonly files = new Set<string>();
  // A file may change at every key, and thousands of plans are to know at once whether it was theirs.
  private readonly folders = new Set<string>();

  constructor(first: string) {
    this.add(first);
  }

  add(uri: string): void {
    if (this.files.has(uri)) return;
    this.files.add(uri);
    for (let end = uri.lastIndexOf("/"); end > 0; end = uri.lastIndexOf("/", end - 1)) {
      const folder = uri.slice(0, end);
      if (this.folders.has(folder)) return;
      this.folders.add(folder);
    }
  }

  /** Is it one of the files, or a folder that one of them is in? */
  has(uri: string): boolean {
    return this.files.has(uri) || this.folders.has(uri);
  }
}

// A workspace that is on no disk: an extension of VS Code that serves it from memory, as those of vscode.dev do.
import * as vscode from "vscode";

/** All files of the workspace, each by its path from the root, in base64. */
type Contents = Readonly<Record<string, string>>;

type Entry = { readonly bytes?: Uint8Array; readonly made: number; readonly changed: number };

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  /** By path; folders have no bytes. */
  private readonly entries = new Map<string, Entry>([["/", { made: 1, changed: 1 }]]);

  constructor(contents: Contents) {
    for (const [path, base64] of Object.entries(contents)) {
      const parts = path.split("/");
      for (let end = 1; end < parts.length; end++) this.put(`/${parts.slice(0, end).join("/")}`);
      this.put(
        `/${path}`,
        Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
      );
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const { bytes, made, changed } = this.at(path);
    const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: made, mtime: changed, size: bytes?.length ?? 0 };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const { bytes } = this.at(path);
    if (!bytes) throw vscode.FileSystemError.FileIsADirectory(path);
    return bytes;
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const folder = path.replace(/\/*$/, "/");
    return [...this.entries]
      .filter(([one]) => one.startsWith(folder) && one !== folder && !one.slice(folder.length).includes("/"))
      .map(([one, { bytes }]) => [one.slice(folder.length), bytes ? vscode.FileType.File : vscode.FileType.Directory]);
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, { create }: { create: boolean }): void {
    if (!create) this.at(uri.path);
    const type = this.entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.put(uri.path, bytes);
    this.changes.fire([{ type, uri }]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.put(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of this.entries.keys())
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from), { create: true });
    this.delete(from);
  }

  private at(path: string): Entry {
    const entry = this.entries.get(path.replace(/(?<=.)\/+$/, ""));
    if (!entry) throw vscode.FileSystemError.FileNotFound(path);
    return entry;
  }

  private put(path: string, bytes?: Uint8Array): void {
    const now = Date.now();
    this.entries.set(path, { ...(bytes ? { bytes } : {}), made: this.entries.get(path)?.made ?? now, changed: now });
  }
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { scheme } = context.extension.packageJSON.files;
  const contents = await fetch(vscode.Uri.joinPath(context.extensionUri, "contents.json").toString(true));
  const files = new MemoryFiles((await contents.json()) as Contents);
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
}

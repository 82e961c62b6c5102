import { isInside, normalUri, type ReadOutcome, type ReadProblem } from "@aiplan/core";
import type { Connection } from "vscode-languageserver";
import {
  FILE_STATUS,
  type FileParams,
  type FileStatusAnswer,
  READ_FILE,
  READ_FOLDER,
  type ReadFileAnswer,
  type ReadFolderAnswer,
} from "./file-requests.ts";
import { type FolderEntry, type Host, TRUSTED } from "./host.ts";
import { type Found, KnownFiles } from "./known-files.ts";
import { folderOf } from "./roots.ts";
import { today } from "./today.ts";

/** For how long a client may look for a file, in milliseconds: one that never answers must not keep findings from coming. */
const PATIENCE = 10_000;

/** A client that reads files for us, beside the disk of this machine, if it has one, for the files that are there. */
export class ClientHost implements Host {
  private readonly files: ClientFiles;

  /** @param disk what reads `file:`; without one the client reads that too */
  constructor(
    connection: Connection,
    private readonly disk?: Host,
    patience = PATIENCE,
  ) {
    this.files = new ClientFiles(connection, patience);
  }

  get docs(): string | undefined {
    return this.disk?.docs;
  }

  today = today;

  read(uri: string, root: string): Promise<ReadOutcome> {
    return this.readerOf(uri).read(uri, root);
  }

  probe(uri: string, root: string): Promise<ReadProblem | undefined> {
    return this.readerOf(uri).probe(uri, root);
  }

  exists(uri: string): Promise<boolean> {
    return this.readerOf(uri).exists(uri);
  }

  list(uri: string, root: string): Promise<readonly FolderEntry[]> {
    return this.readerOf(uri).list(uri, root);
  }

  forget(uri: string): void {
    this.readerOf(uri).forget(uri);
  }

  keepOnly(uris: ReadonlySet<string>): void {
    this.disk?.keepOnly(uris);
    this.files.keepOnly(uris);
  }

  private readerOf(uri: string): Host | ClientFiles {
    return this.disk && uri.startsWith("file:") ? this.disk : this.files;
  }
}

/** Files that the client reads. There are no symbolic links to follow: what a URI names is below what it says. */
class ClientFiles extends KnownFiles {
  constructor(
    private readonly connection: Connection,
    private readonly patience: number,
  ) {
    super(TRUSTED);
  }

  protected async find(uri: string, root: string): Promise<Found> {
    if (!isInside(uri, root) || normalUri(uri) === normalUri(root)) return { problem: "outside" };
    const status = await this.ask<FileStatusAnswer>(FILE_STATUS, uri, { problem: "unreachable" });
    return "problem" in status ? status : { path: uri, status };
  }

  protected readFound(uri: string): Promise<ReadOutcome> {
    return this.ask<ReadFileAnswer>(READ_FILE, uri, { problem: "unreachable" });
  }

  async exists(uri: string): Promise<boolean> {
    const problem = await this.probe(uri, folderOf(uri));
    return problem === undefined || problem === "not-a-file";
  }

  async list(uri: string, root: string): Promise<readonly FolderEntry[]> {
    return isInside(uri, root) ? this.ask<ReadFolderAnswer>(READ_FOLDER, uri, []) : [];
  }

  /** A client that does not know the request, takes too long, or is going, has told nothing. */
  private ask<Answer>(method: string, uri: string, otherwise: Answer): Promise<Answer> {
    const params: FileParams = { uri };
    return new Promise((settle) => {
      const timer = setTimeout(settle, this.patience, otherwise);
      this.connection
        .sendRequest<Answer>(method, params)
        .then(settle, () => settle(otherwise))
        .finally(() => clearTimeout(timer));
    });
  }
}

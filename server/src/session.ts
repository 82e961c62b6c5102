import { CONFIG_FILE } from "@aiplan/core";
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, readClient } from "./client.ts";
import { coreUri } from "./core-uri.ts";
import { Diagnostics } from "./diagnostics.ts";
import { OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import { Plans } from "./plans.ts";
import { Roots } from "./roots.ts";
import { EditorSettings, SECTION } from "./settings.ts";
import { ToLsp } from "./to-lsp.ts";

const WATCHED = ["**/*.aiplan", `**/${CONFIG_FILE}`];

/** Everything that lives from the client's `initialize` on, and what happens when the world changes. */
export class Session {
  readonly client: Client;
  readonly plans: Plans;
  readonly lsp: ToLsp;
  readonly diagnostics: Diagnostics;
  private readonly documents: OpenDocuments;
  private readonly settings: EditorSettings;
  /** The core's URIs of the folders that are open. */
  private folders: string[];

  constructor(
    private readonly connection: Connection,
    documents: TextDocuments<TextDocument>,
    host: Host,
    params: InitializeParams,
  ) {
    this.client = readClient(params);
    this.folders = foldersOf(params);
    this.documents = new OpenDocuments(documents, () => this.folders[0]);
    this.settings = new EditorSettings(connection, this.client);
    const roots = new Roots(
      () => this.folders,
      (uri) => host.exists(uri),
    );
    this.plans = new Plans(this.documents, host, roots, this.settings);
    this.lsp = new ToLsp(this.client, this.documents, host.docs);
    this.diagnostics = new Diagnostics(connection, this.client, this.plans, this.lsp);
    documents.onDidChangeContent(({ document }) => this.edited(document.uri));
    documents.onDidClose(({ document }) => this.closed(document.uri));
  }

  /** What can be asked of the client only once it has been answered. */
  start(): void {
    const { client, connection } = this;
    const register = (registration: Promise<unknown>) =>
      registration.catch((error) => connection.console.warn(`The client did not register: ${error}`));
    if (client.registersConfiguration)
      register(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    if (client.registersWatchers) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      register(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => coreUri(uri)));
        this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => coreUri(uri))];
        this.diagnostics.changed(this.plans.allChanged());
      });
  }

  settingsChanged(sent: unknown): void {
    this.settings.changed(sent);
    this.diagnostics.changed(this.plans.allChanged());
  }

  /** @param uris the client's, of files that have changed on disk */
  filesChanged(uris: readonly string[]): void {
    const plans = uris.flatMap((uri) => this.plans.changed(this.documents.inside(uri)));
    this.diagnostics.changed([...new Set(plans)]);
  }

  private edited(uri: string): void {
    const plans = new Set(this.plans.changed(this.documents.inside(uri)));
    if (this.documents.plan(uri)) plans.add(uri);
    this.diagnostics.changed([...plans], uri);
  }

  private closed(uri: string): void {
    this.plans.close(uri);
    this.diagnostics.closed(uri);
    this.diagnostics.changed(this.plans.changed(this.documents.inside(uri)));
  }
}

/** The folders that are open, whichever way the client says it. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => coreUri(uri));
  return rootUri ? [coreUri(rootUri)] : [];
}

import {
  BulkRegistration,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, readClient } from "./client.ts";
import { coreUri } from "./core-uri.ts";
import { Diagnostics } from "./diagnostics.ts";
import { isPlan, OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import { Plans } from "./plans.ts";
import type { Positions } from "./positions.ts";
import { Refresh } from "./refresh.ts";
import { Roots } from "./roots.ts";
import { EditorSettings, SECTION } from "./settings.ts";
import { ToLsp } from "./to-lsp/to-lsp.ts";
import { TokenCache } from "./token-cache.ts";

/** A plan may link to a file of any name, and a folder that goes takes files with it. */
const WATCHED = "**/*";

/** What files are written in that plans are compared with: while one is open, what is not saved yet counts. */
const LINKED_LANGUAGES = ["yaml", "json", "jsonc", "markdown"];

/** Everything that lives from the client's `initialize` on, and what happens when the world changes. */
export class Session {
  readonly client: Client;
  readonly plans: Plans;
  readonly lsp: ToLsp;
  readonly diagnostics: Diagnostics;
  readonly tokens: TokenCache;
  private readonly inlayHints: Refresh;
  private readonly semanticTokens: Refresh;
  private readonly documents: OpenDocuments;
  private readonly settings: EditorSettings;
  /** The core's URIs of the folders that are open. */
  private folders: string[];

  constructor(
    private readonly connection: Connection,
    documents: TextDocuments<TextDocument>,
    positions: Positions,
    host: Host,
    params: InitializeParams,
  ) {
    this.client = readClient(params);
    positions.encoding = this.client.positionEncoding;
    this.folders = foldersOf(params);
    this.documents = new OpenDocuments(documents, () => this.folders[0]);
    this.settings = new EditorSettings(connection, this.client);
    const roots = new Roots(
      () => this.folders,
      (uri) => host.exists(uri),
    );
    this.plans = new Plans(this.documents, host, roots, this.settings, positions);
    this.lsp = new ToLsp(this.client, this.documents, host.docs);
    this.diagnostics = new Diagnostics(connection, this.client, this.plans, this.lsp);
    this.inlayHints = new Refresh("inlay hints", () => connection.languages.inlayHint.refresh(), connection);
    this.semanticTokens = new Refresh("colours", () => connection.languages.semanticTokens.refresh(), connection);
    this.tokens = new TokenCache(this.client, (uri) => this.plans.isOpen(uri));
    documents.onDidChangeContent(({ document }) => this.edited(document.uri));
    documents.onDidClose(({ document }) => this.closed(document));
  }

  /** What can be asked of the client only once it has been answered. */
  start(): void {
    const { client, connection } = this;
    const register = (registration: Promise<unknown>) =>
      registration.catch((error) => connection.console.warn(`The client did not register: ${error}`));
    if (client.registersConfiguration)
      register(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    if (client.registersWatchers) {
      const watchers = [{ globPattern: WATCHED }];
      register(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.registersDocuments) register(connection.client.register(linkedDocuments()));
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => coreUri(uri)));
        this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => coreUri(uri))];
        this.changed(this.plans.allChanged());
      });
  }

  settingsChanged(sent: unknown): void {
    this.settings.changed(sent);
    this.changed(this.plans.allChanged());
  }

  /** @param uris the client's, of files that have changed on disk */
  filesChanged(uris: readonly string[]): void {
    const plans = uris.flatMap((uri) => this.plans.changed(this.documents.inside(uri)));
    this.changed([...new Set(plans)]);
  }

  /** @param edited the one of the plans that the client itself has changed: it asks for its hints and colours unasked */
  private changed(plans: readonly string[], edited?: string): void {
    this.diagnostics.changed(plans, edited);
    if (!plans.some((uri) => uri !== edited)) return;
    if (this.client.refreshesInlayHints) this.inlayHints.soon();
    if (this.client.refreshesSemanticTokens) this.semanticTokens.soon();
  }

  private edited(uri: string): void {
    const plans = new Set(this.plans.changed(this.documents.inside(uri)));
    if (this.documents.plan(uri)) plans.add(uri);
    this.changed([...plans], uri);
  }

  private closed(document: TextDocument): void {
    const { uri } = document;
    this.plans.close(uri);
    this.tokens.forget(uri);
    if (isPlan(document)) this.diagnostics.closed(uri);
    this.changed(this.plans.changed(this.documents.inside(uri)));
  }
}

/** Only the texts are asked for: everything else that the server does is for plans. */
function linkedDocuments(): BulkRegistration {
  const documentSelector = LINKED_LANGUAGES.map((language) => ({ scheme: "file", language }));
  const registration = BulkRegistration.create();
  registration.add(DidOpenTextDocumentNotification.type, { documentSelector });
  registration.add(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  registration.add(DidCloseTextDocumentNotification.type, { documentSelector });
  return registration;
}

/** The folders that are open, whichever way the client says it. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => coreUri(uri));
  return rootUri ? [coreUri(rootUri)] : [];
}

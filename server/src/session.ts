import {
  BulkRegistration,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  TextDocumentSyncKind,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { type Client, readClient } from "./client.ts";
import { ClientHost } from "./client-host.ts";
import { ClosedPlans } from "./closed-plans.ts";
import { coreUri } from "./core-uri.ts";
import { Diagnostics } from "./diagnostics.ts";
import { isPlan, OpenDocuments } from "./documents.ts";
import { EveryPlan } from "./every-plan.ts";
import type { Host } from "./host.ts";
import { LateDocs } from "./late-docs.ts";
import { PlanFinder } from "./plan-finder.ts";
import { Plans } from "./plans.ts";
import type { Positions } from "./positions.ts";
import { Refresh } from "./refresh.ts";
import { REPORTS_CHANGED } from "./report-requests.ts";
import { Roots } from "./roots.ts";
import { type CodeLensSetting, EditorSettings, SECTION } from "./settings.ts";
import { SnapshotMaker } from "./snapshots.ts";
import { ToLsp } from "./to-lsp/to-lsp.ts";
import { TokenCache } from "./token-cache.ts";
import { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

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
  readonly completionDocs = new LateDocs();
  readonly tokens: TokenCache;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly everyPlan: EveryPlan;
  private readonly closedPlans: ClosedPlans;
  private readonly finder: PlanFinder;
  private readonly inlayHints: Refresh;
  private readonly semanticTokens: Refresh;
  private readonly codeLenses: Refresh;
  private readonly reports: Refresh;
  private readonly documents: OpenDocuments;
  private readonly settings: EditorSettings;
  /** The core's URIs of the folders that are open. */
  private folders: string[];

  constructor(
    private readonly connection: Connection,
    documents: TextDocuments<TextDocument>,
    positions: Positions,
    machine: Host | undefined,
    params: InitializeParams,
  ) {
    this.client = readClient(params);
    const host = machine && !this.client.readsFiles ? machine : new ClientHost(connection, machine);
    positions.encoding = this.client.positionEncoding;
    this.folders = foldersOf(params);
    this.documents = new OpenDocuments(documents, () => this.folders[0]);
    this.settings = new EditorSettings(connection, this.client);
    const roots = new Roots(
      () => this.folders,
      (uri) => host.exists(uri),
    );
    const maker = new SnapshotMaker(this.documents, host, roots, this.settings, positions);
    this.plans = new Plans(this.documents, host, roots, this.settings, maker);
    this.finder = new PlanFinder(
      host,
      () => this.folders,
      (message) => connection.console.warn(message),
    );
    this.closedPlans = new ClosedPlans(
      this.finder,
      this.documents,
      host,
      roots,
      this.settings,
      maker,
      this.plans,
      this.client.registersWatchers,
    );
    this.everyPlan = new EveryPlan(this.documents, this.plans, this.closedPlans, host, roots);
    this.lsp = new ToLsp(this.client, this.documents, host.docs);
    const refresh = new Refresh("diagnostics", () => connection.languages.diagnostics.refresh(), connection);
    this.diagnostics = new Diagnostics(connection, this.client, this.plans, this.lsp, refresh);
    this.workspaceDiagnostics = new WorkspaceDiagnostics(
      this.client,
      this.documents,
      this.plans,
      this.closedPlans,
      this.lsp,
      refresh,
    );
    this.inlayHints = new Refresh("inlay hints", () => connection.languages.inlayHint.refresh(), connection);
    this.semanticTokens = new Refresh("colours", () => connection.languages.semanticTokens.refresh(), connection);
    this.codeLenses = new Refresh("code lenses", () => connection.sendRequest(CodeLensRefreshRequest.type), connection);
    this.reports = new Refresh("reports", () => connection.sendNotification(REPORTS_CHANGED), connection);
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
    if (client.registersDocuments) register(connection.client.register(linkedDocuments(this.schemes())));
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => coreUri(uri)));
        this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => coreUri(uri))];
        for (const { uri } of removed) this.settings.forget(coreUri(uri));
        this.finder.forget();
        this.everythingChanged();
      });
  }

  /** @param uri the client's, of a plan */
  async codeLensSetting(uri: string): Promise<CodeLensSetting> {
    return (await this.settings.of(uri)).codeLens;
  }

  settingsChanged(sent: unknown): void {
    this.settings.changed(sent);
    this.everythingChanged();
  }

  /** To be called when files have changed on disk, come or gone. */
  filesChanged(changes: readonly FileEvent[]): void {
    const plans = changes.flatMap(({ uri, type }) => {
      const inside = this.documents.inside(uri);
      if (this.finder.changed(inside, type !== FileChangeType.Changed)) {
        this.workspaceDiagnostics.changed();
        // An open catalog counts the uses in plans that are not open.
        if (this.documents.plans().length > 0) this.usesChanged();
      }
      return this.affected(inside);
    });
    this.changed([...new Set(plans)]);
  }

  private everythingChanged(): void {
    this.closedPlans.allChanged();
    this.workspaceDiagnostics.changed();
    this.changed(this.plans.allChanged());
  }

  /** What was made from a file that has changed is made anew. Returns the client's URIs of the open plans among that. */
  private affected(inside: string): string[] {
    const plans = this.plans.changed(inside);
    if (this.closedPlans.changed(inside)) this.workspaceDiagnostics.changed();
    return plans;
  }

  /** Of what can be read: of other documents, such as older versions of these, it is of no use to know the text. */
  private schemes(): string[] {
    const schemes = this.client.readsFiles ? this.folders.map((uri) => URI.parse(uri).scheme) : [];
    return [...new Set(["file", ...schemes])];
  }

  /** @param edited the one of the plans that the client itself has changed: it asks for its hints, colours and report unasked */
  private changed(plans: readonly string[], edited?: string): void {
    this.diagnostics.changed(plans, edited);
    if (plans.length > 0) this.workspaceDiagnostics.changed();
    // An open catalog counts the uses in a plan that is edited, though nothing in the catalog is made from the plan.
    if (plans.length > 0 && this.documents.plans().some(({ uri }) => uri !== edited)) this.usesChanged();
    if (!plans.some((uri) => uri !== edited)) return;
    if (this.client.refreshesInlayHints) this.inlayHints.soon();
    if (this.client.refreshesSemanticTokens) this.semanticTokens.soon();
    if (this.client.showsReports) this.reports.soon();
  }

  private usesChanged(): void {
    if (this.client.refreshesCodeLenses) this.codeLenses.afterPause();
  }

  private edited(uri: string): void {
    const plans = new Set(this.affected(this.documents.inside(uri)));
    if (this.documents.plan(uri)) plans.add(uri);
    this.changed([...plans], uri);
  }

  private closed(document: TextDocument): void {
    const { uri } = document;
    this.plans.close(uri);
    this.tokens.forget(uri);
    if (isPlan(document)) {
      this.diagnostics.closed(uri);
      this.workspaceDiagnostics.wasClosed(uri);
    }
    this.changed(this.affected(this.documents.inside(uri)));
  }
}

/** Only the texts are asked for: everything else that the server does is for plans. */
function linkedDocuments(schemes: readonly string[]): BulkRegistration {
  const documentSelector = schemes.flatMap((scheme) => LINKED_LANGUAGES.map((language) => ({ scheme, language })));
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

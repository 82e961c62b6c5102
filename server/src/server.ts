import {
  type CheckedPlan,
  codeActions,
  complete,
  define,
  folds,
  highlights,
  hover,
  inlayHints,
  links,
  prepareRename,
  type Refusal,
  references,
  rename,
  selections,
  symbols,
} from "@aiplan/core";
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Client } from "./client.ts";
import { offsetAt, spanOf } from "./from-lsp.ts";
import type { Host } from "./host.ts";
import type { Snapshot } from "./plans.ts";
import { Session } from "./session.ts";
import type { ActionData } from "./to-lsp.ts";

/** After these the next thing to write is known: a value, an item, a key of `{…}`, an id after `metric: `. */
// Not the hyphen: it stands inside ids, and a list of suggestions that opens there would take the Tab of a snippet.
const TRIGGERS = [":", " ", "{", ",", "["];

type About = { readonly textDocument: { readonly uri: string } };

/** Serves a client until it goes. The connection must not listen yet. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  let current: Session | undefined;
  let isOver = false;

  const session = (): Session => {
    if (isOver) throw new ResponseError(ErrorCodes.InvalidRequest, "The client has said shutdown.");
    if (!current) throw new ResponseError(ErrorCodes.ServerNotInitialized, "The client has not said initialize.");
    return current;
  };
  /** Answers a request, or says in the log and to the client why it can't be answered. */
  const guarded =
    <Params, Result>(work: (params: Params, token: CancellationToken) => Promise<Result>) =>
    async (params: Params, token: CancellationToken): Promise<Result> => {
      try {
        return await work(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`A request failed: ${error instanceof Error ? error.stack : error}`);
        throw new ResponseError(ErrorCodes.InternalError, "AI Plan could not answer. Its log says why.");
      }
    };
  /** The same for a request about a document: `none` where that is no plan that is open. */
  const onPlan = <Params extends About, Result>(none: Result, work: (plan: Snapshot, params: Params) => Result) =>
    guarded<Params, Result>(async (params, token) => {
      const plan = await session().plans.at(params.textDocument.uri, token);
      if (token.isCancellationRequested) throw cancelled();
      return plan ? work(plan, params) : none;
    });
  /** The same for one that is about every plan that is open. The snapshot knows the lines of them all. */
  const onPlans = <Params extends About, Result>(
    none: Result,
    work: (plan: Snapshot, params: Params, others: readonly CheckedPlan[]) => Result,
  ) =>
    guarded<Params, Result>(async (params, token) => {
      const { plans } = session();
      if (!plans.isOpen(params.textDocument.uri)) return none;
      const together = await plans.together(params.textDocument.uri, token);
      if (token.isCancellationRequested) throw cancelled();
      if (!together) throw new ResponseError(LSPErrorCodes.ContentModified, "A plan has changed meanwhile.");
      const [plan, ...others] = together;
      return work(
        plan.beside(others),
        params,
        others.map((other) => other.plan),
      );
    });
  const pull = async (
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const report = await session().diagnostics.pull(params, token);
    if (!report) throw cancelled();
    return report;
  };
  const resolve = async (action: CodeAction, token: CancellationToken): Promise<CodeAction> => {
    const { lsp, plans } = session();
    const data = action.data as ActionData | undefined;
    const plan = data && (await plans.at(data.uri, token));
    if (token.isCancellationRequested) throw cancelled();
    if (!plan || action.edit) return action;
    const span = { start: data.start, end: data.start };
    const chosen = codeActions(plan.plan, plan.findings, span).find(
      ({ title, finding }) => title === data.title && finding.rule === data.rule && finding.place.start === data.start,
    );
    if (plan.version !== data.version || !chosen)
      throw new ResponseError(LSPErrorCodes.ContentModified, "The plan has changed since this was offered.");
    return { ...action, ...lsp.withEdit(plan, chosen) };
  };

  connection.onInitialize((params) => {
    if (current) throw new ResponseError(ErrorCodes.InvalidRequest, "The client has said initialize before.");
    current = new Session(connection, documents, host, params);
    return { capabilities: capabilitiesFor(current.client), serverInfo: { name: "AI Plan" } };
  });
  connection.onShutdown(() => {
    isOver = true;
  });
  // What is notified before `initialize` is for nobody.
  connection.onInitialized(() => current?.start());
  connection.onDidChangeConfiguration(({ settings }) => current?.settingsChanged(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => current?.filesChanged(changes.map(({ uri }) => uri)));
  connection.languages.diagnostics.on(guarded(pull));
  connection.onCodeAction(
    onPlan(null, (plan, { range, context: { only, diagnostics } }) =>
      wantsQuickFixes(only)
        ? codeActions(plan.plan, plan.findings, spanOf(plan, range))
            .filter(({ createsFile }) => !createsFile || session().client.createsFiles)
            .map((action) => session().lsp.codeAction(plan, action, diagnostics))
        : null,
    ),
  );
  connection.onCodeActionResolve(guarded(resolve));
  connection.onHover(
    onPlan(null, (plan, { position }) => {
      const answer = hover(plan.plan, plan.findings, offsetAt(plan, position));
      return answer ? session().lsp.hover(plan, answer) : null;
    }),
  );
  connection.onCompletion(
    onPlan(null, (plan, { position }) =>
      session().lsp.completion(
        plan,
        complete(plan.plan, offsetAt(plan, position), { snippets: session().client.completionSnippets }),
      ),
    ),
  );
  connection.onDocumentSymbol(onPlan(null, (plan) => session().lsp.symbols(plan, symbols(plan.plan.file))));
  connection.onFoldingRanges(onPlan(null, (plan) => session().lsp.folds(plan, folds(plan.plan.file))));
  connection.onSelectionRanges(
    onPlan(null, (plan, { positions }) =>
      positions.map((position) => session().lsp.selection(plan, selections(plan.plan.file, offsetAt(plan, position)))),
    ),
  );
  connection.onDocumentLinks(onPlan(null, (plan) => session().lsp.links(plan, links(plan.plan))));
  connection.onDefinition(
    onPlan(null, (plan, { position }) => {
      const answer = define(plan.plan, offsetAt(plan, position));
      return answer ? session().lsp.definition(plan, answer) : null;
    }),
  );
  connection.languages.inlayHint.on(
    onPlan(null, (plan, { range }) => session().lsp.inlayHints(plan, inlayHints(plan.plan, spanOf(plan, range)))),
  );
  connection.onReferences(
    onPlans(null, (plan, { position, context }, others) => {
      const options = { definitions: context.includeDeclaration, others };
      const found = references(plan.plan, offsetAt(plan, position), options);
      return found ? session().lsp.locations(plan, found) : null;
    }),
  );
  connection.onDocumentHighlight(
    onPlan(null, (plan, { position }) => {
      const found = highlights(plan.plan, offsetAt(plan, position));
      return found ? session().lsp.highlights(plan, found) : null;
    }),
  );
  connection.onPrepareRename(
    onPlans(null, (plan, { position }, others) => {
      const answer = prepareRename(plan.plan, offsetAt(plan, position), others);
      return answer ? session().lsp.renameable(plan, granted(answer)) : null;
    }),
  );
  connection.onRenameRequest(
    onPlans(null, (plan, { position, newName }, others) => {
      const answer = rename(plan.plan, offsetAt(plan, position), newName, others);
      return answer ? session().lsp.edit(plan, granted(answer).edits) : null;
    }),
  );
  documents.listen(connection);
  connection.listen();
}

function capabilitiesFor(client: Client): InitializeResult["capabilities"] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS },
    documentSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    ...(client.codeActions
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix],
            resolveProvider: client.resolvesEdits,
          },
        }
      : {}),
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: "aiplan", interFileDependencies: true, workspaceDiagnostics: false } }
      : {}),
  };
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}

/** What is no refusal. A refusal becomes an error, whose message clients show to the author. */
function granted<Answer extends object>(answer: Answer | Refusal): Answer {
  if ("refused" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}

/** Kinds nest: a client that wants nothing but `quickfix.x` does not want ours. */
function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return !only || only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix);
}

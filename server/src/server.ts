import {
  type CallKey,
  type CheckedPlan,
  type CodeLens,
  callsFrom,
  callsTo,
  codeActions,
  complete,
  define,
  documentAt,
  folds,
  format,
  formatTyped,
  highlights,
  hover,
  inlayHints,
  links,
  prepareCalls,
  prepareRename,
  type Refusal,
  references,
  rename,
  selections,
  semanticTokens,
  standingLens,
  symbols,
  usesLenses,
} from "@aiplan/core";
import {
  type CallHierarchyItem,
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  type CodeLensParams,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type InitializeParams,
  LSPErrorCodes,
  type RenameFilesParams,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities.ts";
import { coreUri } from "./core-uri.ts";
import { offsetAt, spanOf } from "./from-lsp.ts";
import type { Host } from "./host.ts";
import type { Snapshot } from "./plans.ts";
import { Positions } from "./positions.ts";
import { cancelled, Requests } from "./requests.ts";
import { Session } from "./session.ts";
import { type CallData, toCallItem, toIncoming, toOutgoing } from "./to-lsp/call-hierarchy.ts";
import { type ActionData, isSameAction, toCodeAction, withEdit } from "./to-lsp/code-actions.ts";
import { toCodeLenses } from "./to-lsp/code-lenses.ts";
import { toCompletion, withDocs } from "./to-lsp/completion.ts";
import { toHover } from "./to-lsp/hover.ts";
import { toInlayHints } from "./to-lsp/inlay-hints.ts";
import { toDefinition, toHighlights, toLinks, toRenameable } from "./to-lsp/navigation.ts";
import { toSemanticTokens } from "./to-lsp/semantic-tokens.ts";
import { toFolds, toSelection } from "./to-lsp/structure.ts";
import { toSymbols } from "./to-lsp/symbols.ts";
import type { ToLsp } from "./to-lsp/to-lsp.ts";
import { toEdits, toWorkspaceEdit } from "./to-lsp/workspace-edit.ts";

/**
 * Serves a client until it goes. The connection must not listen yet.
 *
 * @param host the machine that this runs on; without one the client is all there is
 */
export function serve(connection: Connection, host?: Host): void {
  const positions = new Positions();
  const documents = new TextDocuments(positions);
  const requests = new Requests(connection);
  serveLife(connection, requests, (params) => new Session(connection, documents, positions, host, params));
  serveDiagnostics(connection, requests);
  serveWriting(connection, requests);
  serveFormatting(connection, requests);
  serveFiles(connection, requests);
  serveReading(connection, requests);
  serveNavigation(connection, requests);
  serveCalls(connection, requests);
  documents.listen(connection);
  connection.listen();
}

/** From the first message to the last, and what happens to the world in between. */
function serveLife(connection: Connection, requests: Requests, begin: (params: InitializeParams) => Session): void {
  connection.onInitialize((params) => {
    const { client } = requests.begin(() => begin(params));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "AI Plan" } };
  });
  connection.onShutdown(() => requests.end());
  connection.onInitialized(() => requests.begun?.start());
  connection.onDidChangeConfiguration(({ settings }) => requests.begun?.settingsChanged(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => requests.begun?.filesChanged(changes));
}

function serveDiagnostics(connection: Connection, requests: Requests): void {
  connection.languages.diagnostics.on(
    requests.guarded(async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const report = await requests.session.diagnostics.pull(params, token);
      if (!report) throw cancelled();
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
    requests.guarded(async () => {
      const send = progress && ((items: WorkspaceDocumentDiagnosticReport[]) => progress.report({ items }));
      const report = await requests.session.workspaceDiagnostics.pull(params, token, send);
      if (!report) throw cancelled();
      return report;
    })(params, token),
  );
}

/** What helps to write: completion, fixes, rename. */
function serveWriting(connection: Connection, requests: Requests): void {
  connection.onCompletion(
    requests.onPlan(null, async (plan, { position }, { lsp, client, plans, completionDocs }) => {
      const files = plans.filesAround(plan);
      const options = { snippets: client.completionSnippets, files };
      const items = await files.answer(() => complete(plan.plan, offsetAt(plan, position), options));
      return toCompletion(lsp, plan, items, completionDocs);
    }),
  );
  connection.onCompletionResolve(
    requests.guarded(async (item: CompletionItem) => {
      const { lsp, completionDocs } = requests.session;
      return withDocs(lsp, item, completionDocs);
    }),
  );
  connection.onCodeAction(
    requests.onPlan(null, (plan, { range, context }, { lsp, client }) => {
      const span = spanOf(plan, range);
      const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
      const actions = codeActions(plan.plan, plan.findings, span, { only: context.only, automatic, load: plan.load })
        .filter(({ createsFile }) => !createsFile || client.createsFiles)
        .map((action) => toCodeAction(lsp, plan, action, span, context.diagnostics));
      return Promise.all(actions);
    }),
  );
  connection.onCodeActionResolve(
    requests.guarded((action: CodeAction, token) => resolveCodeAction(requests.session, action, token)),
  );
  connection.onPrepareRename(
    requests.onPlans(null, (plan, { position }, others, { lsp }) => {
      const answer = prepareRename(plan.plan, offsetAt(plan, position), others);
      return answer ? toRenameable(lsp, plan, granted(answer)) : null;
    }),
  );
  connection.onRenameRequest(
    requests.onPlans(
      null,
      (plan, { position, newName }, others, { lsp }) => {
        const answer = rename(plan.plan, offsetAt(plan, position), newName, others);
        return answer ? toWorkspaceEdit(lsp, plan, granted(answer).edits) : null;
      },
      "closed too",
    ),
  );
}

/** What tidies the text. Nothing of it changes what a plan says. */
function serveFormatting(connection: Connection, requests: Requests): void {
  connection.onDocumentFormatting(
    requests.onPlan(null, (plan, { options }) => toEdits(plan, format(plan.plan.file, options))),
  );
  connection.onDocumentRangeFormatting(
    requests.onPlan(null, (plan, { range, options }) =>
      toEdits(plan, format(plan.plan.file, options, spanOf(plan, range))),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    requests.onPlan(null, (plan, { position, options }) =>
      toEdits(plan, formatTyped(plan.plan.file, options, offsetAt(plan, position))),
    ),
  );
}

/** What other files have to say before some of them are renamed or moved. */
function serveFiles(connection: Connection, requests: Requests): void {
  connection.workspace.onWillRenameFiles(
    requests.guarded(async ({ files }: RenameFilesParams, token) => {
      const { everyPlan, lsp } = requests.session;
      // Some clients end folders with a slash.
      const uriOf = (uri: string) => coreUri(uri).replace(/\/$/, "");
      const moves = files.map(({ oldUri, newUri }) => ({ from: uriOf(oldUri), to: uriOf(newUri) }));
      const answer = await everyPlan.renameFiles(moves, token);
      if (token.isCancellationRequested) throw cancelled();
      return answer && answer.edits.length > 0 ? toWorkspaceEdit(lsp, answer.snapshot, answer.edits) : null;
    }),
  );
}

/** What helps to read: hover, hints, colours, and the shape of the text. */
function serveReading(connection: Connection, requests: Requests): void {
  connection.onHover(
    requests.onPlan(null, async (plan, { position }, { lsp, plans }, token) => {
      const offset = offsetAt(plan, position);
      // Only what is lent may be used by others.
      const others = plan.plan.file.kind === "catalog" ? await plans.together(plan.uri, token) : undefined;
      const answer = hover(plan.plan, plan.findings, offset, {
        others: others?.slice(1).map((other) => other.plan) ?? [],
        pageOf: (rule) => lsp.pageOf(rule),
        document: await plans.linkedText(plan, documentAt(plan.plan, offset)),
      });
      return answer ? toHover(lsp, plan, answer) : null;
    }),
  );
  connection.languages.inlayHint.on(
    requests.onPlan(null, (plan, { range }, { lsp }) =>
      toInlayHints(lsp, plan, inlayHints(plan.plan, spanOf(plan, range))),
    ),
  );
  const { semanticTokens: tokens } = connection.languages;
  tokens.on(requests.onPlan(null, (plan, _, session) => session.tokens.whole(plan)));
  tokens.onDelta(
    requests.onPlan(null, (plan, { previousResultId }, session) => session.tokens.since(previousResultId, plan)),
  );
  tokens.onRange(
    requests.onPlan(null, (plan, { range }, { client }) => ({
      data: toSemanticTokens(client, plan, semanticTokens(plan.plan, spanOf(plan, range))),
    })),
  );
  serveCodeLenses(connection, requests);
  connection.onFoldingRanges(requests.onPlan(null, (plan, _, { lsp }) => toFolds(lsp, plan, folds(plan.plan.file))));
  connection.onSelectionRanges(
    requests.onPlan(null, (plan, { positions }, { lsp }) =>
      positions.map((position) => toSelection(lsp, plan, selections(plan.plan.file, offsetAt(plan, position)))),
    ),
  );
}

function serveCodeLenses(connection: Connection, requests: Requests): void {
  const ofPlan = requests.onPlan(null, (plan, _: CodeLensParams, { lsp }) =>
    toCodeLenses(lsp, plan, [...standingOf(plan), ...usesLenses(plan.plan, [])]),
  );
  // What a plan defines is used in itself alone; what a catalog defines, in plans that may not be open.
  const ofCatalog = requests.onPlans(
    null,
    (plan, _: CodeLensParams, others, { lsp }) => toCodeLenses(lsp, plan, usesLenses(plan.plan, others)),
    "closed too",
  );
  const readiness = requests.onPlan(null, (plan, _: CodeLensParams, { lsp }) =>
    toCodeLenses(lsp, plan, standingOf(plan)),
  );
  connection.onCodeLens(
    requests.guarded(async (params, token) => {
      const { session } = requests;
      const { uri } = params.textDocument;
      const setting = await session.codeLensSetting(uri);
      if (setting === "off") return null;
      if (setting === "readiness") return readiness(params, token);
      const file = (await session.plans.at(uri, token))?.plan.file;
      return file?.kind === "catalog" ? ofCatalog(params, token) : ofPlan(params, token);
    }),
  );
}

function standingOf({ plan, findings }: Snapshot): CodeLens[] {
  const lens = standingLens(plan, findings);
  return lens ? [lens] : [];
}

/** What leads from one place to another. */
function serveNavigation(connection: Connection, requests: Requests): void {
  connection.onDocumentSymbol(
    requests.onPlan(null, (plan, _, { lsp }) => toSymbols(lsp, plan, symbols(plan.plan.file))),
  );
  connection.onWorkspaceSymbol(
    requests.guarded(async ({ query }: WorkspaceSymbolParams, token) => {
      const found = await requests.session.everyPlan.symbols(query, token);
      if (token.isCancellationRequested) throw cancelled();
      return found;
    }),
  );
  connection.onDocumentLinks(requests.onPlan(null, (plan, _, { lsp }) => toLinks(lsp, plan, links(plan.plan))));
  connection.onDefinition(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const answer = define(plan.plan, offsetAt(plan, position));
      return answer ? toDefinition(lsp, plan, answer) : null;
    }),
  );
  connection.onReferences(
    requests.onPlans(
      null,
      (plan, { position, context }, others, { lsp }) => {
        const options = { definitions: context.includeDeclaration, others };
        const found = references(plan.plan, offsetAt(plan, position), options);
        return found ? lsp.locations(plan, found) : null;
      },
      "closed too",
    ),
  );
  connection.onDocumentHighlight(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const found = highlights(plan.plan, offsetAt(plan, position));
      return found ? toHighlights(lsp, plan, found) : null;
    }),
  );
}

/** Who is called for what. */
function serveCalls(connection: Connection, requests: Requests): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const item = prepareCalls(plan.plan, offsetAt(plan, position));
      return item ? [toCallItem(lsp, plan, item)] : null;
    }),
  );
  /** For the plan in which the item was asked for: it may stand in a catalog, or in another plan. */
  const onItem = <Result>(
    work: (plan: Snapshot, key: CallKey, others: readonly CheckedPlan[], lsp: ToLsp) => Result,
  ) => {
    const answer = requests.onPlans(
      null,
      (plan, { key }: { textDocument: TextDocumentIdentifier; key: CallKey }, others, { lsp }): Result | null =>
        work(plan, key, others, lsp),
      "closed too",
    );
    return ({ item }: { item: CallHierarchyItem }, token: CancellationToken) => {
      const data = item.data as CallData | undefined;
      return data ? answer({ textDocument: { uri: data.plan }, key: data }, token) : null;
    };
  };
  callHierarchy.onOutgoingCalls(
    onItem((plan, key, others, lsp) => toOutgoing(lsp, plan, callsFrom(plan.plan, key, others))),
  );
  callHierarchy.onIncomingCalls(
    onItem((plan, key, others, lsp) => toIncoming(lsp, plan, callsTo(plan.plan, key, others))),
  );
}

/** Gives a code action its edits, if the plan is still what it was made for. */
async function resolveCodeAction(
  { lsp, plans }: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = action.data as ActionData | undefined;
  const plan = data && (await plans.at(data.uri, token));
  if (token.isCancellationRequested) throw cancelled();
  if (!plan || action.edit) return action;
  const options = { only: [data.kind], load: plan.load };
  const chosen = codeActions(plan.plan, plan.findings, data.span, options).find((one) => isSameAction(one, data));
  if (plan.version !== data.version || !chosen)
    throw new ResponseError(LSPErrorCodes.ContentModified, "The plan has changed since this was offered.");
  return { ...action, ...(await withEdit(lsp, plan, chosen)) };
}

/** What is no refusal. A refusal becomes an error, whose message clients show to the author. */
function granted<Answer extends object>(answer: Answer | Refusal): Answer {
  if ("refused" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}

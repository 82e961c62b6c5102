import {
  type CompletionItemKind,
  type DiagnosticTag,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
  type SemanticTokensClientCapabilities,
  SymbolKind,
} from "vscode-languageserver";
import { type Encoding, encodingFrom } from "./positions.ts";

/** What the client at the other end can do; nothing is taken for granted that it has not announced. */
export interface Client {
  /** How it counts the columns of a line, as is agreed on with it. */
  readonly positionEncoding: Encoding;
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** It can be told to ask for inlay hints again. */
  readonly refreshesInlayHints: boolean;
  /** It can be told to ask for semantic tokens again. */
  readonly refreshesSemanticTokens: boolean;
  /** Which requests for semantic tokens it makes; none where it can't read the one form that there is. */
  readonly semanticTokens: { readonly full: boolean; readonly delta: boolean; readonly range: boolean };
  readonly tokenTypes: ReadonlySet<string>;
  readonly tokenModifiers: ReadonlySet<string>;
  readonly callHierarchy: boolean;
  readonly codeLens: boolean;
  /** It can be told to ask for code lenses again. */
  readonly refreshesCodeLenses: boolean;
  /** The commands that it says it can run; others are only shown by their titles. */
  readonly commands: ReadonlySet<unknown>;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly codeDescription: boolean;
  readonly tags: ReadonlySet<DiagnosticTag>;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly completionSnippets: boolean;
  /** The documentation of an item may be left out, and is asked for when the item is looked at. */
  readonly resolvesDocumentation: boolean;
  /** It shows a few words beside the label of each item, not only of the one that is looked at. */
  readonly labelDetails: boolean;
  /** What all items of a list have in common may be said once. */
  readonly defaultRange: boolean;
  /** The kinds of items that it says it knows; every client knows the first eighteen. */
  readonly completionKinds: ReadonlySet<CompletionItemKind>;
  readonly insertAsIs: boolean;
  /** Code actions come as objects; a client of the oldest kind knows only commands, of which there are none. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  /** Edits may be left out of code actions and are asked for when one is chosen. */
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  readonly hierarchicalSymbols: boolean;
  /** The kinds of symbols that it knows, in an outline and in a list of the whole workspace. */
  readonly symbolKinds: ReadonlySet<SymbolKind>;
  readonly workspaceSymbolKinds: ReadonlySet<SymbolKind>;
  readonly definitionLinks: boolean;
  /** It asks what a name could be changed from before it asks for the change. */
  readonly preparesRename: boolean;
  readonly linkTooltips: boolean;
  /** How many folds it takes at most; undefined where it sets no limit. */
  readonly foldingLimit: number | undefined;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** It can be asked for the texts of other documents than plans. */
  readonly registersDocuments: boolean;
  readonly workspaceFolders: boolean;
  /** It asks what else is to be changed before it renames or moves files and folders. */
  readonly asksBeforeRenamingFiles: boolean;
  /**
   * Where the client wants the ids of rules to lead: the URI of a folder with their pages, or a URI in which `{rule}` stands
   * for the id. Without it they lead to the pages that came with the server.
   */
  readonly docs: string | undefined;
  /** It shows reports, and wants to be told when they may have changed; see report-requests.ts. */
  readonly showsReports: boolean;
  /** It reads files for the server; see file-requests.ts. */
  readonly readsFiles: boolean;
}

/** Some clients write `null` for what they do not have, so nothing here tells it from what is left out. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const textDocument = capabilities.textDocument ?? {};
  const workspace = capabilities.workspace ?? {};
  const { codeAction, completion, hover, diagnostic } = textDocument;
  const tokens = textDocument.semanticTokens;
  // Clients that pull may say here, instead of under publishDiagnostics, what they can show.
  const shown = { ...textDocument.publishDiagnostics, ...givenOf(diagnostic) };
  const docs: unknown = initializationOptions?.docs;
  const commands: unknown = initializationOptions?.commands;
  const documentChanges = workspace.workspaceEdit?.documentChanges === true;
  return {
    positionEncoding: encodingFrom(capabilities.general?.positionEncodings ?? []),
    pullsDiagnostics: Boolean(diagnostic),
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace.semanticTokens?.refreshSupport === true,
    semanticTokens: tokenRequestsOf(tokens),
    tokenTypes: new Set(tokens?.tokenTypes ?? []),
    tokenModifiers: new Set(tokens?.tokenModifiers ?? []),
    codeLens: Boolean(textDocument.codeLens),
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    commands: new Set(Array.isArray(commands) ? commands : []),
    callHierarchy: Boolean(textDocument.callHierarchy),
    relatedInformation: shown.relatedInformation === true,
    diagnosticData: shown.dataSupport === true,
    codeDescription: shown.codeDescriptionSupport === true,
    tags: new Set(shown.tagSupport?.valueSet ?? []),
    markdownHover: prefersMarkdown(hover?.contentFormat),
    markdownCompletion: prefersMarkdown(completion?.completionItem?.documentationFormat),
    resolvesDocumentation: completion?.completionItem?.resolveSupport?.properties?.includes("documentation") === true,
    labelDetails: completion?.completionItem?.labelDetailsSupport === true,
    defaultRange: completion?.completionList?.itemDefaults?.includes("editRange") === true,
    completionKinds: new Set(completion?.completionItemKind?.valueSet ?? []),
    completionSnippets: completion?.completionItem?.snippetSupport === true,
    insertAsIs: completion?.completionItem?.insertTextModeSupport?.valueSet?.includes(InsertTextMode.asIs) === true,
    codeActions: Boolean(codeAction?.codeActionLiteralSupport),
    preferredActions: codeAction?.isPreferredSupport === true,
    resolvesEdits: codeAction?.resolveSupport?.properties?.includes("edit") === true && codeAction.dataSupport === true,
    documentChanges,
    createsFiles: documentChanges && workspace.workspaceEdit?.resourceOperations?.includes("create") === true,
    snippetEdits: documentChanges && workspace.workspaceEdit?.snippetEditSupport === true,
    symbolKinds: kindsOf(textDocument.documentSymbol?.symbolKind?.valueSet),
    workspaceSymbolKinds: kindsOf(workspace.symbol?.symbolKind?.valueSet),
    hierarchicalSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    foldingLimit: textDocument.foldingRange?.rangeLimit ?? undefined,
    linkTooltips: textDocument.documentLink?.tooltipSupport === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    configuration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    registersDocuments: textDocument.synchronization?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    asksBeforeRenamingFiles: workspace.fileOperations?.willRename === true,
    showsReports: initializationOptions?.reports === true,
    readsFiles: initializationOptions?.files === true,
    docs: typeof docs === "string" && docs !== "" ? docs : undefined,
  };
}

function tokenRequestsOf(tokens: SemanticTokensClientCapabilities | null | undefined): Client["semanticTokens"] {
  const { full, range } = tokens?.formats?.includes("relative") ? givenOf(tokens.requests) : {};
  const delta = typeof full === "object" && full?.delta === true;
  return { full: Boolean(full), delta, range: Boolean(range) };
}

/** Clients name the forms that they show in the order in which they like them. */
function prefersMarkdown(formats: readonly MarkupKind[] | null | undefined): boolean {
  const known: readonly MarkupKind[] = [MarkupKind.Markdown, MarkupKind.PlainText];
  return formats?.find((format) => known.includes(format)) === MarkupKind.Markdown;
}

/** A client that names none knows those that the protocol had in the beginning. */
function kindsOf(named: readonly SymbolKind[] | null | undefined): ReadonlySet<SymbolKind> {
  const first = Array.from({ length: SymbolKind.Array }, (_, index) => (index + 1) as SymbolKind);
  return new Set(named ?? first);
}

function givenOf<Value extends object>(value: Value | null | undefined): Partial<Value> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one != null)) as Partial<Value>;
}

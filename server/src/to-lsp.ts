import {
  type CompletionKind,
  type DefinitionAnswer,
  type Finding,
  type Fold,
  type Highlight,
  type Place,
  type CodeAction as PlanAction,
  type CompletionItem as PlanCompletion,
  type TextEdit as PlanEdit,
  type Hover as PlanHover,
  type InlayHint as PlanInlayHint,
  type PlanLink,
  type PlanSymbol,
  plainText,
  type Renameable,
  type Severity,
  type selections,
} from "@aiplan/core";
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Definition,
  type DefinitionLink,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type MarkupContent,
  MarkupKind,
  type Range,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { OpenDocuments } from "./documents.ts";
import type { Snapshot } from "./plans.ts";
import { SnippetWriter } from "./snippet.ts";
import { workspaceEdit } from "./workspace-edit.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const SYMBOL_KINDS: Readonly<Record<PlanSymbol["kind"], SymbolKind>> = {
  section: SymbolKind.Namespace,
  role: SymbolKind.Interface,
  metric: SymbolKind.Number,
  "data-source": SymbolKind.Struct,
  system: SymbolKind.Package,
  "fallback-mode": SymbolKind.Method,
  "escalation-path": SymbolKind.Array,
  milestone: SymbolKind.Constant,
  trigger: SymbolKind.Event,
  review: SymbolKind.Function,
  join: SymbolKind.Operator,
  decision: SymbolKind.Boolean,
  "rollout-step": SymbolKind.EnumMember,
  rule: SymbolKind.Key,
  item: SymbolKind.Object,
  key: SymbolKind.Property,
};

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
  date: CompletionItemKind.Constant,
  link: CompletionItemKind.File,
  rule: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
};

const FOLDING_KINDS: Readonly<Record<Exclude<Fold["kind"], "part">, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
};

/** What a code action is found by again when the client asks for its edits. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly start: number;
  readonly title: string;
}

/** Turns what the core says into what the client understands. Nothing else in the server knows how that looks. */
export class ToLsp {
  constructor(
    private readonly client: Client,
    private readonly documents: OpenDocuments,
    /** The folder of the docs that came with the server, if any did. */
    private readonly docs: string | undefined,
  ) {}

  /** The findings about the plan itself; those about a catalog are shown where that is open. */
  diagnostics(snapshot: Snapshot): Diagnostic[] {
    const { uri } = snapshot.plan.file;
    return snapshot.findings
      .filter(({ place }) => place.uri === uri)
      .map((finding) => this.diagnostic(snapshot, finding));
  }

  codeAction(snapshot: Snapshot, action: PlanAction, known: readonly Diagnostic[]): CodeAction {
    const { title, finding } = action;
    const own = this.diagnostic(snapshot, finding);
    const { uri, version } = snapshot;
    const data: ActionData = { uri, version, rule: finding.rule, start: finding.place.start, title };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [known.find((one) => isSame(one, own)) ?? own],
      ...(action.preferred && this.client.preferredActions ? { isPreferred: true } : {}),
      ...(this.client.resolvesEdits ? { data } : this.withEdit(snapshot, action)),
    };
  }

  withEdit(snapshot: Snapshot, action: PlanAction): Pick<CodeAction, "edit"> {
    return { edit: this.edit(snapshot, action.edits()) };
  }

  hover(snapshot: Snapshot, { place, markdown, plain }: PlanHover): Hover {
    const contents: MarkupContent = this.client.markdownHover
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plain };
    return { contents, range: this.range(snapshot, place) };
  }

  completion(snapshot: Snapshot, items: readonly PlanCompletion[]): CompletionItem[] {
    const written = items.map((item) => this.completionItem(snapshot, item));
    return this.client.completionSnippets ? written : written.flatMap(inOneLine);
  }

  private completionItem(snapshot: Snapshot, item: PlanCompletion): CompletionItem & { textEdit: TextEdit } {
    const { label, kind, detail, documentation, insert, filterText, sortText } = item;
    const { uri } = snapshot.plan.file;
    const isSnippet = this.client.completionSnippets && insert.stops !== undefined && insert.stops.length > 0;
    const newText = isSnippet ? new SnippetWriter().write(insert.newText, insert.stops, true) : insert.newText;
    return {
      label,
      kind: COMPLETION_KINDS[kind],
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: this.documentation(documentation) }),
      textEdit: { range: this.range(snapshot, { uri, start: insert.start, end: insert.end }), newText },
      ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      // The lines of the text are indented as they are to stand; editors would indent them once more.
      ...(this.client.insertAsIs && newText.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
      ...(filterText === undefined ? {} : { filterText }),
      ...(sortText === undefined ? {} : { sortText }),
    };
  }

  private documentation(markdown: string): MarkupContent {
    return this.client.markdownCompletion
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) };
  }

  /** An outline, nested where the client can show that. */
  symbols(snapshot: Snapshot, found: readonly PlanSymbol[]): DocumentSymbol[] | SymbolInformation[] {
    if (this.client.hierarchicalSymbols) return found.map((symbol) => this.documentSymbol(snapshot, symbol));
    return found.flatMap((symbol) => this.symbolInformation(snapshot, symbol));
  }

  definition(snapshot: Snapshot, { origin, targets }: DefinitionAnswer): Definition | DefinitionLink[] {
    if (!this.client.definitionLinks) return targets.map(({ name }) => this.location(snapshot, name));
    const originSelectionRange = this.range(snapshot, origin);
    return targets.map(({ whole, name }) => ({
      originSelectionRange,
      targetUri: this.uri(whole.uri),
      targetRange: this.range(snapshot, whole),
      targetSelectionRange: this.range(snapshot, name),
    }));
  }

  inlayHints(snapshot: Snapshot, hints: readonly PlanInlayHint[]): InlayHint[] {
    const { uri } = snapshot.plan.file;
    return hints.map(({ offset, text, tooltip }) => ({
      position: this.range(snapshot, { uri, start: offset, end: offset }).start,
      label: text,
      tooltip,
      paddingLeft: true,
    }));
  }

  links(snapshot: Snapshot, found: readonly PlanLink[]): DocumentLink[] {
    return found.map(({ place, target, tooltip }) => ({
      range: this.range(snapshot, place),
      target: this.uri(target),
      ...(this.client.linkTooltips ? { tooltip } : {}),
    }));
  }

  folds(snapshot: Snapshot, found: readonly Fold[]): FoldingRange[] {
    const { uri } = snapshot.plan.file;
    return found.map(({ kind, start, end }) => {
      const range = this.range(snapshot, { uri, start, end });
      // Whole lines are folded: every client can, and what starts a part stays whole.
      const lines = { startLine: range.start.line, endLine: range.end.line };
      return kind === "part" ? lines : { ...lines, kind: FOLDING_KINDS[kind] };
    });
  }

  /** @param spans from the innermost outwards; at least one */
  selection(snapshot: Snapshot, spans: ReturnType<typeof selections>): SelectionRange {
    const { uri } = snapshot.plan.file;
    const ranges = spans.map(({ start, end }) => this.range(snapshot, { uri, start, end }));
    return ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    )!;
  }

  /** @param snapshot knows the lines of every file that the places are in */
  locations(snapshot: Snapshot, places: readonly Place[]): Location[] {
    return places.map((place) => this.location(snapshot, place));
  }

  highlights(snapshot: Snapshot, found: readonly Highlight[]): DocumentHighlight[] {
    return found.map(({ place, defines }) => ({
      range: this.range(snapshot, place),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }

  renameable(snapshot: Snapshot, { place, name }: Renameable): { range: Range; placeholder: string } {
    return { range: this.range(snapshot, place), placeholder: name };
  }

  /** @param snapshot knows the lines of every file that is edited */
  edit(snapshot: Snapshot, edits: readonly PlanEdit[]): WorkspaceEdit {
    return workspaceEdit(edits, snapshot, this.client, this.documents);
  }

  range(snapshot: Snapshot, { uri, start, end }: Place): Range {
    const lines = snapshot.lines(uri);
    const first = { line: 0, character: 0 };
    return lines ? { start: lines.positionAt(start), end: lines.positionAt(end) } : { start: first, end: first };
  }

  /** The client's URI for one of the core's. */
  private uri(inside: string): string {
    return this.documents.at(inside)?.uri ?? inside;
  }

  private location(snapshot: Snapshot, place: Place): Location {
    return { uri: this.uri(place.uri), range: this.range(snapshot, place) };
  }

  /** The page of a rule: where the client wants it to be, else among those that came with the server. */
  private pageOf(rule: string): string | undefined {
    const docs = this.client.docs ?? this.docs;
    return docs?.includes("{rule}")
      ? docs.replaceAll("{rule}", rule)
      : docs && `${docs.replace(/\/+$/, "")}/rules/${rule}.md`;
  }

  private diagnostic(snapshot: Snapshot, finding: Finding): Diagnostic {
    const { client } = this;
    const related = client.relatedInformation ? finding.related : [];
    const page = client.codeDescription ? this.pageOf(finding.rule) : undefined;
    const unnecessary = finding.unnecessary && client.tags.has(DiagnosticTag.Unnecessary);
    return {
      range: this.range(snapshot, finding.place),
      severity: SEVERITIES[finding.severity],
      code: finding.rule,
      source: "aiplan",
      message: finding.message,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
      ...(related.length === 0
        ? {}
        : {
            relatedInformation: related.map(({ place, message }) => ({
              location: this.location(snapshot, place),
              message,
            })),
          }),
      ...(client.diagnosticData && finding.fixes.length > 0
        ? { data: { fixes: finding.fixes.map(({ title }) => title) } }
        : {}),
    };
  }

  private documentSymbol(snapshot: Snapshot, symbol: PlanSymbol): DocumentSymbol {
    const { uri } = snapshot.plan.file;
    return {
      name: symbol.name,
      detail: symbol.detail,
      kind: SYMBOL_KINDS[symbol.kind],
      range: this.range(snapshot, { uri, start: symbol.start, end: symbol.end }),
      selectionRange: this.range(snapshot, { uri, start: symbol.nameStart, end: symbol.nameEnd }),
      children: symbol.children.map((child) => this.documentSymbol(snapshot, child)),
    };
  }

  private symbolInformation(snapshot: Snapshot, symbol: PlanSymbol, containerName?: string): SymbolInformation[] {
    const place = { uri: snapshot.plan.file.uri, start: symbol.start, end: symbol.end };
    const own: SymbolInformation = {
      name: symbol.name,
      kind: SYMBOL_KINDS[symbol.kind],
      location: this.location(snapshot, place),
      ...(containerName === undefined ? {} : { containerName }),
    };
    return [own, ...symbol.children.flatMap((child) => this.symbolInformation(snapshot, child, symbol.name))];
  }
}

/**
 * What is inserted, up to the first line break; nothing where it starts with one. Editors without snippets may put all
 * of it into one line, breaks and all: that of Neovim up to 0.9 leaves NUL characters in the plan.
 */
function inOneLine(item: CompletionItem & { textEdit: TextEdit }): CompletionItem[] {
  const [newText = ""] = item.textEdit.newText.split(/\r?\n/, 1);
  return newText === "" ? [] : [{ ...item, textEdit: { ...item.textEdit, newText } }];
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);
}

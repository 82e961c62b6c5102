import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Plans, Snapshot } from "./plans.ts";
import { LONGEST_WAIT, type Refresh } from "./refresh.ts";
import { toDiagnostics } from "./to-lsp/diagnostics.ts";
import type { ToLsp } from "./to-lsp/to-lsp.ts";

/** Brings findings to the client: when it asks, if it is one that asks, and otherwise unasked; never both. */
export class Diagnostics {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private lastTook = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly plans: Plans,
    private readonly lsp: ToLsp,
    private readonly refresh: Refresh,
  ) {}

  /** To be called with the plans that have to be checked again, and with the one that the client itself has changed. */
  changed(uris: readonly string[], edited?: string): void {
    if (!this.client.pullsDiagnostics) for (const uri of uris) this.check(uri);
    // A client that asks does so after its own edits.
    else if (this.client.refreshesDiagnostics && uris.some((uri) => uri !== edited)) this.refresh.soon();
  }

  closed(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    // A client that asks drops the findings of a closed document itself.
    if (!this.client.pullsDiagnostics) this.publish({ uri, diagnostics: [] });
  }

  /**
   * Answers a client that asks; undefined where it has cancelled that. A plan that changes meanwhile is answered for as it
   * then is: what was asked before costs nothing, and clients that do not know `ServerCancelled` have no error to show.
   */
  async pull(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | undefined> {
    let snapshot: Snapshot | undefined;
    while (!snapshot && this.plans.isOpen(uri) && !token.isCancellationRequested)
      snapshot = await this.plans.current(uri, token);
    if (token.isCancellationRequested) return undefined;
    if (!snapshot) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = snapshot.id;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toDiagnostics(this.lsp, snapshot) };
  }

  private check(uri: string): void {
    if (this.waiting.has(uri)) return;
    // As long as the last one took: what is typed meanwhile joins it.
    const wait = Math.min(this.lastTook, LONGEST_WAIT);
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        this.push(uri).catch((error) => this.connection.console.error(`Checking ${uri} failed: ${error?.stack}`));
      }, wait),
    );
  }

  private async push(uri: string): Promise<void> {
    const start = performance.now();
    const snapshot = await this.plans.current(uri);
    // Where the plan has changed meanwhile its next check is under way.
    if (!snapshot || this.waiting.has(uri)) return;
    this.publish({ uri, version: snapshot.version!, diagnostics: toDiagnostics(this.lsp, snapshot) });
    this.lastTook = performance.now() - start;
  }

  private publish(params: Parameters<Connection["sendDiagnostics"]>[0]): void {
    this.connection.sendDiagnostics(params).catch(() => {
      // The connection is gone, and the server goes with it.
    });
  }
}

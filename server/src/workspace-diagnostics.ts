import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { ClosedPlans } from "./closed-plans.ts";
import { coreUri } from "./core-uri.ts";
import type { OpenDocuments } from "./documents.ts";
import type { Plans, Snapshot } from "./plans.ts";
import { PAUSE, type Refresh } from "./refresh.ts";
import { toDiagnostics } from "./to-lsp/diagnostics.ts";
import type { ToLsp } from "./to-lsp/to-lsp.ts";

type Report = WorkspaceDocumentDiagnosticReport;

/**
 * Answers clients that ask for the findings of the whole workspace. Where there is nothing new the answer waits until
 * something has changed: clients that ask again and again would do so for nothing.
 */
export class WorkspaceDiagnostics {
  /** Those who wait for a change. */
  private readonly held = new Set<() => void>();
  /** The client's URIs, by the core's, of documents that were open and have not been reported on since. */
  private readonly closedSince = new Map<string, string>();
  private changes = 0;
  private isAsked = false;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly documents: OpenDocuments,
    private readonly plans: Plans,
    private readonly closed: ClosedPlans,
    private readonly lsp: ToLsp,
    private readonly refresh: Refresh,
  ) {}

  /** To be called when any plan may have other findings now. */
  changed(): void {
    if (!this.isAsked) return;
    this.changes++;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.goOn(), PAUSE);
  }

  /**
   * To be called when a plan is no longer open. Clients take what was found in the document for findings of the workspace
   * and name no result for it: where the plan is gone, or is not to be checked any more, only an empty report removes them.
   *
   * @param uri the client's
   */
  wasClosed(uri: string): void {
    if (this.isAsked) this.closedSince.set(coreUri(uri), uri);
    this.changed();
  }

  /**
   * @param send takes reports as soon as they are there, where the client wants that
   * @returns undefined where the client has cancelled its request
   */
  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    send: ((reports: Report[]) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport | undefined> {
    this.isAsked = true;
    const before = this.changes;
    const previous = new Map(previousResultIds.map(({ uri, value }) => [coreUri(uri), { uri, value }]));
    const closed = [...this.closedSince];
    for (const [inside, uri] of closed) if (!previous.has(inside)) previous.set(inside, { uri, value: "" });
    const reports: Report[] = [];
    for await (const report of this.reports(previous, token)) {
      reports.push(report);
      if (report.kind === DocumentDiagnosticReportKind.Full) send?.([report]);
    }
    if (!token.isCancellationRequested) for (const [inside] of closed) this.closedSince.delete(inside);
    this.plans.letGo();
    const unchanged = reports.filter(({ kind }) => kind === DocumentDiagnosticReportKind.Unchanged);
    if (unchanged.length === reports.length && before === this.changes && this.client.registersWatchers)
      await this.nextChange(token);
    if (token.isCancellationRequested) return undefined;
    if (!send) return { items: reports };
    if (unchanged.length > 0) send(unchanged);
    return { items: [] };
  }

  /** A report for each plan, those that are open first, and an empty one for each that is no more. */
  private async *reports(
    previous: Map<string, { readonly uri: string; readonly value: string }>,
    token: CancellationToken,
  ): AsyncGenerator<Report> {
    const isWanted = () => !token.isCancellationRequested;
    for (const { uri } of this.documents.plans()) {
      const inside = this.documents.inside(uri);
      // What is no file, such as the old side of a comparison, is no part of the workspace: its findings would be there twice.
      if (coreUri(uri) !== inside || !this.closed.isPart(inside)) continue;
      const snapshot = await this.plans.at(uri, token);
      if (!snapshot) continue;
      yield this.report(snapshot, snapshot.id, previous.get(inside)?.value);
      previous.delete(inside);
    }
    for (const inside of await this.closed.uris()) {
      if (!isWanted()) return;
      if (!(await this.closed.isToBeChecked(inside))) continue;
      const known = previous.get(inside)?.value;
      if (known !== undefined && known === this.closed.idOf(inside)) {
        yield { ...unchangedReport(known), uri: inside, version: null };
        previous.delete(inside);
        continue;
      }
      const checked = await this.closed.snapshot(inside, isWanted);
      // It may have been opened meanwhile: then its document is reported on.
      const isOpen = this.documents.at(inside) !== undefined;
      if (checked && !isOpen) yield this.report(checked.snapshot, checked.id, known);
      if (checked || isOpen) previous.delete(inside);
    }
    if (!isWanted()) return;
    for (const { uri } of previous.values())
      yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }

  private report(snapshot: Snapshot, id: string, known: string | undefined): Report {
    const { uri, version } = snapshot;
    if (id === known) return { ...unchangedReport(id), uri, version };
    const items = toDiagnostics(this.lsp, snapshot);
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items };
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((done) => {
      const goOn = () => {
        this.held.delete(goOn);
        cancelled.dispose();
        done();
      };
      const cancelled = token.onCancellationRequested(goOn);
      this.held.add(goOn);
    });
  }

  private goOn(): void {
    // Who waits asks again once answered; others have to be told.
    if (this.held.size === 0 && this.client.refreshesDiagnostics) this.refresh.soon();
    for (const goOn of [...this.held]) goOn();
  }
}

function unchangedReport(resultId: string) {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId } as const;
}

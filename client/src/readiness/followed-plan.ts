import type { PlanReport } from "@aiplan/report";
import { REPORT, type ReportParams } from "@aiplan/server/report-requests";
import * as vscode from "vscode";
import type { PlanServer } from "../plan-server.ts";

/** However long a report takes, an author who has paused this long gets one. In milliseconds. */
const LONGEST_PAUSE = 1000;

/**
 * The plan that the readiness views speak of, live: the one that was last active and is still open. There is never more
 * than one request for its report under way, and one more to come.
 */
export class FollowedPlan implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #uri: vscode.Uri | undefined;
  #report: PlanReport | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #askAgain = false;
  #lastTook = 0;

  /** Told when there is another report, or none any more. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: PlanServer) {
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#activated(editor.document)),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // A file may become a plan while it is being looked at.
        if (document === vscode.window.activeTextEditor?.document) this.#activated(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isFollowed(document)) this.#askAfterPause();
      }),
      // VS Code keeps documents for some time after that: to the author they are closed with their tabs.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        const followed = [this.#uri?.toString(), this.#report?.uri];
        const isIn = (tab: vscode.Tab) => followed.includes(uriOf(tab));
        const isLeft = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isIn));
        if (closed.some(isIn) && !isLeft()) this.#follow(undefined);
      }),
      server.onReportsChanged(() => this.#askAfterPause()),
    ];
    const active = vscode.window.activeTextEditor;
    if (active) this.#activated(active.document);
  }

  /** Is there a document to follow, whether there is a report of it or not? */
  get isOn(): boolean {
    return this.#uri !== undefined;
  }

  /** What was said last of the plan; undefined until then, and where it is not judged. */
  get report(): PlanReport | undefined {
    return this.#report;
  }

  /** How many requests are under way or to come: at most two. */
  get pending(): number {
    return Number(this.#asking) + Number(this.#askAgain || this.#waiting !== undefined);
  }

  /** Follows a plan that need not be in any editor. */
  async follow(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    if (isPlan(document)) this.#follow(document.uri);
  }

  /** Is a file one that is judged? undefined while the server is down. */
  async isJudged(uri: vscode.Uri): Promise<boolean | undefined> {
    await vscode.workspace.openTextDocument(uri);
    const report = await this.#reportOf(uri);
    return report === undefined ? undefined : report !== null;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #activated(document: vscode.TextDocument): void {
    if (isPlan(document) && !this.#isFollowed(document)) this.#follow(document.uri);
  }

  #isFollowed({ uri }: vscode.TextDocument): boolean {
    return this.#uri?.toString() === uri.toString();
  }

  #follow(uri: vscode.Uri | undefined): void {
    this.#uri = uri;
    this.#lastTook = 0;
    if (uri) this.#askAfterPause();
    else this.#show(undefined);
  }

  /** Of what is typed in a plan whose report takes long, only pauses are worth one: nobody's keys are to wait for it. */
  #askAfterPause(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(
      () => {
        this.#waiting = undefined;
        void this.#ask();
      },
      Math.min(this.#lastTook, LONGEST_PAUSE),
    );
  }

  async #ask(): Promise<void> {
    const uri = this.#uri;
    this.#askAgain = this.#asking;
    if (!uri || this.#asking) return;
    this.#asking = true;
    const start = Date.now();
    const report = await this.#reportOf(uri);
    this.#asking = false;
    this.#lastTook = Date.now() - start;
    if (uri === this.#uri) this.#answered(uri, report);
    if (this.#askAgain) this.#askAfterPause();
    this.#askAgain = false;
  }

  /** What the server says of a document that is open. */
  async #reportOf(uri: vscode.Uri): Promise<PlanReport | null | undefined> {
    const params: ReportParams = { textDocument: { uri: uri.toString() } };
    return this.server.request<PlanReport | null>(REPORT, params);
  }

  /** @param report null for what is not judged; undefined while the server is down, which says when it is back */
  #answered(uri: vscode.Uri, report: PlanReport | null | undefined): void {
    const shown = this.#report?.uri;
    // Whoever looks into a catalog goes on with the plan: what changes there may be seen here.
    if (report === null && shown !== undefined && shown !== uri.toString()) this.#uri = vscode.Uri.parse(shown);
    else if (report !== undefined) this.#show(report ?? undefined);
  }

  #show(report: PlanReport | undefined): void {
    this.#report = report;
    this.#changed.fire();
  }
}

/** The URI of the text that a tab lets its reader edit. */
function uriOf({ input }: vscode.Tab): string | undefined {
  if (input instanceof vscode.TabInputText) return input.uri.toString();
  return input instanceof vscode.TabInputTextDiff ? input.modified.toString() : undefined;
}

/** Older versions, such as the left side of a comparison, are no plans that anybody could get ready. */
export function isPlan({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === "aiplan" && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

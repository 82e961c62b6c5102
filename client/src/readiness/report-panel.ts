import type { PlanReport } from "@aiplan/report";
import * as vscode from "vscode";
import type { PlanServer } from "../plan-server.ts";
import type { FromView, TextFormat, ToView, ViewState } from "../report-view/messages.ts";
import type { FollowedPlan } from "./followed-plan.ts";
import { fix, goTo } from "./places.ts";
import { reportPage } from "./report-page.ts";

/** By which VS Code knows the panel again after a restart. */
export const REPORT_PANEL = "aiplan.report";

/** The report beside the plan: one, which follows the plan that is worked on, as a preview of Markdown does. */
export class ReportPanel implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #exports = new Map<number, (text: string | undefined) => void>();
  #report: PlanReport | undefined;
  #isReady = false;
  #whenReady: (() => void)[] = [];
  #requests = 0;

  readonly onDidDispose = this.#disposed.event;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly server: PlanServer,
    private readonly followed: FollowedPlan,
    extension: vscode.Uri,
  ) {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, "dist")],
    };
    const icon = (theme: string) => vscode.Uri.joinPath(extension, "images", `plan-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
      // What is hidden is not told anything: VS Code lets go of it, and it says when it is ready again.
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#isReady = false;
      }),
      followed.onDidChange(() => this.#update()),
    );
    panel.webview.html = reportPage(panel.webview, extension);
    this.#update();
  }

  /** Makes a new panel beside the editor, which keeps the focus. */
  static open(server: PlanServer, followed: FollowedPlan, extension: vscode.Uri): ReportPanel {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return new ReportPanel(
      vscode.window.createWebviewPanel(REPORT_PANEL, "Readiness", where),
      server,
      followed,
      extension,
    );
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** The report as the text of a file; undefined where the panel is closed before it is made. */
  async export(format: TextFormat): Promise<string | undefined> {
    this.reveal();
    if (!this.#isReady) await new Promise<void>((ready) => this.#whenReady.push(ready));
    const request = ++this.#requests;
    const made = new Promise<string | undefined>((done) => this.#exports.set(request, done));
    this.#tell({ type: "export", request, format });
    return made;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.panel.dispose();
    for (const ready of this.#whenReady.splice(0)) ready();
    for (const done of this.#exports.values()) done(undefined);
    this.#exports.clear();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  #update(): void {
    // Where the plan has been closed its last report stays.
    this.#report = this.followed.report ?? this.#report;
    if (!this.#report) return;
    this.panel.title = `Readiness ${this.#report.name}`;
    if (this.#isReady) this.#tell({ type: "report", report: this.#report });
  }

  #receive(message: FromView): void {
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        this.#update();
        for (const ready of this.#whenReady.splice(0)) ready();
        break;
      case "go-to":
        void goTo(message.place, this.panel.viewColumn);
        break;
      case "fix":
        void fix(this.server, { ...message.place, rule: message.rule, fixes: [message.title] }, this.panel.viewColumn);
        break;
      case "exported":
        this.#exports.get(message.request)?.(message.text);
        this.#exports.delete(message.request);
    }
  }

  #tell(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The plan of a panel that VS Code has kept across a restart. */
export function planOf(state: unknown): vscode.Uri | undefined {
  const uri = (state as ViewState | undefined)?.uri;
  return typeof uri === "string" ? vscode.Uri.parse(uri) : undefined;
}

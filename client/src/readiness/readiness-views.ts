import * as vscode from "vscode";
import { SHOW_READINESS } from "../lens-commands.ts";
import type { PlanServer } from "../plan-server.ts";
import { exportReport } from "./export-report.ts";
import { FollowedPlan, isPlan } from "./followed-plan.ts";
import { fix, goTo } from "./places.ts";
import { ReadinessTree } from "./readiness-tree.ts";
import { planOf, REPORT_PANEL, ReportPanel } from "./report-panel.ts";
import { ReadinessStatusBar } from "./status-bar.ts";

const { t } = vscode.l10n;

const GO_TO_FINDING = "aiplan.goToFinding";

/** All that shows where a plan stands: report, tree and status bar. They speak of the same report, so they say the same. */
export class ReadinessViews implements vscode.Disposable {
  readonly followed: FollowedPlan;
  readonly statusBar: ReadinessStatusBar;
  readonly tree: ReadinessTree;
  readonly #subscriptions: vscode.Disposable[];
  #panel: ReportPanel | undefined;

  constructor(
    private readonly server: PlanServer,
    private readonly extension: vscode.Uri,
  ) {
    this.followed = new FollowedPlan(server);
    this.statusBar = new ReadinessStatusBar(this.followed, SHOW_READINESS);
    this.tree = new ReadinessTree(this.followed, GO_TO_FINDING);
    this.#subscriptions = [
      this.followed.onDidChange(() => tellMenus(this.followed)),
      this.followed,
      this.statusBar,
      this.tree,
      vscode.commands.registerCommand(SHOW_READINESS, (plan: unknown) => this.#show(plan)),
      vscode.commands.registerCommand("aiplan.exportReport", () => this.#export()),
      vscode.commands.registerCommand(GO_TO_FINDING, (id: unknown) => this.#goTo(id)),
      vscode.commands.registerCommand("aiplan.fixFinding", (id: unknown) => this.#fix(id)),
      vscode.window.registerWebviewPanelSerializer(REPORT_PANEL, {
        deserializeWebviewPanel: async (panel, state) => this.#restore(panel, planOf(state)),
      }),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @param plan the URI of one, where that is known: as VS Code's menus and the server's lens write it */
  async #show(plan: unknown): Promise<void> {
    const named = typeof plan === "string" ? vscode.Uri.parse(plan) : plan instanceof vscode.Uri ? plan : undefined;
    const uri = named ?? activePlan();
    if (uri && (await this.followed.isJudged(uri)) === false) {
      void vscode.window.showInformationMessage(
        t("A catalog is not judged by itself, nor is a plan that your configuration ignores."),
      );
      return;
    }
    if (uri) await this.followed.follow(uri);
    if (!this.followed.isOn && !this.#panel) {
      void vscode.window.showInformationMessage(t("Open a plan to see how ready it is."));
      return;
    }
    this.#reveal();
  }

  #reveal(): void {
    if (this.#panel) this.#panel.reveal();
    else this.#keep(ReportPanel.open(this.server, this.followed, this.extension));
  }

  async #export(): Promise<void> {
    const { report } = this.followed;
    if (!report) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a plan to export its report."));
      return;
    }
    await exportReport(report, async (format) => {
      this.#reveal();
      return this.#panel?.export(format);
    });
  }

  async #goTo(id: unknown): Promise<void> {
    const finding = this.tree.findingOf(id);
    if (finding?.uri !== undefined) await goTo({ ...finding, uri: finding.uri });
  }

  async #fix(id: unknown): Promise<void> {
    const finding = this.tree.findingOf(id);
    if (finding?.uri !== undefined) await fix(this.server, { ...finding, uri: finding.uri });
  }

  async #restore(panel: vscode.WebviewPanel, plan: vscode.Uri | undefined): Promise<void> {
    this.#keep(new ReportPanel(panel, this.server, this.followed, this.extension));
    // The plan may be gone since.
    if (plan && !this.followed.report) await this.followed.follow(plan).then(undefined, () => {});
  }

  #keep(panel: ReportPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
  }
}

/** The plan or catalog whose text the author is in. */
function activePlan(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isPlan(document) ? document.uri : undefined;
}

/** What the manifest's menus and commands wait for. */
function tellMenus({ report }: FollowedPlan): void {
  void vscode.commands.executeCommand("setContext", "aiplan.hasReport", report !== undefined);
}

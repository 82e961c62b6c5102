import { blockersInWords, scoreInWords, stagesInWords } from "@aiplan/core/readiness-in-words";
import type { PlanReport } from "@aiplan/report";
import * as vscode from "vscode";
import type { FollowedPlan } from "./followed-plan.ts";

/** Shows how the plan in sight stands; a click opens its report. */
export class ReadinessStatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly followed: FollowedPlan,
    command: string,
  ) {
    this.#item = vscode.window.createStatusBarItem("aiplan.readiness", vscode.StatusBarAlignment.Right, 100);
    this.#item.name = "AI Plan Readiness";
    this.#item.command = command;
    this.#subscriptions = [
      followed.onDidChange(() => this.#update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#update()),
    ];
    this.#update();
  }

  /** What it says, where it says anything. */
  get text(): string | undefined {
    return this.followed.report && this.#isInSight ? this.#item.text : undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { report } = this.followed;
    if (report && this.#isInSight) this.#show(report);
    else this.#item.hide();
  }

  #show({ readiness }: PlanReport): void {
    const said = `${scoreInWords(readiness)} · ${stagesInWords(readiness)}`;
    this.#item.text = `$(checklist) ${said}`;
    this.#item.accessibilityInformation = { label: `Readiness of the plan: ${said}`, role: "button" };
    const [next] = readiness.next;
    const lines = [
      [`Readiness ${said}`, blockersInWords(readiness)].filter(Boolean).join(" · "),
      ...(next ? [vscode.l10n.t("Next: {0} (+{1})", next.title, next.gain)] : []),
      vscode.l10n.t("Click to see the report."),
    ];
    // A plain text is shown as it is; as Markdown, what stands in a plan could make links and pictures of it.
    this.#item.tooltip = lines.join("\n");
    this.#item.show();
  }

  get #isInSight(): boolean {
    const uri = this.followed.report?.uri;
    return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri);
  }
}

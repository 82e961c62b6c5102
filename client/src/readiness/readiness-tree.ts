import { scoreInWords, stagesInWords } from "@aiplan/core/readiness-in-words";
import type { ReportFinding } from "@aiplan/report";
import * as vscode from "vscode";
import type { FollowedPlan } from "./followed-plan.ts";
import { type ReadinessNode, readinessNodes } from "./readiness-nodes.ts";

/**
 * The tree view. VS Code knows its entries by their ids alone: where one leads is looked up when it is clicked, so that
 * nothing is drawn again while only places move.
 */
export class ReadinessTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string[] | undefined>();
  readonly #view: vscode.TreeView<string>;
  readonly #subscription: vscode.Disposable;
  #roots: readonly ReadinessNode[] = [];
  #nodes = new Map<string, ReadinessNode>();

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param goToCommand takes the id of an entry */
  constructor(
    private readonly followed: FollowedPlan,
    private readonly goToCommand: string,
  ) {
    this.#view = vscode.window.createTreeView("aiplan.readiness", { treeDataProvider: this, showCollapseAll: true });
    this.#subscription = followed.onDidChange(() => this.#update());
    this.#update();
  }

  getChildren(id?: string): string[] {
    const nodes = id === undefined ? this.#roots : (this.#nodes.get(id)?.children ?? []);
    return nodes.map((node) => node.id);
  }

  getTreeItem(id: string): vscode.TreeItem {
    const { label, icon, color, finding, isFixable, children } = this.#nodes.get(id)!;
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, children.length > 0 ? Collapsed : None);
    item.id = id;
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
    if (isFixable) item.contextValue = "fixable";
    if (finding) item.command = { title: "Go to the Place", command: this.goToCommand, arguments: [id] };
    return item;
  }

  /** A plain text is shown as it is; as Markdown, what stands in a plan could make links and pictures of it. */
  resolveTreeItem(item: vscode.TreeItem, id: string): vscode.TreeItem {
    item.tooltip = this.#nodes.get(id)?.tooltip;
    return item;
  }

  getParent(id: string): string | undefined {
    return this.#roots.find(({ children }) => children.some((child) => child.id === id))?.id;
  }

  /** What an entry leads to, as the plan stands now. */
  findingOf(id: unknown): ReportFinding | undefined {
    return typeof id === "string" ? this.#nodes.get(id)?.finding : undefined;
  }

  /** What stands above the entries. */
  get message(): string | undefined {
    return this.#view.message;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const { report } = this.followed;
    const before = this.#roots;
    this.#roots = report ? readinessNodes(report) : [];
    this.#nodes = new Map(this.#roots.flatMap((root) => [root, ...root.children]).map((node) => [node.id, node]));
    this.#view.message = report ? `${scoreInWords(report.readiness)} · ${stagesInWords(report.readiness)}` : "";
    if (before.length !== this.#roots.length) this.#changed.fire(undefined);
    else {
      const changed = this.#roots.filter((root, index) => shown(root) !== shown(before[index]!));
      if (changed.length > 0) this.#changed.fire(changed.map(({ id }) => id));
    }
  }
}

/** All of an entry that can be seen without a click. */
function shown(node: ReadinessNode): string {
  const { id, label, icon, isFixable, children } = node;
  return JSON.stringify([id, label, icon, isFixable, Boolean(node.finding), children.map(shown)]);
}

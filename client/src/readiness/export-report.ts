import type { PlanReport } from "@aiplan/report";
import * as vscode from "vscode";
import type { TextFormat } from "../report-view/messages.ts";

interface Format extends vscode.QuickPickItem {
  readonly format: TextFormat | "json";
  readonly ending: string;
}

const { t } = vscode.l10n;

const FORMATS: readonly Format[] = [
  { format: "html", label: "HTML", ending: "html", detail: t("One file to share, to read offline and to print.") },
  { format: "markdown", label: "Markdown", ending: "md", detail: t("For a pull request or a wiki.") },
  { format: "json", label: "JSON", ending: "json", detail: t("All figures, for other programs.") },
];

/**
 * Asks for a format and a place, and saves the report there.
 *
 * @param make makes the text of a format; undefined where it could not be made any more
 */
export async function exportReport(
  report: PlanReport,
  make: (format: TextFormat) => Promise<string | undefined>,
): Promise<void> {
  const title = t("Export Report of {0}", report.name);
  const chosen = await vscode.window.showQuickPick(FORMATS, { title, placeHolder: t("The format of the file") });
  if (!chosen) return;
  const { format, label, ending } = chosen;
  const text = format === "json" ? jsonOf(report) : await make(format);
  if (text === undefined) return;
  const defaultUri = placeFor(report, `${fileName(report.name)}-readiness.${ending}`);
  const file = await vscode.window.showSaveDialog({
    title,
    filters: { [label]: [ending] },
    ...(defaultUri ? { defaultUri } : {}),
  });
  if (!file) return;
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : `${error}`;
    void vscode.window.showErrorMessage(t("The report could not be saved: {0}", why));
    return;
  }
  const open = await vscode.window.showInformationMessage(
    t("The report is saved as {0}.", file.path.split("/").at(-1) ?? ""),
    t("Open"),
  );
  if (open) await openFile(file);
}

/** What is shared says nothing of the folders of whoever made it. */
function jsonOf(report: PlanReport): string {
  return `${JSON.stringify(report, (key, value) => (key === "uri" ? undefined : value), 2)}\n`;
}

/** Names come from plans: no part of a path may be made of one. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 80) || "plan";
}

/** Beside the plan, where that is in a file. */
function placeFor({ uri }: PlanReport, name: string): vscode.Uri | undefined {
  const plan = uri === undefined ? undefined : vscode.Uri.parse(uri);
  if (plan && plan.scheme !== "untitled") return vscode.Uri.joinPath(plan, "..", name);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

/** A browser is the place for a page, where VS Code and the file are on a computer that has one. */
async function openFile(file: vscode.Uri): Promise<void> {
  const isPage = file.path.endsWith(".html") && file.scheme === "file" && vscode.env.remoteName === undefined;
  if (isPage) await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand("vscode.open", file);
}

import * as vscode from "vscode";

/**
 * The page in which a report is drawn. It may run the one script that comes with the extension and load nothing at all:
 * whatever a plan holds, it could do nothing here even if it were taken for more than text.
 */
export function reportPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", "report-view.js"));
  const nonce = crypto.randomUUID();
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Readiness</title>
  </head>
  <body>
    <div id="report" aria-busy="true"></div>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}

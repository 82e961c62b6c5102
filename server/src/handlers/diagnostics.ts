import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { cancelled, type Requests } from "../requests.ts";

export function serveDiagnostics(connection: Connection, requests: Requests): void {
  connection.languages.diagnostics.on(
    requests.guarded(async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const report = await requests.session.diagnostics.pull(params, token);
      if (!report) throw cancelled();
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
    requests.guarded(async () => {
      const send = progress && ((items: WorkspaceDocumentDiagnosticReport[]) => progress.report({ items }));
      const report = await requests.session.workspaceDiagnostics.pull(params, token, send);
      if (!report) throw cancelled();
      return report;
    })(params, token),
  );
}

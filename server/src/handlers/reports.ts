import type { PlanReport } from "@aiplan/report/data";
import type { Connection } from "vscode-languageserver";
import { REPORT, type ReportParams } from "../report-requests.ts";
import type { Requests } from "../requests.ts";
import { toReport } from "../to-lsp/reports.ts";

/** Where a plan stands, for clients that show it. What somebody waits for who types comes first. */
export function serveReports(connection: Connection, requests: Requests): void {
  const report = requests.onPlan<ReportParams, PlanReport | null>(null, (plan, _, { lsp }) => toReport(lsp, plan));
  connection.onRequest(
    REPORT,
    requests.guarded(async (params: ReportParams, token) => {
      await requests.session.plans.idle();
      return report(params, token);
    }),
  );
}

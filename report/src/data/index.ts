/** Reports as plain data, and how they are put together; nothing here draws. */

export type {
  PlanReport,
  ReportNextStep,
  ReportPrinciple,
  ReportReadiness,
  ReportStatus,
} from "./plan-report.ts";
export { filesNamedIn, planReport, type ReportSurroundings } from "./plan-report-of.ts";
export type { Portfolio, PortfolioGap, PortfolioRow } from "./portfolio.ts";
export { PortfolioMaker } from "./portfolio-of.ts";
export type { ReportAccepted, ReportFinding, ReportPlace, ReportPosition, ReportSilenced } from "./report-finding.ts";

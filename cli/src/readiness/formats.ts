import type { PlanReport, Portfolio } from "@aiplan/report/data";
import { jsonText } from "../format/json-text.ts";
import { withoutCommands } from "../format/without-commands.ts";

/** What is around the report of a plan. */
export interface From {
  /** What leads from its folder to the current one, such as `../`; undefined on standard output. */
  readonly base: string | undefined;
  /** The path of the page of all plans from its folder, where there is one. */
  readonly index?: string;
}

/** How a report of readiness looks. */
export interface ReportFormat {
  plan(report: PlanReport, from: From): string;
  portfolio(portfolio: Portfolio): string;
}

/** Every format by the name it has on the command line, with the endings of its files; the first is the usual one. */
export const REPORT_ENDINGS = {
  html: [".html", ".htm"],
  markdown: [".md", ".markdown"],
  json: [".json"],
} as const satisfies Record<string, readonly string[]>;

export type ReportFormatName = keyof typeof REPORT_ENDINGS;

export const REPORT_FORMAT_NAMES = Object.keys(REPORT_ENDINGS) as ReportFormatName[];

/** Loads what draws a format: that of HTML is as large as all the rest of the program. */
export async function reportFormat(name: ReportFormatName): Promise<ReportFormat> {
  switch (name) {
    case "json":
      return { plan: json, portfolio: json };
    case "markdown": {
      const { portfolioMarkdown, reportMarkdown } = await import("@aiplan/report/markdown");
      const harmless = (text: string) => text.replace(/^.+$/gm, withoutCommands);
      return {
        plan: (report, { base }) => harmless(reportMarkdown(report, base)),
        portfolio: (portfolio) => harmless(portfolioMarkdown(portfolio)),
      };
    }
    case "html": {
      const { portfolioHtml, reportHtml } = await import("@aiplan/report/html");
      return {
        plan: (report, { index }) => reportHtml(report, index),
        portfolio: (portfolio) => portfolioHtml(portfolio),
      };
    }
  }
}

function json(report: PlanReport | Portfolio): string {
  return `${jsonText(report)}\n`;
}

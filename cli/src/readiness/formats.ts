import type { PlanReport, Portfolio } from "@aiplan/report/data";
import { jsonText } from "../format/json-text.ts";
import { withoutCommands } from "../format/without-commands.ts";

/** How a report of readiness looks. */
export interface ReportFormat {
  /** @param base what leads from the folder of the report to the current one, such as `../`, where that is known */
  plan(report: PlanReport, base?: string): string;
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
        plan: (report, base) => harmless(reportMarkdown(report, base)),
        portfolio: (portfolio) => harmless(portfolioMarkdown(portfolio)),
      };
    }
    case "html": {
      const { portfolioHtml, reportHtml } = await import("@aiplan/report/html");
      return { plan: (report) => reportHtml(report), portfolio: (portfolio) => portfolioHtml(portfolio) };
    }
  }
}

function json(report: PlanReport | Portfolio): string {
  return `${jsonText(report)}\n`;
}

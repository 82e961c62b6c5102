import type { PlanReport } from "@aiplan/report";
import { reportBody, reportHtml, reportStyle } from "@aiplan/report/html";
import { reportMarkdown } from "@aiplan/report/markdown";
import type { FromView, TextFormat, ToView } from "./messages.ts";
import { morph } from "./morph.ts";
import { placeOf } from "./places.ts";
import { Remembered } from "./remembered.ts";

/** What VS Code gives to the script of a view. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById("report")!;
const remembered = new Remembered(root, vscode);
let shown: PlanReport | undefined;

// A sheet that is adopted is no inline style: the content security policy allows none.
const sheet = new CSSStyleSheet();
// Where its reader is in it, the view keeps by itself: see morph.
sheet.replaceSync(`${reportStyle}\nhtml { overflow-anchor: none; }`);
document.adoptedStyleSheets.push(sheet);

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  if (data.type === "report") show(data.report);
  else if (shown) {
    vscode.postMessage({ type: "exported", request: data.request, text: fileOf(toShare(shown), data.format) });
  }
});

// One listener for all there is to click, however often the report is drawn anew.
root.addEventListener("click", (event) => {
  const clicked = (event.target as Element).closest<HTMLElement>("[data-place]");
  const place = clicked && placeOf(clicked);
  if (!place) return;
  event.preventDefault();
  const { fix, rule } = clicked.dataset;
  if (fix !== undefined && rule !== undefined) vscode.postMessage({ type: "fix", place, rule, title: fix });
  else vscode.postMessage({ type: "go-to", place });
});

vscode.postMessage({ type: "ready" });

function fileOf(report: PlanReport, format: TextFormat): string {
  return format === "html" ? reportHtml(report) : reportMarkdown(report);
}

/** What is passed on says nothing of the folders of whoever made it. */
function toShare(report: PlanReport): PlanReport {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === "uri" ? undefined : value)));
}

function show(report: PlanReport): void {
  const isOther = shown?.uri !== report.uri;
  shown = report;
  morph(root, reportBody(report));
  root.removeAttribute("aria-busy");
  remembered.showing(report.uri, isOther);
}

import { type Finding, rules, type TextEdit } from "@aiplan/core";
import type { FileReport, Format, Summary } from "./format.ts";

const helpOf = new Map(rules.map(({ id, summary }) => [id, summary]));

/** One JSON document; its shape is described in docs/guides/command-line.md and only ever grows. */
export function jsonFormat(): Format {
  let isFirst = true;
  return {
    start: () => '{"files":[',
    file: async (report) => {
      const separator = isFirst ? "\n" : ",\n";
      isFirst = false;
      return separator + JSON.stringify(await fileToJson(report));
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summaryToJson(summary))}}\n`,
  };
}

async function fileToJson(report: FileReport) {
  return {
    path: report.source.shown,
    // A catalog claims no stage.
    stage: report.kind === "catalog" ? null : report.stage,
    findings: await Promise.all(report.findings.map((finding) => findingToJson(finding, report))),
  };
}

async function findingToJson(finding: Finding, report: FileReport) {
  const place = await report.sourceOf(finding.place.uri);
  const help = helpOf.get(finding.rule);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...(finding.place.uri === report.uri ? {} : { path: place.shown }),
    range: place.rangeOf(finding.place),
    ...(help === undefined ? {} : { help }),
    related: await Promise.all(
      finding.related.map(async (related) => {
        const source = await report.sourceOf(related.place.uri);
        return { path: source.shown, range: source.rangeOf(related.place), message: related.message };
      }),
    ),
    fixes: await Promise.all(
      finding.fixes.map(async (fix) => ({
        title: fix.title,
        edits: await Promise.all(fix.edits().map((edit) => editToJson(edit, report))),
      })),
    ),
  };
}

async function editToJson(edit: TextEdit, report: FileReport) {
  const source = await report.sourceOf(edit.uri);
  return {
    ...(edit.uri === report.uri ? {} : { path: source.shown }),
    range: source.rangeOf(edit),
    newText: edit.newText,
  };
}

function summaryToJson({ plans, catalogs, ignored, unreadable, findings }: Summary) {
  const { error, warning, info, hint } = findings;
  return { plans, catalogs, ignored, unreadable, errors: error, warnings: warning, infos: info, hints: hint };
}

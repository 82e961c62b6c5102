import { ruleById } from "@aiplan/core";
import type * as api from "../../index.d.ts";
import type { FileReport, ReportedFinding } from "../report/file-report.ts";
import type { Format, Summary } from "./format.ts";
import { jsonText } from "./json-text.ts";

/** One JSON document; its shape is described in docs/guides/command-line.md and only ever grows. */
export function jsonFormat(): Format {
  let isFirst = true;
  return {
    needs: { edits: true },
    start: () => '{"files":[',
    file: (report) => {
      const separator = isFirst ? "\n" : ",\n";
      isFirst = false;
      return separator + jsonText(fileToJson(report));
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summaryToJson(summary))}}\n`,
  };
}

/** One file of that document. */
export function fileToJson({ path, kind, stage, findings }: FileReport): api.FileReport {
  return {
    path,
    // A catalog claims no stage.
    stage: kind === "catalog" ? null : stage,
    findings: findings.map((finding) => findingToJson(finding, path)),
  };
}

function findingToJson(
  { rule, severity, message, place, related, fixes }: ReportedFinding,
  listedUnder: string,
): api.Finding {
  const elsewhere = (path: string) => (path === listedUnder ? {} : { path });
  const help = ruleById.get(rule)?.summary;
  return {
    rule,
    severity,
    message,
    ...elsewhere(place.path),
    range: place.range,
    ...(help === undefined ? {} : { help }),
    related: related.map(({ place: { path, range }, message }) => ({ path, range, message })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ path, range, newText }) => ({ ...elsewhere(path), range, newText })),
    })),
  };
}

function summaryToJson({
  plans,
  catalogs,
  ignored,
  unchanged,
  unreadable,
  findings,
  hidden,
  baseline,
}: Summary): api.Summary {
  const { error, warning, info, hint } = findings;
  return {
    plans,
    catalogs,
    ignored,
    unchanged,
    unreadable,
    errors: error,
    warnings: warning,
    infos: info,
    hints: hint,
    ...(hidden === undefined ? {} : { hidden }),
    ...(baseline ? { known: baseline.known, gone: baseline.gone } : {}),
  };
}

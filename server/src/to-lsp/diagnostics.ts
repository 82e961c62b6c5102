import type { Finding, Severity } from "@aiplan/core";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings about the plan itself; those about a catalog are shown where that is open. */
export function toDiagnostics(lsp: ToLsp, snapshot: Snapshot): Diagnostic[] {
  const { uri } = snapshot.plan.file;
  return snapshot.findings
    .filter(({ place }) => place.uri === uri)
    .map((finding) => toDiagnostic(lsp, snapshot, finding));
}

export function toDiagnostic(lsp: ToLsp, snapshot: Snapshot, finding: Finding): Diagnostic {
  const { client } = lsp;
  const related = client.relatedInformation ? finding.related : [];
  const page = client.codeDescription ? lsp.pageOf(finding.rule) : undefined;
  const unnecessary = finding.unnecessary && client.tags.has(DiagnosticTag.Unnecessary);
  return {
    range: lsp.range(snapshot, finding.place),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: "aiplan",
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(({ place, message }) => ({
            location: lsp.location(snapshot, place),
            message,
          })),
        }),
    ...(client.diagnosticData && finding.fixes.length > 0
      ? { data: { fixes: finding.fixes.map(({ title }) => title) } }
      : {}),
  };
}

import { format, formatTyped } from "@aiplan/core";
import type { Connection } from "vscode-languageserver";
import { offsetAt, spanOf } from "../from-lsp.ts";
import type { Requests } from "../requests.ts";
import { toEdits } from "../to-lsp/workspace-edit.ts";

/** What tidies the text. Nothing of it changes what a plan says. */
export function serveFormatting(connection: Connection, requests: Requests): void {
  connection.onDocumentFormatting(
    requests.onPlan(null, (plan, { options }) => toEdits(plan, format(plan.plan.file, options))),
  );
  connection.onDocumentRangeFormatting(
    requests.onPlan(null, (plan, { range, options }) =>
      toEdits(plan, format(plan.plan.file, options, spanOf(plan, range))),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    requests.onPlan(null, (plan, { position, options }) =>
      toEdits(plan, formatTyped(plan.plan.file, options, offsetAt(plan, position))),
    ),
  );
}

import { type CodeLens, standingLens, usesLenses } from "@aiplan/core";
import type { CodeLensParams, Connection } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { Requests } from "../requests.ts";
import { toCodeLenses } from "../to-lsp/code-lenses.ts";

export function serveCodeLenses(connection: Connection, requests: Requests): void {
  const ofPlan = requests.onPlan(null, (plan, _: CodeLensParams, { lsp }) =>
    toCodeLenses(lsp, plan, [...standingOf(plan), ...usesLenses(plan.plan, [])]),
  );
  // What a plan defines is used in itself alone; what a catalog defines, in plans that may not be open.
  const ofCatalog = requests.onPlans(
    null,
    (plan, _: CodeLensParams, others, { lsp }) => toCodeLenses(lsp, plan, usesLenses(plan.plan, others)),
    "closed too",
  );
  const readiness = requests.onPlan(null, (plan, _: CodeLensParams, { lsp }) =>
    toCodeLenses(lsp, plan, standingOf(plan)),
  );
  connection.onCodeLens(
    requests.guarded(async (params, token) => {
      const { session } = requests;
      const { uri } = params.textDocument;
      if (!session.plans.isOpen(uri)) return null;
      const setting = await session.codeLensSetting(uri);
      if (setting === "off") return null;
      // To say how a plan stands takes several times as long as to check it: what somebody waits for comes first.
      await session.plans.idle();
      if (setting === "readiness") return readiness(params, token);
      const file = (await session.plans.at(uri, token))?.plan.file;
      return file?.kind === "catalog" ? ofCatalog(params, token) : ofPlan(params, token);
    }),
  );
}

function standingOf({ plan, readiness }: Snapshot): CodeLens[] {
  const lens = standingLens(plan, readiness);
  return lens ? [lens] : [];
}

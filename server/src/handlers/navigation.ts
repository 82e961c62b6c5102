import { define, highlights, links, references, symbols } from "@aiplan/core";
import type { Connection, WorkspaceSymbolParams } from "vscode-languageserver";
import { offsetAt } from "../from-lsp.ts";
import { cancelled, type Requests } from "../requests.ts";
import { toDefinition, toHighlights, toLinks } from "../to-lsp/navigation.ts";
import { toSymbols, toWorkspaceSymbols } from "../to-lsp/symbols.ts";

/** What leads from one place to another. */
export function serveNavigation(connection: Connection, requests: Requests): void {
  connection.onDocumentSymbol(
    requests.onPlan(null, (plan, _, { lsp }) => toSymbols(lsp, plan, symbols(plan.plan.file))),
  );
  connection.onWorkspaceSymbol(
    requests.guarded(async ({ query }: WorkspaceSymbolParams, token) => {
      const { everyPlan, lsp } = requests.session;
      const found = await everyPlan.symbols(query, token);
      if (token.isCancellationRequested) throw cancelled();
      return toWorkspaceSymbols(lsp, found);
    }),
  );
  connection.onDocumentLinks(requests.onPlan(null, (plan, _, { lsp }) => toLinks(lsp, plan, links(plan.plan))));
  connection.onDefinition(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const answer = define(plan.plan, offsetAt(plan, position));
      return answer ? toDefinition(lsp, plan, answer) : null;
    }),
  );
  connection.onReferences(
    requests.onPlans(
      null,
      (plan, { position, context }, others, { lsp }) => {
        const options = { definitions: context.includeDeclaration, others };
        const found = references(plan.plan, offsetAt(plan, position), options);
        return found ? lsp.locations(plan, found) : null;
      },
      "closed too",
    ),
  );
  connection.onDocumentHighlight(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const found = highlights(plan.plan, offsetAt(plan, position));
      return found ? toHighlights(lsp, plan, found) : null;
    }),
  );
}

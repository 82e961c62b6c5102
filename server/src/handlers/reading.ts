import { documentAt, folds, hover, inlayHints, selections, semanticTokens } from "@aiplan/core";
import type { Connection } from "vscode-languageserver";
import { offsetAt, spanOf } from "../from-lsp.ts";
import type { Requests } from "../requests.ts";
import { toHover } from "../to-lsp/hover.ts";
import { toInlayHints } from "../to-lsp/inlay-hints.ts";
import { toSemanticTokens } from "../to-lsp/semantic-tokens.ts";
import { toFolds, toSelection } from "../to-lsp/structure.ts";

/** What helps to read: hover, hints, colours, and the shape of the text. */
export function serveReading(connection: Connection, requests: Requests): void {
  connection.onHover(
    requests.onPlan(null, async (plan, { position }, { lsp, plans }, token) => {
      const offset = offsetAt(plan, position);
      // Only what is lent may be used by others.
      const others = plan.plan.file.kind === "catalog" ? await plans.together(plan.uri, token) : undefined;
      const answer = hover(plan.plan, plan.findings, offset, {
        others: others?.slice(1).map((other) => other.plan) ?? [],
        pageOf: (rule) => lsp.pageOf(rule),
        document: await plans.linkedText(plan, documentAt(plan.plan, offset)),
      });
      return answer ? toHover(lsp, plan, answer) : null;
    }),
  );
  connection.languages.inlayHint.on(
    requests.onPlan(null, (plan, { range }, { lsp }) =>
      toInlayHints(lsp, plan, inlayHints(plan.plan, spanOf(plan, range))),
    ),
  );
  const { semanticTokens: tokens } = connection.languages;
  tokens.on(requests.onPlan(null, (plan, _, session) => session.tokens.whole(plan)));
  tokens.onDelta(
    requests.onPlan(null, (plan, { previousResultId }, session) => session.tokens.since(previousResultId, plan)),
  );
  tokens.onRange(
    requests.onPlan(null, (plan, { range }, { client }) => ({
      data: toSemanticTokens(client, plan, semanticTokens(plan.plan, spanOf(plan, range))),
    })),
  );
  connection.onFoldingRanges(requests.onPlan(null, (plan, _, { lsp }) => toFolds(lsp, plan, folds(plan.plan.file))));
  connection.onSelectionRanges(
    requests.onPlan(null, (plan, { positions }, { lsp }) =>
      positions.map((position) => toSelection(lsp, plan, selections(plan.plan.file, offsetAt(plan, position)))),
    ),
  );
}

import { codeActions, complete } from "@aiplan/core";
import {
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  type CompletionItem,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { offsetAt, spanOf } from "../from-lsp.ts";
import { cancelled, type Requests } from "../requests.ts";
import type { Session } from "../session.ts";
import { type ActionData, isSameAction, toCodeAction, withEdit } from "../to-lsp/code-actions.ts";
import { toCompletion, withDocs } from "../to-lsp/completion.ts";

/** What helps to write: completion and fixes. */
export function serveWriting(connection: Connection, requests: Requests): void {
  connection.onCompletion(
    requests.onPlan(null, async (plan, { position }, { lsp, client, plans, completionDocs }) => {
      const files = plans.filesAround(plan);
      const options = { snippets: client.completionSnippets, files };
      const items = await files.answer(() => complete(plan.plan, offsetAt(plan, position), options));
      return toCompletion(lsp, plan, items, completionDocs);
    }),
  );
  connection.onCompletionResolve(
    requests.guarded(async (item: CompletionItem) => {
      const { lsp, completionDocs } = requests.session;
      return withDocs(lsp, item, completionDocs);
    }),
  );
  connection.onCodeAction(
    requests.onPlan(null, (plan, { range, context }, { lsp, client }) => {
      const span = spanOf(plan, range);
      const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
      const actions = codeActions(plan.plan, plan.findings, span, { only: context.only, automatic, load: plan.load })
        .filter(({ createsFile }) => !createsFile || client.createsFiles)
        .map((action) => toCodeAction(lsp, plan, action, span, context.diagnostics));
      return Promise.all(actions);
    }),
  );
  connection.onCodeActionResolve(
    requests.guarded((action: CodeAction, token) => resolveCodeAction(requests.session, action, token)),
  );
}

/** Gives a code action its edits, if the plan is still what it was made for. */
async function resolveCodeAction(
  { lsp, plans }: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = action.data as ActionData | undefined;
  const plan = data && (await plans.at(data.uri, token));
  if (token.isCancellationRequested) throw cancelled();
  if (!plan || action.edit) return action;
  const options = { only: [data.kind], load: plan.load };
  const chosen = codeActions(plan.plan, plan.findings, data.span, options).find((one) => isSameAction(one, data));
  if (plan.version !== data.version || !chosen)
    throw new ResponseError(LSPErrorCodes.ContentModified, "The plan has changed since this was offered.");
  return { ...action, ...(await withEdit(lsp, plan, chosen)) };
}

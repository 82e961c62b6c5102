import { prepareRename, type Refusal, rename } from "@aiplan/core";
import { type Connection, LSPErrorCodes, type RenameFilesParams, ResponseError } from "vscode-languageserver";
import { coreUri } from "../core-uri.ts";
import { offsetAt } from "../from-lsp.ts";
import { cancelled, type Requests } from "../requests.ts";
import { toRenameable } from "../to-lsp/navigation.ts";
import { toWorkspaceEdit } from "../to-lsp/workspace-edit.ts";

/** New names of ids, and of files: everywhere they are written, in plans that are not open too. */
export function serveRenaming(connection: Connection, requests: Requests): void {
  connection.onPrepareRename(
    requests.onPlans(null, (plan, { position }, others, { lsp }) => {
      const answer = prepareRename(plan.plan, offsetAt(plan, position), others);
      return answer ? toRenameable(lsp, plan, granted(answer)) : null;
    }),
  );
  connection.onRenameRequest(
    requests.onPlans(
      null,
      (plan, { position, newName }, others, { lsp }) => {
        const answer = rename(plan.plan, offsetAt(plan, position), newName, others);
        return answer ? toWorkspaceEdit(lsp, plan, granted(answer).edits) : null;
      },
      "closed too",
    ),
  );
  connection.workspace.onWillRenameFiles(
    requests.guarded(async ({ files }: RenameFilesParams, token) => {
      const { everyPlan, lsp } = requests.session;
      // Some clients end folders with a slash.
      const uriOf = (uri: string) => coreUri(uri).replace(/\/$/, "");
      const moves = files.map(({ oldUri, newUri }) => ({ from: uriOf(oldUri), to: uriOf(newUri) }));
      const answer = await everyPlan.renameFiles(moves, token);
      if (token.isCancellationRequested) throw cancelled();
      return answer && answer.edits.length > 0 ? toWorkspaceEdit(lsp, answer.snapshot, answer.edits) : null;
    }),
  );
}

/** What is no refusal. A refusal becomes an error, whose message clients show to the author. */
function granted<Answer extends object>(answer: Answer | Refusal): Answer {
  if ("refused" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}

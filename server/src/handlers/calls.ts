import { type CallKey, type CheckedPlan, callsFrom, callsTo, prepareCalls } from "@aiplan/core";
import type { CallHierarchyItem, CancellationToken, Connection, TextDocumentIdentifier } from "vscode-languageserver";
import { offsetAt } from "../from-lsp.ts";
import type { Snapshot } from "../plans.ts";
import type { Requests } from "../requests.ts";
import { type CallData, toCallItem, toIncoming, toOutgoing } from "../to-lsp/call-hierarchy.ts";
import type { ToLsp } from "../to-lsp/to-lsp.ts";

/** Who is called for what. */
export function serveCalls(connection: Connection, requests: Requests): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    requests.onPlan(null, (plan, { position }, { lsp }) => {
      const item = prepareCalls(plan.plan, offsetAt(plan, position));
      return item ? [toCallItem(lsp, plan, item)] : null;
    }),
  );
  /** For the plan in which the item was asked for: it may stand in a catalog, or in another plan. */
  const onItem = <Result>(
    work: (plan: Snapshot, key: CallKey, others: readonly CheckedPlan[], lsp: ToLsp) => Result,
  ) => {
    const answer = requests.onPlans(
      null,
      (plan, { key }: { textDocument: TextDocumentIdentifier; key: CallKey }, others, { lsp }): Result | null =>
        work(plan, key, others, lsp),
      "closed too",
    );
    return ({ item }: { item: CallHierarchyItem }, token: CancellationToken) => {
      const data = item.data as CallData | undefined;
      return data ? answer({ textDocument: { uri: data.plan }, key: data }, token) : null;
    };
  };
  callHierarchy.onOutgoingCalls(
    onItem((plan, key, others, lsp) => toOutgoing(lsp, plan, callsFrom(plan.plan, key, others))),
  );
  callHierarchy.onIncomingCalls(
    onItem((plan, key, others, lsp) => toIncoming(lsp, plan, callsTo(plan.plan, key, others))),
  );
}

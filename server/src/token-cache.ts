import { semanticTokens } from "@aiplan/core";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Snapshot } from "./plans.ts";
import { editsBetween, toSemanticTokens } from "./to-lsp/semantic-tokens.ts";

/** The tokens that a client was last given for each open plan, so that next time it need only be told what differs. */
export class TokenCache {
  private readonly last = new Map<string, SemanticTokens>();

  constructor(
    private readonly client: Client,
    private readonly isOpen: (uri: string) => boolean,
  ) {}

  whole(snapshot: Snapshot): SemanticTokens {
    const span = { start: 0, end: snapshot.plan.file.text.length };
    const data = toSemanticTokens(this.client, snapshot, semanticTokens(snapshot.plan, span));
    const tokens = { resultId: snapshot.id, data };
    // A plan may be closed while its tokens are looked for.
    if (this.isOpen(snapshot.uri)) this.last.set(snapshot.uri, tokens);
    return tokens;
  }

  /** @param previous what the client has; where that is known no more it gets all */
  since(previous: string, snapshot: Snapshot): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(snapshot.uri);
    const after = before?.resultId === snapshot.id ? before : this.whole(snapshot);
    if (before?.resultId !== previous) return after;
    return { resultId: snapshot.id, edits: editsBetween(before.data, after.data) };
  }

  /** To be called when a plan is closed. */
  forget(uri: string): void {
    this.last.delete(uri);
  }
}

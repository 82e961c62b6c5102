import type { CodeLens as PlanCodeLens } from "@aiplan/core";
import type { CodeLens, Command } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

/** Shows places: takes the URI of a document, a position in it and locations, all as the protocol writes them. */
const SHOW_REFERENCES = "aiplan.showReferences";
/** Shows the report of a plan: takes its URI. */
const SHOW_READINESS = "aiplan.showReadiness";

/** @param snapshot knows the lines of every file that the uses are in */
export function toCodeLenses(lsp: ToLsp, snapshot: Snapshot, lenses: readonly PlanCodeLens[]): CodeLens[] {
  return lenses.map((lens) => {
    const range = lsp.range(snapshot, lens.place);
    const { title, uses } = lens;
    const uri = lsp.uri(lens.place.uri);
    const command = uses
      ? commandFor(lsp, title, SHOW_REFERENCES, () => [uri, range.start, lsp.locations(snapshot, uses)])
      : commandFor(lsp, title, SHOW_READINESS, () => [uri]);
    return { range, command };
  });
}

/** Without a command that it knows a client shows the title alone. */
function commandFor({ client }: ToLsp, title: string, command: string, argumentsFor: () => unknown[]): Command {
  return client.commands.has(command) ? { title, command, arguments: argumentsFor() } : { title, command: "" };
}

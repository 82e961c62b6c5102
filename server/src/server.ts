import { type Connection, type InitializeParams, TextDocuments } from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities.ts";
import { serveCalls } from "./handlers/calls.ts";
import { serveCodeLenses } from "./handlers/code-lenses.ts";
import { serveDiagnostics } from "./handlers/diagnostics.ts";
import { serveFormatting } from "./handlers/formatting.ts";
import { serveNavigation } from "./handlers/navigation.ts";
import { serveNewPlan } from "./handlers/new-plan.ts";
import { serveReading } from "./handlers/reading.ts";
import { serveRenaming } from "./handlers/renaming.ts";
import { serveReports } from "./handlers/reports.ts";
import { serveWriting } from "./handlers/writing.ts";
import type { Host } from "./host.ts";
import { Positions } from "./positions.ts";
import { Requests } from "./requests.ts";
import { Session } from "./session.ts";

/**
 * Serves a client until it goes. The connection must not listen yet.
 *
 * @param host the machine that this runs on; without one the client is all there is
 */
export function serve(connection: Connection, host?: Host): void {
  const positions = new Positions();
  const documents = new TextDocuments(positions);
  const requests = new Requests(connection);
  serveLife(connection, requests, (params) => new Session(connection, documents, positions, host, params));
  serveDiagnostics(connection, requests);
  serveWriting(connection, requests);
  serveFormatting(connection, requests);
  serveRenaming(connection, requests);
  serveReading(connection, requests);
  serveCodeLenses(connection, requests);
  serveReports(connection, requests);
  serveNavigation(connection, requests);
  serveCalls(connection, requests);
  serveNewPlan(connection, requests);
  documents.listen(connection);
  connection.listen();
}

/** From the first message to the last, and what happens to the world in between. */
function serveLife(connection: Connection, requests: Requests, begin: (params: InitializeParams) => Session): void {
  connection.onInitialize((params) => {
    const { client } = requests.begin(() => begin(params));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "AI Plan" } };
  });
  connection.onShutdown(() => requests.end());
  connection.onInitialized(() => requests.begun?.start());
  connection.onDidChangeConfiguration(({ settings }) => requests.begun?.settingsChanged(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => requests.begun?.filesChanged(changes));
}

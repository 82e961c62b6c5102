import { createConnection } from "vscode-languageserver/node";
import { NodeHost } from "./node-host.ts";
import { serve } from "./server.ts";

/** Serves the client at the other end of standard input and output, and ends the process when it goes. */
export function serveStdio(): void {
  serve(createConnection(process.stdin, process.stdout), new NodeHost());
}

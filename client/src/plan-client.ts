import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The language client of one server. When that server ends, so does the client: PlanServer makes the next. */
export interface PlanClient {
  readonly client: BaseLanguageClient;
  /** The process id of the server, where it is a process and runs. */
  readonly processId: number | undefined;
  /** Ends the server without asking it. The client notices. */
  kill(): void;
}

/** Makes a client whose server's log goes to the output. */
export type MakeClient = (output: vscode.LogOutputChannel) => PlanClient;

import type * as vscode from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.ts";
import type { PlanClient } from "./plan-client.ts";

/** The client of a server that is a process of its own. */
export class ProcessClient extends LanguageClient implements PlanClient {
  readonly client = this;

  /**
   * @param module - the path of the server's bundle
   * @param output - where the server's log goes
   */
  constructor(module: string, output: vscode.LogOutputChannel) {
    super("aiplan", "AI Plan", serverOptions(module), clientOptions(output));
  }

  get processId(): number | undefined {
    return this.serverProcess?.pid;
  }

  kill(): void {
    this.serverProcess?.kill();
  }

  /** A client that is not running refuses to stop, and may have left a process. */
  override async dispose(timeout?: number): Promise<void> {
    const { serverProcess } = this;
    try {
      await super.dispose(timeout);
    } catch {
      serverProcess?.kill();
    }
  }

  /** Logs an error and never shows it: PlanServer tells the author once, in words that help, when the server is down. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function serverOptions(module: string): ServerOptions {
  const run = { module, transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } };
}

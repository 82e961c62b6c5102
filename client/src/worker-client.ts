import type * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "./client-options.ts";
import type { PlanClient } from "./plan-client.ts";

/** The client of a server that is a worker of a browser. */
export class WorkerClient extends LanguageClient implements PlanClient {
  readonly client = this;
  /** A worker has none. */
  readonly processId = undefined;
  readonly kill: () => void;

  /**
   * @param script - the address of the server's bundle
   * @param output - where the server's log goes
   */
  constructor(script: string, output: vscode.LogOutputChannel) {
    const worker = new Worker(script);
    const reader = new WorkerReader(worker);
    const transports = { reader, writer: new BrowserMessageWriter(worker) };
    super("aiplan", "AI Plan", () => Promise.resolve(transports), clientOptions(output));
    // Nobody hears of it when a worker ends, so we say it ourselves.
    this.kill = () => {
      worker.terminate();
      reader.end();
    };
    // Also of a script that could not be loaded.
    worker.addEventListener("error", ({ message }) => {
      output.error(`The server failed: ${message ?? "its script could not be loaded."}`);
      this.kill();
    });
  }

  /** Logs an error and never shows it: PlanServer tells the author once, in words that help, when the server is down. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** A worker does not end by itself when the server has said that it does. */
  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.kill();
    }
  }
}

class WorkerReader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}

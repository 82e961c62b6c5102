import { type ChildProcess, spawn } from "node:child_process";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { serverBundle, until } from "./lsp-client.ts";

/** A message as it came, whatever it is. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/**
 * A language client that shares nothing with the server, not even the library for the protocol: it frames its messages
 * by hand, however a test wants them, announces nothing and checks nothing.
 */
export class PlainClient {
  readonly received: Message[] = [];
  readonly server: ChildProcess;
  private count = 0;
  private unread = Buffer.alloc(0);

  constructor() {
    this.server = spawn(process.execPath, [serverBundle(), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.server.stdout!.on("data", (chunk: Buffer) => this.read(chunk));
  }

  /** The bytes of a message. Its header holds nothing but the length unless `header` says more. */
  static frame(message: object | string, header: (length: string) => string = (length) => length): Buffer {
    const content = typeof message === "string" ? message : JSON.stringify({ jsonrpc: "2.0", ...message });
    const body = Buffer.from(content);
    return Buffer.concat([Buffer.from(`${header(`Content-Length: ${body.length}\r\n`)}\r\n`), body]);
  }

  write(bytes: Uint8Array): void {
    this.server.stdin!.write(bytes);
  }

  notify(method: string, params: unknown): void {
    this.write(PlainClient.frame({ method, params }));
  }

  /** Resolves with the answer, be it a result or an error. */
  async request(method: string, params?: unknown): Promise<Message> {
    const id = ++this.count;
    this.write(PlainClient.frame({ id, method, params }));
    return this.answer(id);
  }

  answer(id: number): Promise<Message> {
    return until(`the answer to ${id}`, () => this.received.find((one) => one.id === id && one.method === undefined));
  }

  async initialize(params: object = {}): Promise<Message> {
    const answer = await this.request("initialize", { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify("initialized", {});
    return answer;
  }

  open(uri: string, text: string): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "aiplan", version: 1, text } });
  }

  /** All that was sent about a document so far. */
  published(uri: string): PublishDiagnosticsParams[] {
    return this.received
      .filter(({ method }) => method === "textDocument/publishDiagnostics")
      .map(({ params }) => params as PublishDiagnosticsParams)
      .filter((params) => params.uri === uri);
  }

  /** Waits for what is sent about a version of a document. */
  async diagnostics(uri: string, version = 1): Promise<Diagnostic[]> {
    const wanted = () => this.published(uri).find((one) => one.version === version);
    return (await until(`diagnostics of version ${version} of ${uri}`, wanted)).diagnostics;
  }

  /** Ends the server, however it is. */
  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const exited = new Promise((done) => this.server.once("exit", done));
    this.server.kill();
    await exited;
  }

  private read(chunk: Buffer): void {
    this.unread = Buffer.concat([this.unread, chunk]);
    for (;;) {
      const end = this.unread.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/^Content-Length: (\d+)$/im.exec(this.unread.toString("ascii", 0, end))?.[1]);
      const start = end + 4;
      if (this.unread.length < start + length) return;
      this.received.push(JSON.parse(this.unread.toString("utf8", start, start + length)));
      this.unread = this.unread.subarray(start + length);
    }
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { buildIfStale, REPOSITORY } from "./build-if-stale.ts";

/** The path of the server's bundle: the one that is released, or `AIPLAN_SERVER` where somebody wants to try another. */
export function serverBundle(): string {
  if (process.env.AIPLAN_SERVER !== undefined) return process.env.AIPLAN_SERVER;
  const bundle = "dist/server.js";
  buildIfStale(bundle, ["core/src", "report/src/data", "server/src"]);
  return join(REPOSITORY, bundle);
}

export type Capabilities = InitializeParams["capabilities"];

export interface ClientOptions {
  readonly capabilities?: Capabilities;
  /** Texts by their path below the workspace folder, written to disk. */
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` answers for the section `aiplan`; a function is given the URI of what it is asked for. */
  readonly settings?: unknown;
  /** The process whose end the server is not to outlive; this one unless given. */
  readonly processId?: number;
  /** Without it the folder is not told to the server. */
  readonly withFolder?: boolean;
  /** The paths of the workspace folders below the one on disk, where that is none itself. */
  readonly folders?: readonly string[];
}

/** A small language client at the other end of a real server process, and a folder on disk that both know. */
export class LspClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registered: string[] = [];
  /** What was asked for with them, by their methods. */
  readonly registerOptions = new Map<string, unknown>();
  readonly logged: string[] = [];
  refreshes = 0;
  inlayHintRefreshes = 0;
  private readonly otherRefreshes = new Map<string, number>();
  initialized!: InitializeResult;
  settings: unknown;
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly folder: string,
    readonly server: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /** Starts a server and says `initialize` and `initialized`. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const bundle = serverBundle();
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-lsp-")));
    const server = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout!),
      new StreamMessageWriter(server.stdin!),
    );
    const client = new LspClient(folder, server, connection);
    for (const [path, text] of Object.entries(options.files ?? {})) client.write(path, text);
    client.settings = options.settings ?? null;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      client.published.push(params);
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      client.logged.push(message);
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      client.refreshes++;
      return null;
    });
    connection.onRequest("workspace/inlayHint/refresh", () => {
      client.inlayHintRefreshes++;
      return null;
    });
    for (const what of ["semanticTokens", "codeLens"])
      connection.onRequest(`workspace/${what}/refresh`, () => {
        client.otherRefreshes.set(what, client.refreshesOf(what) + 1);
        return null;
      });
    connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) =>
        typeof client.settings === "function" ? client.settings(scopeUri) : client.settings,
      ),
    );
    connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      client.registered.push(...registrations.map(({ method }) => method));
      for (const { method, registerOptions } of registrations) client.registerOptions.set(method, registerOptions);
      return null;
    });
    connection.listen();
    const folders = (options.folders ?? [""]).map((path) => ({ uri: client.uri(path), name: path || "test" }));
    client.initialized = await connection.sendRequest("initialize", {
      processId: options.processId ?? process.pid,
      rootUri: null,
      workspaceFolders: options.withFolder === false ? null : folders,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification("initialized", {});
    return client;
  }

  /** How often it was told to ask for something again, such as "codeLens". */
  refreshesOf(what: string): number {
    return this.otherRefreshes.get(what) ?? 0;
  }

  /** The URI of a path below the folder. */
  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).toString().replace(/\/$/, "");
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async open(path: string, text: string, languageId = "aiplan", uri = this.uri(path)): Promise<string> {
    this.versions.set(uri, 1);
    await this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Incremental, or full where a change has no range. */
  async change(uri: string, ...contentChanges: { range?: TextEdit["range"]; text: string }[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    return version;
  }

  /** The version of the text that the server was told last. */
  versionOf(uri: string): number | undefined {
    return this.versions.get(uri);
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Tells the server that files have changed on disk. */
  changedOnDisk(...paths: string[]): Promise<void> {
    return this.filesChanged(FileChangeType.Changed, paths);
  }

  cameOnDisk(...paths: string[]): Promise<void> {
    return this.filesChanged(FileChangeType.Created, paths);
  }

  wentFromDisk(...paths: string[]): Promise<void> {
    return this.filesChanged(FileChangeType.Deleted, paths);
  }

  private filesChanged(type: FileChangeType, paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: this.uri(path), type }));
    return this.notify("workspace/didChangeWatchedFiles", { changes });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  /** Asks for the diagnostics of a document and returns their rules. */
  async pull(uri: string): Promise<string[]> {
    const report = await this.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
    return rulesOf(report.items);
  }

  /** Waits until the diagnostics last sent for a document satisfy a condition. */
  async pushed(
    uri: string,
    condition: (diagnostics: Diagnostic[], version: number | undefined) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const found = await until(`diagnostics of ${uri}`, () => {
      const last = this.published.findLast((one) => one.uri === uri);
      return last && condition(last.diagnostics, last.version) ? last : undefined;
    });
    return found.diagnostics;
  }

  /** Waits for the server to end, and returns its exit code. */
  exited(): Promise<number | null> {
    const { exitCode, signalCode } = this.server;
    if (exitCode !== null || signalCode !== null) return Promise.resolve(exitCode);
    return new Promise((done) => this.server.once("exit", (code) => done(code)));
  }

  /** Ends the server, however it is, and removes the folder. */
  async stop(): Promise<void> {
    const exited = this.exited();
    this.server.kill();
    await exited;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).sort();
}

/** Applies edits the way a client does. */
export function applyLsp(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("file:///x", "aiplan", 1, text), [...edits]);
}

/** The position of a text, so many characters on. */
export function positionOf(text: string, wanted: string, further = 0): { line: number; character: number } {
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`${wanted} is not in the text`);
  return TextDocument.create("file:///x", "aiplan", 1, text).positionAt(at + further);
}

/** Waits until there is something. */
export async function until<Value>(what: string, probe: () => Value | undefined, limit = 30_000): Promise<Value> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const value = probe();
    if (value !== undefined) return value;
    await new Promise((wait) => setTimeout(wait, 5));
  }
  throw new Error(`${what}: not within ${limit} ms`);
}

import { REPORTS_CHANGED } from "@aiplan/server/report-requests";
import * as vscode from "vscode";
import { State, type WorkspaceEdit } from "vscode-languageclient";
import { BackOff } from "./back-off.ts";
import type { MakeClient, PlanClient } from "./plan-client.ts";
import { readFilesFor } from "./read-files.ts";

/** How long a server may take until it is ready, in milliseconds; usually it takes a tenth of a second. */
const LONGEST_START = 30_000;

/**
 * The language server, kept alive. When it ends without being asked to, it is started again after a wait that grows
 * with each failure in a row; it never gives up, and it tells the author once an outage.
 *
 * Each start is a new client: the library's client does not come back from a start that failed.
 */
export class PlanServer {
  readonly #backOff = new BackOff();
  #client: PlanClient | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #starts = 0;
  #told = false;
  #restarting: Promise<void> | undefined;
  readonly #reportsChanged = new vscode.EventEmitter<void>();
  /** Told when what the server says of plans may have changed though nobody has edited them; also when it has started. */
  readonly onReportsChanged = this.#reportsChanged.event;

  /**
   * @param makeClient - makes the client of a new server
   * @param output - where the server's log and ours go
   */
  constructor(
    private readonly makeClient: MakeClient,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** How many servers have been started, if the last of them is running; otherwise undefined. */
  get running(): number | undefined {
    return this.#client?.client.isRunning() ? this.#starts : undefined;
  }

  /** The process id of the server, or undefined while it is not running or where it is no process. */
  get processId(): number | undefined {
    return this.#client?.processId;
  }

  /**
   * Asks the server what VS Code does not ask for us; a server that is starting is waited for.
   *
   * @returns undefined where there is no answer: the server is not there, has ended meanwhile or could not tell
   */
  async request<Answer>(method: string, params: object): Promise<Answer | undefined> {
    return this.#client?.client.sendRequest<Answer>(method, params).catch((error) => {
      this.output.debug(`${method} was not answered: ${error}`);
      return undefined;
    });
  }

  /** Applies an edit of the server's, with its tab stops. Returns whether that could be done. */
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    const converted = await this.#client?.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    return converted !== undefined && vscode.workspace.applyEdit(converted);
  }

  /** Ends the server as a crash does: it comes back by itself. */
  kill(): void {
    this.#client?.kill();
  }

  /** Starts the server. Settles when it is ready or has failed, and in that case is to be tried again; never rejects. */
  async start(): Promise<void> {
    const made = this.makeClient(this.output);
    this.#client = made;
    this.#starts += 1;
    const { client } = made;
    readFilesFor(client);
    client.onNotification(REPORTS_CHANGED, () => this.#reportsChanged.fire());
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== made) return;
      if (newState === State.Running) {
        this.#backOff.succeeded(Date.now());
        this.#reportsChanged.fire();
      } else if (newState !== State.Starting) this.#ended(made);
    });
    // A server that never answers is as good as none: ending it makes it one that failed.
    const limit = setTimeout(() => made.kill(), LONGEST_START);
    try {
      await client.start();
    } catch {
      // The change of state has told us, and the client has logged why.
    } finally {
      clearTimeout(limit);
    }
  }

  /** Ends the server, if it is running, and starts it again at once. Asked twice in a row, it restarts once. */
  restart(): Promise<void> {
    this.#restarting ??= this.stop()
      .then(() => this.start())
      .finally(() => {
        this.#restarting = undefined;
      });
    return this.#restarting;
  }

  /** Ends the server for good, or until {@link start} is called. Never rejects. */
  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    if (client) await dispose(client);
  }

  #ended(client: PlanClient): void {
    this.#client = undefined;
    void dispose(client);
    const wait = this.#backOff.failed(Date.now());
    this.output.warn(`The server stopped unexpectedly. Starting it again in ${wait / 1000} s.`);
    this.#retry = setTimeout(() => void this.start(), wait);
    this.#tell();
  }

  /** One failure passes unnoticed in half a second; a second in a row is worth a word. */
  #tell(): void {
    if (this.#backOff.failures === 1) this.#told = false;
    if (this.#told || this.#backOff.failures < 2) return;
    this.#told = true;
    const { t } = vscode.l10n;
    const message = t(
      "AI Plan keeps stopping, so warnings and fixes may be missing. It goes on trying to start again.",
    );
    const [show, restart] = [t("Show Output"), t("Restart Now")];
    void vscode.window.showWarningMessage(message, show, restart).then((choice) => {
      if (choice === show) this.output.show();
      else if (choice === restart) void this.restart();
    });
  }
}

/** Lets go of a client in whatever state it is: one that is not running refuses to stop, and has ended its server. */
async function dispose({ client }: PlanClient): Promise<void> {
  await client.dispose().catch(() => {});
}

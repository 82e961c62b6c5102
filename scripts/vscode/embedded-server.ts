import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { ensureServer } from "./server-assembly.ts";
import { settings } from "./settings.ts";

/** Where the process that started the server dies without stopping it, the server ends its whole process group itself. */
const orphanGuard = `data:text/javascript,${encodeURIComponent(
  `const parent = process.ppid;
   setInterval(() => { if (process.ppid !== parent) process.kill(-process.pid, "SIGKILL"); }, 1000).unref();`,
)}`;

export interface EmbeddedServerOptions {
  /** The port to listen on at 127.0.0.1; 0 takes any that is free. */
  port?: number;
  /** Lets the page's address name an extension under development and its tests, as only VS Code's own tests need. */
  driver?: boolean;
}

interface Events {
  /** The server has ended though nobody stopped it. */
  died: [];
  /** An extension host has ended; with how, and whether that was well. */
  hostExit: [well: boolean, how: string];
}

/** VS Code as a web server on this machine, with a clean profile in a temporary folder. Linux x64. */
export class EmbeddedServer extends EventEmitter<Events> {
  /** All that the server has printed so far. */
  log = "";
  /** Its host and port, once it listens. */
  authority = "";
  /** Whoever does not know it gets nothing from the server: other users of this machine can reach its port too. */
  readonly #token = randomUUID();
  readonly #folder = mkdtempSync(join(tmpdir(), "ai-plan-vscode-"));
  #program = { main: "", node: "" };
  #process: ChildProcess | undefined;

  constructor(private readonly options: EmbeddedServerOptions = {}) {
    super();
  }

  /** Makes the program, where it is not there yet, and the profile. To be called first. */
  async prepare(): Promise<void> {
    this.#program = await ensureServer();
    mkdirSync(join(this.#folder, "user/User"), { recursive: true });
    writeFileSync(join(this.#folder, "user/User/settings.json"), JSON.stringify(settings));
  }

  /**
   * Installs a packaged extension. To be called before {@link listen}.
   *
   * @throws Error when VS Code refuses it
   */
  async install(vsix: string): Promise<void> {
    await promisify(execFile)(this.#program.node, [...this.#arguments, "--install-extension", vsix], {
      env: this.#env,
    });
  }

  /**
   * Starts the server and waits until it listens.
   *
   * @throws Error when it ends before that
   */
  async listen(): Promise<void> {
    const { port = 0, driver = false } = this.options;
    const server = spawn(
      this.#program.node,
      [
        ...["--import", orphanGuard, ...this.#arguments, "--start-server", "--host", "127.0.0.1", "--port", `${port}`],
        ...["--connection-token", this.#token, "--disable-workspace-trust"],
        ...(driver ? ["--enable-smoke-test-driver"] : []),
      ],
      { detached: true, env: this.#env, stdio: ["ignore", "pipe", "pipe"] },
    );
    this.#process = server;
    const listening = new Promise<string>((found, failed) => {
      const read = (chunk: string) => {
        this.log += chunk;
        const port = /Extension host agent listening on (\d+)/.exec(this.log)?.[1];
        if (port !== undefined) found(port);
        const ended = /Extension Host Process exited with code: (\w+), signal: (\w+)/.exec(chunk);
        if (ended) this.emit("hostExit", ended[1] === "0" && ended[2] === "null", ended[0]);
      };
      server.stdout.setEncoding("utf8").on("data", read);
      server.stderr.setEncoding("utf8").on("data", read);
      server.on("error", failed);
      server.on("exit", (code) => {
        failed(new Error(`The server ended with code ${code}.\n${this.log}`));
        this.emit("died");
      });
    });
    this.authority = `127.0.0.1:${await listening}`;
  }

  /** The address at which a browser shows a folder. The payload is heeded only with the driver. */
  address(folder: string, payload: [key: string, value: string][] = []): string {
    const query = new URLSearchParams({ folder: resolve(folder), tkn: this.#token });
    if (payload.length > 0) query.set("payload", JSON.stringify(payload));
    return `http://${this.authority}/?${query.toString().replaceAll("%2F", "/")}`;
  }

  /** The name that the workbench in the browser has for a file of this machine. */
  remoteUri(path: string): string {
    return `vscode-remote://${this.authority}${resolve(path)}`;
  }

  /** Ends the server with all its processes, and removes the profile. */
  async stop(): Promise<void> {
    this.removeAllListeners();
    const server = this.#process;
    if (server?.pid !== undefined && server.exitCode === null && server.signalCode === null) {
      const gone = once(server, "exit");
      process.kill(-server.pid, "SIGKILL"); // the group: an extension host that spins outlives its server
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  get #arguments(): string[] {
    const folder = (name: string) => join(this.#folder, name);
    return [
      this.#program.main,
      ...["--user-data-dir", folder("user"), "--server-data-dir", folder("server")],
      ...["--extensions-dir", folder("extensions"), "--accept-server-license-terms", "--telemetry-level", "off"],
    ];
  }

  /** Sockets go to our folder, and there is no marketplace. */
  get #env(): NodeJS.ProcessEnv {
    return { ...process.env, XDG_RUNTIME_DIR: this.#folder, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  }
}

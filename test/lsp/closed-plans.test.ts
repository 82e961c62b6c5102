import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type PlanDate, type ReadOutcome, readDate } from "@aiplan/core";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import type { FolderEntry, Host } from "../../server/src/host.ts";
import { serve } from "../../server/src/server.ts";

const FOLDER = "file:///p";
const plan = (name: string) =>
  `aiplan: 1\nkind: catalog\nname: ${name}\nimports: [./org.aiplan]\ndata-sources: {s: {contract: ./${name}.yaml}}\n`;

/** A machine with files in memory that counts how often each was read, and notes what it may let go of. */
class CountingHost implements Host {
  readonly files = new Map([
    ["a.aiplan", plan("a")],
    ["b.aiplan", plan("b")],
    ["org.aiplan", "aiplan: 1\nkind: catalog\nname: org\n"],
    ["a.yaml", "a: 1\n"],
  ]);
  reads: string[] = [];
  lists = 0;
  needed: string[] = [];
  day = "2026-07-06";

  async read(uri: string): Promise<ReadOutcome> {
    const name = uri.slice(FOLDER.length + 1);
    const text = this.files.get(name);
    if (text !== undefined) this.reads.push(name);
    return text === undefined ? { problem: "not-found" } : { text };
  }
  async probe(): Promise<undefined> {}
  async exists(): Promise<boolean> {
    return false;
  }
  async list(uri: string): Promise<FolderEntry[]> {
    this.lists++;
    return uri === FOLDER ? [...this.files.keys()].map((name) => ({ name, isFolder: false })) : [];
  }
  forget(): void {}
  keepOnly(uris: ReadonlySet<string>): void {
    this.needed = [...uris].map((uri) => uri.slice(FOLDER.length + 1)).filter((name) => this.files.has(name));
  }
  today(): PlanDate {
    return readDate(this.day).date!;
  }
}

describe("plans that are not open", () => {
  let host: CountingHost;
  let client: ProtocolConnection;
  let known: { uri: string; value: string }[];
  beforeEach(async () => {
    host = new CountingHost();
    known = [];
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    const workspaceFolders = [{ uri: FOLDER, name: "p" }];
    await client.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities });
  });
  afterEach(() => client.dispose());

  /** The names of the plans that have something new. */
  const ask = async () => {
    const { items } = await client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: known,
    });
    known = items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    return items.filter(({ kind }) => kind === "full").map(({ uri }) => uri.slice(FOLDER.length + 1));
  };
  const changed = (name: string) =>
    client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: `${FOLDER}/${name}`, type: 2 }] });

  it("are not read, nor looked for, before somebody asks", async () => {
    await client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///none" }, position: {} });
    assert.deepEqual([host.reads, host.lists], [[], 0]);
  });

  it("are read once, and again only where something changes that they are made of", async () => {
    assert.deepEqual(await ask(), ["a.aiplan", "b.aiplan", "org.aiplan"]);
    const { lists } = host;
    host.reads = [];
    await changed("a.yaml");
    assert.deepEqual(await ask(), ["a.aiplan"]);
    assert.deepEqual(host.reads.sort(), ["a.aiplan", "a.yaml", "org.aiplan"]);
    host.reads = [];
    const held = ask();
    await changed("c.txt");
    await changed("org.aiplan");
    // It waits for a pause, and the next one finds what has changed.
    assert.deepEqual(await held, []);
    assert.deepEqual(host.reads, []);
    assert.deepEqual(await ask(), ["a.aiplan", "b.aiplan", "org.aiplan"]);
    assert.equal(host.lists, lists + 1);
  });

  it("leave nothing in memory of the files that no open plan is made of", async () => {
    await ask();
    assert.deepEqual(host.needed, []);
    const textDocument = { uri: `${FOLDER}/b.aiplan`, languageId: "aiplan", version: 1, text: plan("b") };
    await client.sendNotification("textDocument/didOpen", { textDocument });
    await ask();
    assert.deepEqual(host.needed.sort(), ["b.aiplan", "org.aiplan"]);
  });

  it("are checked anew on another day", async () => {
    await ask();
    host.day = "2026-07-07";
    assert.deepEqual(await ask(), ["a.aiplan", "b.aiplan", "org.aiplan"]);
  });
});

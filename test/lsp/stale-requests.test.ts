import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type PlanDate, type ReadOutcome, readDate } from "@aiplan/core";
import { createConnection } from "vscode-languageserver/node";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { Host } from "../../server/src/host.ts";
import { serve } from "../../server/src/server.ts";

const URI = "file:///project/team.aiplan";
const TEAM = "aiplan: 1\nkind: catalog\nname: org\nimports: [./org.aiplan]\n";
const CONFIG = "file:///project/aiplan.config.yaml";
const ORG = "file:///project/org.aiplan";

/** A machine whose reading of a file can be held up, and that counts: a catalog is read once for each parsed plan. */
class HeldHost implements Host {
  readonly reads: string[] = [];
  day = "2026-07-06";
  private readonly gates = new Map<string, { readonly opened: Promise<void>; readonly open: () => void }>();

  /** Holds up the reading of a file until the function that is returned is called. */
  hold(uri: string): () => void {
    let open = () => {};
    const opened = new Promise<void>((done) => {
      open = done;
    });
    this.gates.set(uri, { opened, open });
    return open;
  }

  async read(uri: string): Promise<ReadOutcome> {
    this.reads.push(uri);
    await this.gates.get(uri)?.opened;
    return uri === ORG ? { text: "aiplan: 1\nkind: catalog\nname: org\n" } : { problem: "not-found" };
  }

  async probe(): Promise<undefined> {}

  async exists(): Promise<boolean> {
    return false;
  }

  async list(): Promise<[]> {
    return [];
  }

  forget(): void {}

  keepOnly(): void {}

  today(): PlanDate {
    return readDate(this.day).date!;
  }

  count(uri: string): number {
    return this.reads.filter((one) => one === uri).length;
  }
}

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly { readonly code: string }[];
}

describe("what is out of date", () => {
  let host: HeldHost;
  let client: ProtocolConnection;
  let version: number;
  beforeEach(async () => {
    host = new HeldHost();
    version = 1;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    const workspaceFolders = [{ uri: "file:///project", name: "project" }];
    await client.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities });
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: URI, languageId: "aiplan", version, text: TEAM },
    });
  });
  afterEach(() => client.dispose());

  const edit = (text: string) =>
    client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: ++version },
      contentChanges: [{ text }],
    });
  const pull = (source = new CancellationTokenSource()) =>
    client.sendRequest<Report>("textDocument/diagnostic", { textDocument: { uri: URI } }, source.token);
  /** All that was said before has been received once this is answered. */
  const settled = () =>
    client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///none" }, position: {} });
  /** How many snapshots have been made when this one was. */
  const countOf = ({ resultId }: Report) => Number(resultId?.split("-").at(-1));

  it("is not read where the client has cancelled its request", async () => {
    const release = host.hold(CONFIG);
    const cancelled: Promise<unknown>[] = [];
    for (let time = 0; time < 10; time++) {
      await edit(`${TEAM}x-${time}: 1\n`);
      const source = new CancellationTokenSource();
      cancelled.push(assert.rejects(pull(source), { code: -32800 }));
      await settled();
      source.cancel();
    }
    await edit(`${TEAM}rolls: {}\n`);
    const last = pull();
    await settled();
    assert.equal(host.count(ORG), 0);
    release();
    const report = await last;
    await Promise.all(cancelled);
    assert.deepEqual(
      report.items?.map(({ code }) => code),
      ["unknown-key"],
    );
    assert.equal(host.count(ORG), 1);
    assert.equal(countOf(report), 1);
  });

  it("is not read where the plan has changed, and each request is answered with what it is now", async () => {
    const release = host.hold(CONFIG);
    const reports: Promise<Report>[] = [];
    for (const text of [TEAM, `${TEAM}x: 1\n`, `${TEAM}rolls: {}\n`]) {
      await edit(text);
      reports.push(pull());
      await settled();
    }
    release();
    for (const report of await Promise.all(reports)) {
      assert.deepEqual(
        report.items?.map(({ code }) => code),
        ["unknown-key"],
      );
      assert.equal(countOf(report), 1);
    }
    assert.equal(host.count(ORG), 1);
  });

  it("is still made for those who want it, whoever else has cancelled", async () => {
    const release = host.hold(CONFIG);
    const source = new CancellationTokenSource();
    const cancelled = assert.rejects(pull(source), { code: -32800 });
    const symbols = client.sendRequest<object[]>("textDocument/documentSymbol", { textDocument: { uri: URI } });
    await settled();
    source.cancel();
    await edit(`${TEAM}x: 1\n`);
    await settled();
    release();
    await cancelled;
    assert.ok((await symbols).length > 0);
    assert.equal(countOf(await pull()), 2);
  });

  it("is a check of another day", async () => {
    const first = await pull();
    assert.equal((await pull()).resultId, first.resultId);
    host.day = "2026-07-07";
    assert.notEqual((await pull()).resultId, first.resultId);
  });

  it("is a request that is cancelled while it waits, and the next is answered as usual", async () => {
    const release = host.hold(CONFIG);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI }, position: { line: 3, character: 2 } };
    const cancelled = assert.rejects(client.sendRequest("textDocument/hover", params, source.token), { code: -32800 });
    await settled();
    source.cancel();
    await settled();
    release();
    await cancelled;
    assert.ok(await client.sendRequest("textDocument/hover", params));
  });
});

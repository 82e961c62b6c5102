import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { type PlanDate, type ReadOutcome, readDate } from "@aiplan/core";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { Host } from "../../server/src/host.ts";
import { ParsedFiles } from "../../server/src/parsed-files.ts";
import { serve } from "../../server/src/server.ts";
import { WorkspaceFiles } from "../../server/src/workspace-files.ts";

describe("a file that stays as it is", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-cache-")));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is read once, until it has changed or nobody needs it", async () => {
    const files = new WorkspaceFiles();
    const uri = pathToFileURL(join(folder, "c.yaml")).toString();
    const read = () => files.read(uri, pathToFileURL(folder).toString());
    writeFileSync(join(folder, "c.yaml"), "a: 1\n");
    const first = await read();
    assert.equal(await read(), first);
    files.keepOnly(new Set([uri]));
    assert.equal(await read(), first);
    utimesSync(join(folder, "c.yaml"), 1, 1);
    const second = await read();
    assert.notEqual(second, first);
    files.keepOnly(new Set());
    assert.notEqual(await read(), second);
  });

  it("is not looked for at every key, unless it is said to have changed", async () => {
    const files = new WorkspaceFiles(60_000);
    const root = pathToFileURL(folder).toString();
    const path = join(folder, "sub/c.yaml");
    const uri = `${root}/sub/c.yaml`;
    const all = async () => [await files.read(uri, root), await files.probe(`${uri}.md`, root)];
    assert.deepEqual(await all(), [{ problem: "not-found" }, "not-found"]);
    mkdirSync(join(folder, "sub"));
    writeFileSync(path, "a: 1\n");
    writeFileSync(`${path}.md`, "# A\n");
    assert.deepEqual(await all(), [{ problem: "not-found" }, "not-found"]);
    files.forget(uri);
    assert.deepEqual(await all(), [{ text: "a: 1\n" }, "not-found"]);
    files.forget(`${root}/sub`);
    assert.deepEqual(await all(), [{ text: "a: 1\n" }, undefined]);
    // What another folder bounds is another question.
    assert.deepEqual(await files.read(uri, `${root}/other`), { problem: "not-found" });
  });

  it("can be looked for without being read", async () => {
    const files = new WorkspaceFiles();
    const probe = (path: string) =>
      files.probe(pathToFileURL(join(folder, path)).toString(), pathToFileURL(join(folder, "root")).toString());
    mkdirSync(join(folder, "root/sub"), { recursive: true });
    writeFileSync(join(folder, "secret.pdf"), "s");
    writeFileSync(join(folder, "root/report.pdf"), new Uint8Array([0, 1, 2]));
    writeFileSync(join(folder, "root/large.pdf"), "x".repeat(5_000_001));
    assert.equal(await probe("root/report.pdf"), undefined);
    assert.equal(await probe("root/large.pdf"), undefined);
    assert.equal(await probe("root/gone.pdf"), "not-found");
    assert.equal(await probe("root/sub"), "not-a-file");
    assert.equal(await probe("secret.pdf"), "outside");
    assert.equal(await files.probe("vscode-vfs://github/a.pdf", "vscode-vfs://github"), "unreachable");
  });

  it("is parsed once, until its text has changed or nobody needs it", () => {
    const files = new ParsedFiles((uri, text) => ({ uri, text }));
    const first = files.of("file:///c.yaml", "a: 1\n");
    assert.equal(files.of("file:///c.yaml", "a: 1\n"), first);
    assert.deepEqual(files.of("file:///c.yaml", "a: 2\n"), { uri: "file:///c.yaml", text: "a: 2\n" });
    const last = files.of("file:///c.yaml", "a: 1\n");
    assert.notEqual(last, first);
    files.keepOnly(new Set(["file:///c.yaml"]));
    assert.equal(files.of("file:///c.yaml", "a: 1\n"), last);
    files.keepOnly(new Set(["file:///d.yaml"]));
    assert.notEqual(files.of("file:///c.yaml", "a: 1\n"), last);
  });
});

/** A machine that has every file, and notes which of them are still needed. */
class NotingHost implements Host {
  needed: string[] = [];
  async read(uri: string): Promise<ReadOutcome> {
    return uri.endsWith(".config.yaml") ? { problem: "not-found" } : { text: "a: 1\n" };
  }
  async probe(): Promise<undefined> {}
  async exists(): Promise<boolean> {
    return false;
  }
  async list(): Promise<[]> {
    return [];
  }
  forget(): void {}
  keepOnly(uris: ReadonlySet<string>): void {
    this.needed = [...uris].filter((uri) => !uri.endsWith(".config.yaml")).map((uri) => uri.slice("file:///p/".length));
  }
  today(): PlanDate {
    return readDate("2026-07-06").date!;
  }
}

describe("a plan that is closed", () => {
  let client: ProtocolConnection;
  afterEach(() => client.dispose());

  it("lets go of the linked files that no other plan needs", async () => {
    const host = new NotingHost();
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    const workspaceFolders = [{ uri: "file:///p", name: "p" }];
    const capabilities = { textDocument: { diagnostic: {} } };
    await client.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities });
    const uri = (name: string) => `file:///p/${name}`;
    const open = async (name: string, ...contracts: string[]) => {
      const sources = contracts.map((path, index) => `  s${index}: {contract: ${path}, lineage: ${path}.md}\n`);
      const text = `aiplan: 1\nkind: catalog\nname: n\ndata-sources:\n${sources.join("")}`;
      const textDocument = { uri: uri(name), languageId: "aiplan", version: 1, text };
      await client.sendNotification("textDocument/didOpen", { textDocument });
      await client.sendRequest("textDocument/diagnostic", { textDocument: { uri: uri(name) } });
    };
    const close = async (name: string) => {
      await client.sendNotification("textDocument/didClose", { textDocument: { uri: uri(name) } });
      // What was said before has been received once this is answered.
      await client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///none" }, position: {} });
    };
    await open("a.aiplan", "c.yaml");
    await open("b.aiplan", "c.yaml", "d.yaml");
    await close("b.aiplan");
    assert.deepEqual(host.needed, ["a.aiplan", "c.yaml", "c.yaml.md"]);
    await close("a.aiplan");
    assert.deepEqual(host.needed, []);
  });
});

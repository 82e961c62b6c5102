import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import type { ReadOutcome } from "@aiplan/core";
import { type Connection, createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { ClientHost } from "../../server/src/client-host.ts";
import {
  FILE_STATUS,
  type FileParams,
  type FileStatusAnswer,
  READ_FILE,
  READ_FOLDER,
  type ReadFolderAnswer,
} from "../../server/src/file-requests.ts";

const ROOT = "vscode-vfs://test/workspace";

describe("files that the client reads for the server", () => {
  let client: ProtocolConnection;
  let server: Connection;
  let host: ClientHost;
  /** What the client was asked, in order: the request and the path below the root. */
  let asked: string[];
  /** The files of the client, by their paths below the root: a text, or why there is none. */
  let files: Record<string, string | ReadOutcome>;

  beforeEach(() => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    server = createConnection(toServer, toClient);
    server.listen();
    host = new ClientHost(server);
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    asked = [];
    files = {};
  });
  afterEach(() => client.dispose());

  it("are read once, until they are said to have changed", async () => {
    answer();
    files["sub/a.yaml"] = "a: 1\n";
    assert.deepEqual(await host.read(`${ROOT}/sub/a.yaml`, ROOT), { text: "a: 1\n" });
    assert.deepEqual(await host.read(`${ROOT}/sub/a.yaml`, ROOT), { text: "a: 1\n" });
    assert.deepEqual(asked, ["aiplan/fileStatus sub/a.yaml", "aiplan/readFile sub/a.yaml"]);
    // Of the same size and with no time of change: only who says so knows.
    files["sub/a.yaml"] = "a: 2\n";
    host.forget(`${ROOT}/sub`);
    assert.deepEqual(await host.read(`${ROOT}/sub/a.yaml`, ROOT), { text: "a: 2\n" });
  });

  it("are probed and found without being read", async () => {
    answer();
    files["a.yaml"] = "a: 1\n";
    assert.equal(await host.probe(`${ROOT}/a.yaml`, ROOT), undefined);
    assert.equal(await host.probe(`${ROOT}/b.yaml`, ROOT), "not-found");
    assert.equal(await host.exists(`${ROOT}/a.yaml`), true);
    assert.equal(await host.exists(`${ROOT}/b.yaml`), false);
    assert.deepEqual(await host.list(ROOT, ROOT), [{ name: "a.yaml", isFolder: false }]);
    assert.ok(!asked.some((request) => request.startsWith(READ_FILE)));
  });

  it("are not asked for outside the folder that bounds them", async () => {
    answer();
    for (const uri of [
      "vscode-vfs://test/other.yaml",
      "vscode-vfs://other/workspace/a.yaml",
      `${ROOT}-2/a.yaml`,
      ROOT,
    ]) {
      assert.deepEqual(await host.read(uri, ROOT), { problem: "outside" }, uri);
      assert.equal(await host.probe(uri, ROOT), "outside", uri);
    }
    assert.deepEqual(await host.list("vscode-vfs://test", ROOT), []);
    assert.deepEqual(asked, []);
  });

  it("are what the client says of them: too large, not text, not for us to read, gone since", async () => {
    answer();
    const problems = ["too-large", "not-text", "unreadable", "not-found"] as const;
    for (const problem of problems) {
      files[problem] = { problem };
      assert.deepEqual(await host.read(`${ROOT}/${problem}`, ROOT), { problem });
    }
    // To be allowed to read a file does not change it, so that one is asked for again.
    files.unreadable = "a: 1\n";
    assert.deepEqual(await host.read(`${ROOT}/unreadable`, ROOT), { text: "a: 1\n" });
  });

  it("are unreachable, and folders empty, where the client knows no such requests", async () => {
    assert.deepEqual(await host.read(`${ROOT}/a.yaml`, ROOT), { problem: "unreachable" });
    assert.equal(await host.probe(`${ROOT}/a.yaml`, ROOT), "unreachable");
    assert.equal(await host.exists(`${ROOT}/a.yaml`), false);
    assert.deepEqual(await host.list(ROOT, ROOT), []);
  });

  it("are unreachable where the client does not answer", async () => {
    for (const method of [FILE_STATUS, READ_FOLDER]) client.onRequest(method, () => new Promise(() => {}));
    host = new ClientHost(server, undefined, 1);
    assert.deepEqual(await host.read(`${ROOT}/a.yaml`, ROOT), { problem: "unreachable" });
    assert.deepEqual(await host.list(ROOT, ROOT), []);
  });

  it("are asked for again where they could not be reached", async () => {
    answer();
    files["a.yaml"] = { problem: "unreachable" };
    assert.deepEqual(await host.read(`${ROOT}/a.yaml`, ROOT), { problem: "unreachable" });
    files["a.yaml"] = "a: 1\n";
    assert.deepEqual(await host.read(`${ROOT}/a.yaml`, ROOT), { text: "a: 1\n" });
  });

  it("are unreachable where the client fails", async () => {
    for (const method of [FILE_STATUS, READ_FILE, READ_FOLDER])
      client.onRequest(method, () => {
        throw new Error("The file system is gone");
      });
    assert.deepEqual(await host.read(`${ROOT}/a.yaml`, ROOT), { problem: "unreachable" });
    assert.deepEqual(await host.list(ROOT, ROOT), []);
  });

  function answer(): void {
    const on = (method: string, work: (path: string) => unknown) =>
      client.onRequest(method, ({ uri }: FileParams) => {
        const path = uri.slice(ROOT.length + 1);
        asked.push(`${method} ${path}`);
        return work(path);
      });
    on(FILE_STATUS, (path): FileStatusAnswer => {
      const file = files[path];
      return file === undefined ? { problem: "not-found" } : { isFile: true, modified: 0, size: 5 };
    });
    on(READ_FILE, (path) => {
      const file = files[path] ?? { problem: "not-found" };
      return typeof file === "string" ? { text: file } : file;
    });
    on(READ_FOLDER, (): ReadFolderAnswer => Object.keys(files).map((name) => ({ name, isFolder: false })));
  }
});

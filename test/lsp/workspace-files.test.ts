import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { WorkspaceFiles } from "../../server/src/workspace-files.ts";

describe("files of a workspace", () => {
  let folder: string;
  let files: WorkspaceFiles;
  const uri = (path: string) => pathToFileURL(join(folder, path)).toString();
  const read = (path: string) => files.read(uri(path), uri("root"));
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-files-")));
    mkdirSync(join(folder, "root/sub"), { recursive: true });
    files = new WorkspaceFiles();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are read as text, without a byte order mark", async () => {
    writeFileSync(join(folder, "root/a.aiplan"), "\uFEFFaiplan: 1 # é\r\n");
    assert.deepEqual(await read("root/a.aiplan"), { text: "aiplan: 1 # é\r\n" });
  });

  it("are read again once they have changed", async () => {
    const path = join(folder, "root/a.aiplan");
    writeFileSync(path, "a: 1");
    assert.deepEqual(await read("root/a.aiplan"), { text: "a: 1" });
    writeFileSync(path, "a: 2");
    utimesSync(path, 1, 1);
    assert.deepEqual(await read("root/a.aiplan"), { text: "a: 2" });
    rmSync(path);
    assert.deepEqual(await read("root/a.aiplan"), { problem: "not-found" });
  });

  it("are not read where they are no text, too large, or no files", async () => {
    writeFileSync(join(folder, "root/binary"), new Uint8Array([0x61, 0, 0x62]));
    writeFileSync(join(folder, "root/latin"), new Uint8Array([0x61, 0xe9, 0x62]));
    writeFileSync(join(folder, "root/large"), "x".repeat(5_000_001));
    assert.deepEqual(await read("root/binary"), { problem: "not-text" });
    assert.deepEqual(await read("root/latin"), { problem: "not-text" });
    assert.deepEqual(await read("root/large"), { problem: "too-large" });
    assert.deepEqual(await read("root/sub"), { problem: "not-a-file" });
    assert.deepEqual(await read("root/gone/a"), { problem: "not-found" });
    assert.deepEqual(await files.read("https://example.com/a", uri("root")), { problem: "unreachable" });
    assert.deepEqual(await files.read(uri("root/large"), "vscode-vfs://github/a"), { problem: "unreachable" });
  });

  it("are listed by folder, without links that lead out of the root", async function () {
    const list = (path: string) => files.list(uri(path), uri("root"));
    writeFileSync(join(folder, "root/b.aiplan"), "");
    writeFileSync(join(folder, "root/sub/a.aiplan"), "");
    try {
      symlinkSync(folder, join(folder, "root/up"));
      symlinkSync(join(folder, "root/sub"), join(folder, "root/within"));
    } catch {
      this.skip(); // Windows asks for a privilege to link
    }
    assert.deepEqual(await list("root"), [
      { name: "b.aiplan", isFolder: false },
      { name: "sub", isFolder: true },
      { name: "within", isFolder: true, isLink: true },
    ]);
    assert.deepEqual(await list("root/sub"), [{ name: "a.aiplan", isFolder: false }]);
    for (const path of ["", "root/up", "root/gone", "root/b.aiplan"]) assert.deepEqual(await list(path), []);
  });

  it("are not read outside of the root, even through links", async function () {
    writeFileSync(join(folder, "secret"), "s");
    mkdirSync(join(folder, "root-2"));
    writeFileSync(join(folder, "root-2/a"), "s");
    assert.deepEqual(await read("secret"), { problem: "outside" });
    assert.deepEqual(await read("root-2/a"), { problem: "outside" });
    try {
      symlinkSync(folder, join(folder, "root/up"));
    } catch {
      this.skip(); // Windows asks for a privilege to link
    }
    assert.deepEqual(await read("root/up/secret"), { problem: "outside" });
  });
});

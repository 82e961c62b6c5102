import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CancellationTokenSource, type Diagnostic, ProgressType } from "vscode-languageserver-protocol";
import { type Capabilities, type ClientOptions, LspClient, rulesOf, until } from "../harness/lsp-client.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\n";
const ORG = `${CATALOG}roles: {sre: {contact: a}}\n`;
const TEAM = `${CATALOG}imports: [./org.aiplan]\nsystems: {crm: {owner: sre}}\n`;
const MISSPELT = `${CATALOG}rolls: {}\n`;

const PULLS: Capabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    diagnostics: { refreshSupport: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

interface Report {
  readonly uri: string;
  readonly kind: "full" | "unchanged";
  readonly version: number | null;
  readonly resultId?: string;
  readonly items?: Diagnostic[];
}

describe("the findings of the whole workspace", () => {
  let client: LspClient;
  let known: Map<string, string>;
  afterEach(() => client.stop());

  const start = async (options: ClientOptions) => {
    client = await LspClient.start({ capabilities: PULLS, ...options });
    known = new Map();
  };
  const params = () => ({ previousResultIds: [...known].map(([uri, value]) => ({ uri, value })) });
  const remember = (reports: readonly Report[]) => {
    for (const { uri, resultId } of reports)
      if (resultId === undefined) known.delete(uri);
      else known.set(uri, resultId);
  };
  const nameOf = (uri: string) => uri.slice(client.uri("").length + 1);
  const shown = ({ uri, kind, version, items }: Report) =>
    `${nameOf(uri)} ${version} ${kind === "full" ? rulesOf(items!) : kind}`.trim();
  /** Asks as a client does that asks again and again; a line for each report, in the order in which they come. */
  const ask = async () => {
    const { items } = await client.request<{ items: Report[] }>("workspace/diagnostic", params());
    remember(items);
    return items.map(shown);
  };

  it("are told for closed plans as for open ones, which come first, with their versions", async () => {
    await start({ files: { "a/org.aiplan": MISSPELT, "b.aiplan": CATALOG, "notes.yaml": MISSPELT } });
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: "aiplan",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await client.open("z.aiplan", MISSPELT);
    assert.deepEqual(await ask(), ["z.aiplan 1 unknown-key", "a/org.aiplan null unknown-key", "b.aiplan null"]);
  });

  it("are sent as they are found to clients that want that", async () => {
    await start({ files: { "a.aiplan": MISSPELT, "b.aiplan": CATALOG } });
    const type = new ProgressType<{ items: Report[] }>();
    const parts: string[][] = [];
    client.connection.onProgress(type, "part", ({ items }) => {
      remember(items);
      parts.push(items.map(shown));
    });
    const partially = () => client.request("workspace/diagnostic", { ...params(), partialResultToken: "part" });
    assert.deepEqual(await partially(), { items: [] });
    assert.deepEqual(parts.splice(0), [["a.aiplan null unknown-key"], ["b.aiplan null"]]);
    client.write("b.aiplan", MISSPELT);
    await client.changedOnDisk("b.aiplan");
    assert.deepEqual(await partially(), { items: [] });
    assert.deepEqual(parts, [["b.aiplan null unknown-key"], ["a.aiplan null unchanged"]]);
  });

  it("are held back until there is something new, and then only that is full", async () => {
    await start({ files: { "org.aiplan": ORG, "team.aiplan": TEAM, "other.aiplan": MISSPELT } });
    await ask();
    let isAnswered = false;
    const next = ask().then(() => {
      isAnswered = true;
    });
    // Were there an answer, it would have come before this, which is more work.
    await client.request("workspace/diagnostic", { previousResultIds: [] });
    assert.ok(!isAnswered);
    client.write("org.aiplan", CATALOG);
    await client.changedOnDisk("org.aiplan");
    await next;
    assert.deepEqual(await ask(), [
      "org.aiplan null",
      "other.aiplan null unchanged",
      "team.aiplan null undefined-reference",
    ]);
  });

  it("follow a catalog that is edited, and the client that waits for nothing is told to ask", async () => {
    await start({ files: { "org.aiplan": ORG, "team.aiplan": TEAM } });
    const uri = await client.open("org.aiplan", ORG);
    await ask();
    const before = client.refreshes;
    await client.change(uri, { text: CATALOG });
    await until("a refresh", () => (client.refreshes > before ? true : undefined));
    assert.deepEqual(await ask(), ["org.aiplan 2", "team.aiplan null undefined-reference"]);
  });

  it("can be given up waiting for", async () => {
    await start({ files: { "org.aiplan": ORG } });
    await ask();
    const source = new CancellationTokenSource();
    const held = client.connection.sendRequest("workspace/diagnostic", params(), source.token);
    await client.request("textDocument/hover", hoverNowhere());
    source.cancel();
    await assert.rejects(held, { code: -32800 });
  });

  it("are told once of a plan that is opened and closed, and emptied once where it is gone", async () => {
    await start({ files: { "a.aiplan": MISSPELT, "b/c.aiplan": MISSPELT } });
    assert.deepEqual(await ask(), ["a.aiplan null unknown-key", "b/c.aiplan null unknown-key"]);
    const uri = await client.open("a.aiplan", CATALOG);
    assert.deepEqual(await ask(), ["a.aiplan 1", "b/c.aiplan null unchanged"]);
    await client.close(uri);
    assert.deepEqual(await ask(), ["a.aiplan null unknown-key", "b/c.aiplan null unchanged"]);
    rmSync(join(client.folder, "b"), { recursive: true });
    await client.wentFromDisk("b");
    assert.deepEqual(await ask(), ["a.aiplan null unchanged", "b/c.aiplan null"]);
    rmSync(join(client.folder, "a.aiplan"));
    await client.wentFromDisk("a.aiplan");
    assert.deepEqual(await ask(), ["a.aiplan null"]);
    assert.deepEqual(known, new Map());
  });

  it("are emptied once for a plan that was closed where it is gone or unwanted, though the client names no result", async () => {
    await start({ files: { "gone.aiplan": MISSPELT, "kept.aiplan": MISSPELT } });
    await ask();
    const uris = [await client.open("gone.aiplan", MISSPELT), await client.open("kept.aiplan", MISSPELT)];
    assert.deepEqual(await ask(), ["gone.aiplan 1 unknown-key", "kept.aiplan 1 unknown-key"]);
    rmSync(join(client.folder, "gone.aiplan"));
    await client.wentFromDisk("gone.aiplan");
    for (const uri of uris) await client.close(uri);
    // VS Code's client forgets the results of documents when they are closed.
    known.clear();
    assert.deepEqual(await ask(), ["kept.aiplan null unknown-key", "gone.aiplan null"]);
    await client.open("kept.aiplan", MISSPELT);
    await ask();
    client.settings = { checkClosedPlans: false };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.close(client.uri("kept.aiplan"));
    known.clear();
    assert.deepEqual(await ask(), ["kept.aiplan null"]);
  });

  it("are found in folders and files that come, but not in those that are hidden, a tool's or linked", async function () {
    await start({
      files: { ".git/a.aiplan": CATALOG, "node_modules/x/a.aiplan": CATALOG, ".drafts/a.aiplan": CATALOG },
    });
    client.write("deep/er/one.aiplan", MISSPELT);
    client.write("deep/node_modules/one.aiplan", MISSPELT);
    mkdirSync(join(client.folder, "plans"));
    try {
      symlinkSync(client.folder, join(client.folder, "deep/circle"));
      symlinkSync(join(client.folder, "deep/er/one.aiplan"), join(client.folder, "alias.aiplan"));
    } catch {
      this.skip(); // Windows asks for a privilege to link
    }
    assert.deepEqual(await ask(), ["deep/er/one.aiplan null unknown-key"]);
    renameSync(join(client.folder, "deep"), join(client.folder, "plans/moved"));
    client.write("plans/TWO.AIPLAN", CATALOG);
    await client.wentFromDisk("deep");
    await client.cameOnDisk(
      "plans/moved",
      "plans/TWO.AIPLAN",
      "plans/moved/node_modules",
      "alias.aiplan",
      "plans/moved/circle",
    );
    assert.deepEqual(await ask(), [
      "plans/TWO.AIPLAN null",
      "plans/moved/er/one.aiplan null unknown-key",
      "deep/er/one.aiplan null",
    ]);
  });

  it("are not those of plans that the configuration ignores", async () => {
    await start({ files: { "aiplan.config.yaml": "ignore: [drafts]\n", "drafts/a.aiplan": MISSPELT } });
    assert.deepEqual(await ask(), ["drafts/a.aiplan null"]);
    client.write("aiplan.config.yaml", "ignore: []\n");
    await client.changedOnDisk("aiplan.config.yaml");
    assert.deepEqual(await ask(), ["drafts/a.aiplan null unknown-key"]);
  });

  it("go where the author does not want them", async () => {
    await start({ files: { "a.aiplan": MISSPELT } });
    await client.open("b.aiplan", MISSPELT);
    assert.deepEqual(await ask(), ["b.aiplan 1 unknown-key", "a.aiplan null unknown-key"]);
    client.settings = { checkClosedPlans: false };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await ask(), ["b.aiplan 1 unknown-key", "a.aiplan null"]);
    client.settings = {};
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await ask(), ["b.aiplan 1 unknown-key", "a.aiplan null unknown-key"]);
  });

  it("are only those of open plans without a folder, and never those of what is no file", async () => {
    await start({ withFolder: false, files: { "a.aiplan": MISSPELT } });
    await client.open("b.aiplan", MISSPELT);
    await client.open("", MISSPELT, "aiplan", "untitled:Untitled-1");
    await client.open("", MISSPELT, "aiplan", `git:${client.folder}/b.aiplan?HEAD`);
    assert.deepEqual(await ask(), ["b.aiplan 1 unknown-key"]);
  });

  it("come from several folders, each with its own settings, and go with them", async () => {
    await start({
      folders: ["one", "two"],
      settings: (uri: string) => (uri.includes("/two") ? { rules: { "unknown-key": "error" } } : {}),
      files: {
        "one/a.aiplan": MISSPELT,
        "two/b.aiplan": MISSPELT,
        // Neither link leaves its folder.
        "two/c.aiplan": TEAM.replace("./org.aiplan", "../one/a.aiplan").replace("sre", "any"),
        "three/d.aiplan": MISSPELT,
      },
    });
    const severities = async () => {
      const { items } = await client.request<{ items: Report[] }>("workspace/diagnostic", params());
      remember(items);
      return items.map((one) => [
        nameOf(one.uri),
        ...(one.items ?? []).map(({ code, severity }) => `${code} ${severity}`),
      ]);
    };
    const two = [
      ["two/b.aiplan", "unknown-key 1"],
      ["two/c.aiplan", "import-not-found 1"],
    ];
    assert.deepEqual(await severities(), [["one/a.aiplan", "unknown-key 2"], ...two]);
    const folder = (path: string) => ({ uri: client.uri(path), name: path });
    const event = { added: [folder("three")], removed: [folder("one")] };
    await client.notify("workspace/didChangeWorkspaceFolders", { event });
    assert.deepEqual(await severities(), [["three/d.aiplan", "unknown-key 2"], ...two, ["one/a.aiplan"]]);
  });

  it("are nothing that a client could ask for which waits for findings to be sent, and none of closed plans are sent", async () => {
    await start({ capabilities: {}, files: { "a.aiplan": MISSPELT } });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.pushed(await client.open("b.aiplan", MISSPELT));
    assert.deepEqual(
      client.published.map(({ uri }) => nameOf(uri)),
      ["b.aiplan"],
    );
  });

  it("are not waited for where nobody says what has changed on disk", async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } }, files: { "a.aiplan": MISSPELT } });
    assert.deepEqual(await ask(), ["a.aiplan null unknown-key"]);
    assert.deepEqual(await ask(), ["a.aiplan null unchanged"]);
  });
});

/** What was said before has been received once this is answered. */
function hoverNowhere() {
  return { textDocument: { uri: "file:///none" }, position: { line: 0, character: 0 } };
}

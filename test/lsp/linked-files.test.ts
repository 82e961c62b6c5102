import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { CodeAction, DocumentDiagnosticReport } from "vscode-languageserver-protocol/node";
import { LspClient, positionOf, rulesOf, until } from "../harness/lsp-client.ts";

const contract = (table: string) =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: helpdesk\nversion: 1.0.0\nstatus: active\nschema:\n  - name: ${table}\n    properties: [{name: id, logicalType: string}]\n`;

/** A catalog is checked for its links, and for little else. */
const catalog = (link: string) =>
  `aiplan: 1\nkind: catalog\nname: data\ndata-sources:\n  tickets: {contract: ${link}}\n`;
const LINKS = catalog("./contracts/tickets.odcs.yaml#/schema/tickets");
const OTHER = catalog("./others/tickets.odcs.yaml#/schema/tickets");
const BORROWS = "aiplan: 1\nimports: [./data.aiplan]\njoins: {j: {left: tickets.id, right: tickets.id}}\n";

const FILES = {
  "data.aiplan": LINKS,
  "contracts/tickets.odcs.yaml": contract("tickets"),
  "others/tickets.odcs.yaml": contract("tickets"),
};
const CONTRACT = "contracts/tickets.odcs.yaml";

/** The client says no more than that it pulls; of capabilities the rest is left to the other tests. */
const PULLS = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

describe("a linked file", function () {
  this.timeout(30_000);
  let client: LspClient;
  afterEach(() => client.stop());

  /** How often diagnostics came for each document, once everything that is under way has been answered. */
  async function counts(...uris: string[]): Promise<number[]> {
    const textDocument = { uri: uris[0] };
    await client.request("textDocument/documentSymbol", { textDocument });
    return uris.map((uri) => client.published.filter((one) => one.uri === uri).length);
  }

  it("that changes gives the plans that use it their findings again, and no other", async () => {
    client = await LspClient.start({ files: FILES });
    const own = await client.open("data.aiplan", LINKS);
    const other = await client.open("other.aiplan", OTHER);
    const borrowing = await client.open("plan.aiplan", BORROWS);
    for (const uri of [own, other, borrowing]) await client.pushed(uri);
    const missing = (found: readonly { code?: unknown }[]) => found.some(({ code }) => code === "linked-file-missing");
    let expected = await counts(own, borrowing, other);
    assert.deepEqual(expected, [1, 1, 1]);

    /** Does something, and expects one more publication for each plan that uses the contract, and none for the other. */
    async function expectRefresh(what: string, work: () => Promise<unknown>, isMissing: boolean): Promise<void> {
      await work();
      const [first = 0, second = 0, rest = 0] = expected;
      expected = [first + 1, second + 1, rest];
      await until(`${what}: diagnostics`, () => {
        const count = (uri: string) => client.published.filter((one) => one.uri === uri).length;
        return count(own) > first && count(borrowing) > second ? true : undefined;
      });
      assert.deepEqual(await counts(own, borrowing, other), expected, what);
      assert.equal(missing(await client.pushed(own)), isMissing, what);
    }

    const onDisk = (text: string) => async () => {
      client.write(CONTRACT, text);
      await client.changedOnDisk(CONTRACT);
    };
    await expectRefresh("another table on disk", onDisk(contract("cases")), true);
    let uri = "";
    await expectRefresh(
      "opened",
      async () => {
        uri = await client.open(CONTRACT, contract("cases"), "yaml");
      },
      true,
    );
    await expectRefresh("edited, not saved", () => client.change(uri, { text: contract("tickets") }), false);
    await expectRefresh("closed, not saved", () => client.close(uri), true);
    await expectRefresh("put right on disk", onDisk(contract("tickets")), false);
    await expectRefresh(
      "deleted",
      async () => {
        rmSync(join(client.folder, CONTRACT));
        await client.changedOnDisk(CONTRACT);
      },
      true,
    );
    await expectRefresh("created again", onDisk(contract("tickets")), false);
    client.write("unrelated.yaml", "a: 1\n");
    await client.changedOnDisk("unrelated.yaml");
    // What came of the unrelated file, if anything did, is counted here.
    await expectRefresh(
      "deleted with its folder",
      async () => {
        rmSync(join(client.folder, "contracts"), { recursive: true });
        await client.changedOnDisk("contracts");
      },
      true,
    );
  });

  it("that changes makes one new snapshot of each plan that uses it, and the client is asked to look once", async () => {
    client = await LspClient.start({ files: FILES, capabilities: PULLS });
    const own = await client.open("data.aiplan", LINKS);
    const other = await client.open("other.aiplan", OTHER);
    const pull = (uri: string, previousResultId?: string) =>
      client.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
    const [first, untouched] = [await pull(own), await pull(other)];
    assert.ok(first.kind === "full" && untouched.kind === "full");
    assert.deepEqual(rulesOf(first.items), []);
    client.write(CONTRACT, contract("cases"));
    await client.changedOnDisk(CONTRACT);
    await until("a refresh", () => (client.refreshes > 0 ? true : undefined));
    const [again, unchanged] = [await pull(own, first.resultId), await pull(other, untouched.resultId)];
    assert.ok(again.kind === "full");
    assert.deepEqual(rulesOf(again.items), ["linked-file-missing"]);
    assert.deepEqual(unchanged, { kind: "unchanged", resultId: untouched.resultId });
    assert.equal(numberOf(again.resultId), numberOf(untouched.resultId) + 1, "snapshots made");
    assert.equal(client.refreshes, 1);
  });

  it("that is a document and is not there can be made, by clients that make files", async () => {
    const text = "aiplan: 1\nworkflow: {current: ./flows/as-today.md}\n";
    const titles = async (resourceOperations: "create"[]) => {
      const edit = { documentChanges: true, resourceOperations };
      const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };
      client = await LspClient.start({
        capabilities: { textDocument: { codeAction }, workspace: { workspaceEdit: edit } },
      });
      const uri = await client.open("plan.aiplan", text);
      const start = positionOf(text, "flows");
      const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
      const actions = await client.request<CodeAction[]>("textDocument/codeAction", params);
      return actions.filter(({ title }) => title.startsWith("Create "));
    };
    assert.deepEqual(await titles([]), []);
    await client.stop();
    const [action, ...more] = await titles(["create"]);
    assert.deepEqual(more, []);
    assert.equal(action?.title, "Create `./flows/as-today.md`");
    const uri = client.uri("flows/as-today.md");
    const start = { line: 0, character: 0 };
    assert.deepEqual(action?.edit?.documentChanges, [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: "# As today\n" }] },
    ]);
  });

  it("of any name is watched, and what is not saved of it is asked for, where the client can be asked", async () => {
    client = await LspClient.start({
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
        textDocument: { synchronization: { dynamicRegistration: true } },
      },
    });
    const watched = await until("watchers", () => client.registerOptions.get("workspace/didChangeWatchedFiles"));
    assert.deepEqual(watched, { watchers: [{ globPattern: "**/*" }] });
    for (const method of ["didOpen", "didChange", "didClose"]) {
      const options = await until(method, () => client.registerOptions.get(`textDocument/${method}`));
      const { documentSelector } = options as { documentSelector: { language: string }[] };
      const languages = documentSelector.map(({ language }) => language);
      assert.ok(languages.includes("yaml") && languages.includes("json"), method);
      // Plans are asked for already: a document that is asked for twice would have each change applied twice.
      assert.ok(!languages.includes("aiplan"), method);
    }
  });
});

/** Snapshots are counted in their ids. */
function numberOf(resultId: string | undefined): number {
  return Number(/\d+$/.exec(resultId ?? "")?.[0]);
}

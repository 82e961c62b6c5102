import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompletionItem, CompletionList, TextEdit } from "vscode-languageserver-protocol";
import { applyLsp, type Capabilities, LspClient, positionOf } from "../harness/lsp-client.ts";

const CONTRACT = `apiVersion: v3.0.2
kind: DataContract
schema:
  - name: tickets
    properties: [{name: id, logicalType: string}]
  - name: agents
`;
const FILES = {
  "contracts/tickets.odcs.yaml": CONTRACT,
  "contracts/notes.txt": "",
  "flows/today.md": "# Today\n",
  "flows/later/next.md": "",
};

const CURSOR = "$0";

describe("completion over the protocol", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const start = async (capabilities: Capabilities, options: { initializationOptions?: unknown } = {}) => {
    client = await LspClient.start({ capabilities, files: FILES, ...options });
  };
  const request = async <Result>(marked: string): Promise<Result> => {
    const uri = await client.open("plan.aiplan", marked.replace(CURSOR, ""));
    const position = positionOf(marked, CURSOR);
    const answer = await client.request<Result>("textDocument/completion", { textDocument: { uri }, position });
    await client.close(uri);
    return answer;
  };
  /** The items at `$0`, and the text without it. */
  const ask = async (marked: string) => {
    const items = await request<CompletionItem[]>(marked);
    return { text: marked.replace(CURSOR, ""), items, labels: items.map(({ label }) => label) };
  };
  const askList = (marked: string) => request<CompletionList>(marked);

  describe("of links", () => {
    it("offers the files and folders that are there, and nothing that cannot be meant", async () => {
      await start({});
      const first = await ask("workflow:\n  current: $0\n");
      assert.deepEqual(first.labels, ["./contracts/", "./flows/"]);
      const flows = await ask("workflow:\n  current: ./flows/$0\n");
      assert.deepEqual(flows.labels, ["today.md", "later/"]);
      const item = flows.items[0]!;
      assert.equal(applyLsp(flows.text, [item.textEdit as TextEdit]), "workflow:\n  current: ./flows/today.md\n");
      assert.deepEqual((await ask("data-sources: {a: {contract: contracts/t$0")).labels, ["tickets.odcs.yaml"]);
    });

    it("offers the parts of a file that no finished link leads to yet, as it stands in the editor", async () => {
      await start({ textDocument: { synchronization: { dynamicRegistration: true } } });
      const plan = "data-sources:\n  a:\n    contract: ./contracts/tickets.odcs.yaml#$0\n";
      assert.deepEqual((await ask(plan)).labels, ["/schema/tickets", "/schema/agents"]);
      await client.open("contracts/tickets.odcs.yaml", CONTRACT.replace("agents", "people"), "yaml");
      assert.deepEqual((await ask(plan)).labels, ["/schema/tickets", "/schema/people"]);
    });

    it("does not look out of the workspace, be it through a symbolic link", async () => {
      await start({});
      const outside = join(tmpdir(), `aiplan-outside-${process.pid}`);
      mkdirSync(outside, { recursive: true });
      symlinkSync(outside, join(client.folder, "flows", "out"));
      assert.deepEqual((await ask("workflow: {current: ./flows/$0}\n")).labels, ["today.md", "later/"]);
      assert.deepEqual((await ask("workflow: {current: ./flows/out/$0}\n")).labels, []);
      assert.deepEqual((await ask("workflow: {current: ../$0}\n")).labels, []);
    });

    it("is asked for again where a folder or a file is complete", async () => {
      await start({});
      const { triggerCharacters } = client.initialized.capabilities.completionProvider ?? {};
      assert.ok(triggerCharacters?.includes("/") && triggerCharacters.includes("#"));
      const commandOf = async () => (await ask("workflow: {current: $0}\n")).items[0]?.command?.command;
      assert.equal(await commandOf(), undefined);
      await client.stop();
      await start({}, { initializationOptions: { commands: ["editor.action.triggerSuggest"] } });
      assert.equal(await commandOf(), "editor.action.triggerSuggest");
    });
  });

  describe("as the client can show it", () => {
    const items = { snippetSupport: true, documentationFormat: ["markdown" as const] };

    it("sends the documentation when an item is looked at, and with the item to clients that never ask", async () => {
      const resolveSupport = { properties: ["documentation"] };
      await start({ textDocument: { completion: { completionItem: { ...items, resolveSupport } } } });
      const find = async (label: string) => (await ask("$0")).items.find((item) => item.label === label)!;
      const first = await find("stage");
      const late = await find("stage");
      assert.equal(late.documentation, undefined);
      const resolved = await client.request<CompletionItem>("completionItem/resolve", late);
      assert.match((resolved.documentation as { value: string }).value, /Due from the proposal stage/);
      assert.deepEqual({ ...resolved, documentation: undefined }, { ...late, documentation: undefined });
      // The same place in an older list may be another item.
      assert.deepEqual(await client.request("completionItem/resolve", first), first);
      await client.stop();
      await start({ textDocument: { completion: { completionItem: items } } });
      assert.match(((await find("stage")).documentation as { value: string }).value, /Due from/);
      assert.equal(client.initialized.capabilities.completionProvider?.resolveProvider, false);
    });

    it("says once what all items have in common, where the client takes it", async () => {
      await start({ textDocument: { completion: { completionList: { itemDefaults: ["editRange"] } } } });
      const list = await askList("stage: pi$0lot\n");
      assert.deepEqual(list.itemDefaults?.editRange, {
        start: { line: 0, character: 7 },
        end: { line: 0, character: 12 },
      });
      assert.deepEqual(
        list.items.map(({ textEditText, textEdit }) => [textEditText, textEdit]),
        ["proposal", "build", "pilot", "production"].map((stage) => [stage, undefined]),
      );
    });

    it("says that units after a digit are for this number only", async () => {
      await start({});
      assert.equal((await askList("systems: {a: {timeout: 3$0}}\n")).isIncomplete, true);
      assert.ok(Array.isArray((await ask("systems: {a: {timeout: 3 $0}}\n")).items));
    });

    it("puts details beside all labels, and knows no more kinds of items than the client", async () => {
      await start({});
      const plain = (await ask("stage: $0\n")).items[0]!;
      assert.equal(plain.kind, 13);
      assert.equal(typeof plain.detail, "string");
      await client.stop();
      const completionItemKind = { valueSet: [20 as const] };
      await start({
        textDocument: { completion: { completionItem: { labelDetailsSupport: true }, completionItemKind } },
      });
      const rich = (await ask("stage: $0\n")).items[0]!;
      assert.equal(rich.kind, 20);
      assert.equal(rich.labelDetails?.description, plain.detail);
      assert.equal(rich.detail, undefined);
    });

    it("keeps to one line, files and folders too, where there are no snippets", async () => {
      await start({});
      for (const plan of ["$0", "workflow: $0\n", "imports: ./$0\n", "data-sources:\n  $0\n"])
        for (const { textEdit } of (await ask(plan)).items) assert.match(textEdit?.newText ?? "", /^[^\n$]+$/);
    });
  });
});

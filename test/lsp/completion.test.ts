import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompletionItem, TextEdit } from "vscode-languageserver-protocol";
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
  /** The items at `$0`, and the text without it. */
  const ask = async (marked: string) => {
    const text = marked.replace(CURSOR, "");
    const uri = await client.open("plan.aiplan", text);
    const position = positionOf(marked, CURSOR);
    const items = await client.request<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri },
      position,
    });
    await client.close(uri);
    return { text, items, labels: items.map(({ label }) => label) };
  };

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
    });
  });
});

import assert from "node:assert/strict";
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  LocationLink,
  MarkupContent,
  SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-protocol";
import { type Capabilities, LspClient, positionOf } from "../harness/lsp-client.ts";

const ORG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
const PLAN = `aiplan: 1
stage: pilot
imports: [./org.aiplan]
owner: sre
success-criteria:
  targets: {}
`;
const RICH: Capabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
  },
};

describe("help while writing", () => {
  let client: LspClient;
  let uri: string;
  const start = async (capabilities: Capabilities, text = PLAN) => {
    client = await LspClient.start({ capabilities, files: { "org.aiplan": ORG } });
    uri = await client.open("plan.aiplan", text);
  };
  const at = <Result>(method: string, text: string, further = 0) =>
    client.request<Result>(`textDocument/${method}`, {
      textDocument: { uri },
      position: positionOf(PLAN, text, further),
    });
  afterEach(() => client.stop());

  it("hovers come in Markdown, with the span they are about", async () => {
    await start(RICH);
    const hover = await at<Hover>("hover", "success-criteria", 3);
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /\*\*Principle 3: Numeric criteria/);
    assert.deepEqual(hover.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 16 } });
  });

  it("hovers come as plain text where that is all the client shows", async () => {
    await start({});
    const { kind, value } = (await at<Hover>("hover", "success-criteria", 3)).contents as MarkupContent;
    assert.equal(kind, "plaintext");
    assert.match(value, /Principle 3: Numeric criteria/);
    assert.doesNotMatch(value, /\*\*|`/);
  });

  it("hovers come in the form that the client likes best among those there are", async () => {
    const forms: [string[], string][] = [
      [["plaintext", "markdown"], "plaintext"],
      [["asciidoc", "markdown", "plaintext"], "markdown"],
      [["asciidoc"], "plaintext"],
    ];
    for (const [contentFormat, expected] of forms) {
      await start({ textDocument: { hover: { contentFormat: contentFormat as MarkupContent["kind"][] } } });
      assert.equal(((await at<Hover>("hover", "success-criteria")).contents as MarkupContent).kind, expected);
      await client.stop();
    }
  });

  it("symbols are of kinds that the client knows", async () => {
    const text = `${ORG}data-sources: {tickets: {environment: production}}\n`;
    const kinds = async (valueSet?: SymbolKind[]) => {
      const symbol = valueSet ? { symbolKind: { valueSet } } : {};
      const outline = { documentSymbol: { hierarchicalDocumentSymbolSupport: true, ...symbol } };
      await start({ textDocument: outline, workspace: { symbol } }, text);
      const found = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
      const inPlan = found.find(({ name }) => name === "data-sources")?.children?.[0]?.kind;
      const everywhere = await client.request<SymbolInformation[]>("workspace/symbol", { query: "tickets" });
      await client.stop();
      return [inPlan, ...everywhere.map(({ kind }) => kind)];
    };
    assert.deepEqual(await kinds(), [5, 5]);
    assert.deepEqual(await kinds([5, 23]), [23, 23]);
  });

  it("hovers on a document say how it begins, as it stands in the editor", async () => {
    const text = "aiplan: 1\nworkflow: {current: ./today.md, target: ./gone.md}\n";
    client = await LspClient.start({ capabilities: RICH, files: { "today.md": "# On disk\n" } });
    uri = await client.open("plan.aiplan", text);
    const shown = async (word: string) => {
      const position = positionOf(text, word);
      const hover = await client.request<Hover>("textDocument/hover", { textDocument: { uri }, position });
      return (hover.contents as MarkupContent).value;
    };
    assert.match(await shown("today"), /\*\*On disk\*\*/);
    const today = await client.open("today.md", "# Not [saved](http://x)\n", "markdown");
    assert.match(await shown("today"), /\*\*Not \\\[saved\\\]/);
    await client.close(today);
    assert.match(await shown("today"), /\*\*On disk\*\*/);
    assert.doesNotMatch(await shown("gone"), /On disk|saved/);
  });

  it("hovers in a catalog name the open plans that use what it lends", async () => {
    await start(RICH);
    const catalog = await client.open("org.aiplan", ORG);
    const shown = async () => {
      const position = positionOf(ORG, "sre:");
      const hover = await client.request<Hover>("textDocument/hover", { textDocument: { uri: catalog }, position });
      return (hover.contents as MarkupContent).value;
    };
    assert.match(await shown(), /use it: `plan\.aiplan` \(once\)\./);
    await client.close(uri);
    assert.match(await shown(), /No plan that is open uses it/);
  });

  it("hovers on a finding lead to the page of its rule, where the client wants it to be", async () => {
    const initializationOptions = { docs: "https://docs.example.com/a (b)/{rule}?<c>" };
    client = await LspClient.start({ capabilities: RICH, initializationOptions });
    uri = await client.open("plan.aiplan", "rolls: {}\n");
    const hover = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 1 },
    });
    const { value } = hover.contents as MarkupContent;
    assert.ok(value.includes("](https://docs.example.com/a%20%28b%29/missing-economics?%3cc%3e)"), value);
  });

  it("definitions lead into catalogs", async () => {
    await start(RICH);
    const [link] = await at<LocationLink[]>("definition", "owner: sre", 8);
    assert.deepEqual(link, {
      originSelectionRange: { start: { line: 3, character: 7 }, end: { line: 3, character: 10 } },
      targetUri: client.uri("org.aiplan"),
      targetRange: { start: { line: 4, character: 2 }, end: { line: 4, character: 33 } },
      targetSelectionRange: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } },
    });
    assert.equal(await at("definition", "pilot"), null);
  });

  it("definitions are locations where the client knows no links", async () => {
    await start({});
    assert.deepEqual(await at("definition", "owner: sre", 8), [
      {
        uri: client.uri("org.aiplan"),
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } },
      },
    ]);
  });

  it("the outline is nested, or flat where the client can't show that", async () => {
    await start(RICH, ORG);
    const nested = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
    const roles = nested.find(({ name }) => name === "roles");
    assert.deepEqual(
      roles?.children?.map(({ name, detail }) => [name, detail]),
      [["sre", "sre@example.com"]],
    );
    await client.stop();
    await start({}, ORG);
    const flat = await client.request<SymbolInformation[]>("textDocument/documentSymbol", { textDocument: { uri } });
    assert.equal(flat.find(({ name }) => name === "sre")?.containerName, "roles");
  });

  it("completion offers what may stand at the cursor", async () => {
    await start(RICH);
    const items = await at<CompletionItem[]>("completion", "stage: ", 7);
    assert.ok(items.some(({ label }) => label === "production"));
    const roles = await at<CompletionItem[]>("completion", "owner: ", 7);
    assert.ok(roles.some(({ label }) => label === "sre"));
  });

  it("completion puts snippets only where the client takes them", async () => {
    const text = `${PLAN}econ`;
    const complete = async () =>
      client.request<CompletionItem[]>("textDocument/completion", {
        textDocument: { uri },
        position: { line: 6, character: 4 },
      });
    await start(RICH, text);
    const rich = (await complete()).find(({ label }) => label === "economics");
    assert.equal(rich?.insertTextFormat, 2);
    assert.match(rich?.textEdit?.newText ?? "", /\$\{1:/);
    await client.stop();
    await start({}, text);
    for (const { insertTextFormat, textEdit } of await complete()) {
      assert.equal(insertTextFormat, undefined);
      assert.doesNotMatch(textEdit?.newText ?? "", /\$\{?\d/);
    }
  });

  it("completion keeps to one line where the client takes no snippets", async () => {
    const complete = (text: string) =>
      client.request<CompletionItem[]>("textDocument/completion", {
        textDocument: { uri },
        position: positionOf(`${text}$`, "$"),
      });
    const keys = `${PLAN}econ`.replaceAll("\n", "\r\n");
    await start({}, keys);
    const items = await complete(keys);
    assert.equal(items.find(({ label }) => label === "economics")?.textEdit?.newText, "economics:");
    for (const { label, textEdit } of items) assert.match(textEdit?.newText ?? "", /^.+$/, label);
    await client.stop();
    const value = `${PLAN}outcome: `;
    await start({}, value);
    assert.deepEqual(await complete(value), []);
  });

  it("positions outside of the text become the nearest inside, and unknown documents have no answer", async () => {
    await start(RICH);
    const far = { line: 99_999, character: 99_999 };
    const methods = ["hover", "definition", "completion"];
    for (const method of methods) {
      const ask = (document: string, position: object) =>
        client.request(`textDocument/${method}`, { textDocument: { uri: document }, position });
      await ask(uri, far);
      await ask(uri, { line: -1, character: -1 });
      await ask(uri, { line: 1, character: 99_999 });
      assert.equal(await ask(client.uri("unknown.aiplan"), far), null);
      assert.equal(await ask("not a uri", far), null);
    }
    const unknown = { textDocument: { uri: client.uri("unknown.aiplan") } };
    assert.equal(await client.request("textDocument/documentSymbol", unknown), null);
  });
});

import assert from "node:assert/strict";
import type { DocumentLink, FoldingRange, LocationLink, SelectionRange } from "vscode-languageserver-protocol";
import { LspClient, positionOf } from "../harness/lsp-client.ts";

const PLAN = `# A plan.
# Of two lines.
aiplan: 1
imports:
  - ./org.aiplan

metrics:
  wait: {unit: h}
`;

describe("the structure of a plan", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  for (const [name, text] of [
    ["LF", PLAN],
    ["CRLF", PLAN.replaceAll("\n", "\r\n")],
  ] as const)
    it(`folds by lines, with their kinds, ${name}`, async () => {
      client = await LspClient.start();
      assert.equal(client.initialized.capabilities.foldingRangeProvider, true);
      const uri = await client.open("plan.aiplan", text);
      const ask = (of: string) =>
        client.request<FoldingRange[]>("textDocument/foldingRange", { textDocument: { uri: of } });
      assert.deepEqual(await ask(uri), [
        { startLine: 0, endLine: 1, kind: "comment" },
        { startLine: 3, endLine: 4, kind: "imports" },
        { startLine: 6, endLine: 7 },
      ]);
      assert.equal(await ask(client.uri("unknown.aiplan")), null);
    });

  it("folds what holds the most where the client takes only so many", async () => {
    client = await LspClient.start({ capabilities: { textDocument: { foldingRange: { rangeLimit: 1 } } } });
    const text = "aiplan: 1\noutcome:\n  kpi: wait\nmetrics:\n  wait:\n    unit: h\n    kind: business\n";
    const uri = await client.open("plan.aiplan", text);
    assert.deepEqual(await client.request("textDocument/foldingRange", { textDocument: { uri } }), [
      { startLine: 3, endLine: 6 },
    ]);
  });

  it("selects from every position outwards", async () => {
    client = await LspClient.start();
    assert.equal(client.initialized.capabilities.selectionRangeProvider, true);
    const uri = await client.open("plan.aiplan", PLAN);
    const ask = (of: string, ...positions: object[]) =>
      client.request<SelectionRange[]>("textDocument/selectionRange", { textDocument: { uri: of }, positions });
    const end = { line: 8, character: 0 };
    const [unit, blank, far] = await ask(uri, positionOf(PLAN, "h}"), positionOf(PLAN, "\nmetrics"), {
      line: 99,
      character: 99,
    });
    const shown: string[] = [];
    for (let one: SelectionRange | undefined = unit; one; one = one.parent)
      shown.push(
        `${one.range.start.line}:${one.range.start.character}-${one.range.end.line}:${one.range.end.character}`,
      );
    assert.deepEqual(shown, ["7:15-7:16", "7:9-7:16", "7:8-7:17", "7:2-7:17", "6:0-7:17", "0:0-8:0"]);
    const file = { range: { start: { line: 0, character: 0 }, end } };
    assert.deepEqual([blank, far], [file, file]);
    assert.equal(await ask(client.uri("unknown.aiplan"), end), null);
  });

  const LINKED = "imports: [org.aiplan]\nmetrics:\n  wait: {slo: slo.yaml#answers}\n  time: {slo: ../slo.yaml}\n";
  const FILES = {
    "org.aiplan": "aiplan: 1\nkind: catalog\n",
    "slo.yaml": "apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: answers\nspec: {}\n",
  };

  it("links to the files that are there and inside the workspace, with what opens where the client shows that", async () => {
    const ask = (of: string) =>
      client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: of } });
    client = await LspClient.start({ files: FILES });
    assert.deepEqual(client.initialized.capabilities.documentLinkProvider, {});
    const plain = await ask(await client.open("plan.aiplan", LINKED));
    const range = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    assert.deepEqual(plain, [
      { range: range(0, 10, 20), target: client.uri("org.aiplan") },
      { range: range(2, 14, 22), target: client.uri("slo.yaml") },
    ]);
    assert.equal(await ask(client.uri("unknown.aiplan")), null);
    await client.stop();
    client = await LspClient.start({
      files: FILES,
      capabilities: { textDocument: { documentLink: { tooltipSupport: true } } },
    });
    const rich = await ask(await client.open("plan.aiplan", LINKED));
    assert.deepEqual(
      rich.map(({ tooltip }) => tooltip),
      ["Open the catalog org.aiplan", "Open the OpenSLO file slo.yaml"],
    );
  });

  it("goes from the fragment of a link to the part of the file that it names", async () => {
    client = await LspClient.start({
      files: FILES,
      capabilities: { textDocument: { definition: { linkSupport: true } } },
    });
    const uri = await client.open("plan.aiplan", LINKED);
    const [link] = await client.request<LocationLink[]>("textDocument/definition", {
      textDocument: { uri },
      position: positionOf(LINKED, "#answers", 3),
    });
    const name = { start: { line: 3, character: 8 }, end: { line: 3, character: 15 } };
    assert.deepEqual(link, {
      originSelectionRange: { start: { line: 2, character: 23 }, end: { line: 2, character: 30 } },
      targetUri: client.uri("slo.yaml"),
      targetRange: name,
      targetSelectionRange: name,
    });
  });
});

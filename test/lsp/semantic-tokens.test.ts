import assert from "node:assert/strict";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-protocol";
import { type Capabilities, LspClient, until } from "../harness/lsp-client.ts";

const ORG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: a}\n";
const PLAN =
  "imports: [./org.aiplan]\ntitle: 🚨 sre\nmetrics: {🚨: {}, time: {unit: h}}\noutcome: {kpi: time}\nowner: sre\n";
const ALL = {
  tokenTypes: ["class", "interface", "variable", "number", "enumMember"],
  tokenModifiers: ["declaration", "defaultLibrary"],
  formats: ["relative"],
  requests: { full: { delta: true }, range: true },
};
type Tokens = NonNullable<NonNullable<Capabilities["textDocument"]>["semanticTokens"]>;

describe("semantic tokens", () => {
  let client: LspClient;
  let uri: string;
  const start = async (tokens: unknown, refreshSupport = false, positionEncodings = ["utf-16"]) => {
    const capabilities = {
      general: { positionEncodings },
      textDocument: { semanticTokens: tokens as Tokens },
      workspace: { semanticTokens: { refreshSupport } },
    };
    client = await LspClient.start({ capabilities, files: { "org.aiplan": ORG } });
    uri = await client.open("plan.aiplan", PLAN);
  };
  const provider = () => client.initialized.capabilities.semanticTokensProvider;
  const full = (document = uri) =>
    client.request<SemanticTokens | null>("textDocument/semanticTokens/full", { textDocument: { uri: document } });
  const since = (previousResultId: string) =>
    client.request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      textDocument: { uri },
      previousResultId,
    });
  afterEach(() => client.stop());

  /** `line:character+length type modifiers`, as a client reads the numbers. */
  function shown(tokens: SemanticTokens | null): string[] {
    const data = tokens?.data ?? [];
    const { tokenTypes, tokenModifiers } = provider()!.legend;
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [lines, characters, length, type, bits] = data.slice(index * 5, index * 5 + 5) as [number, ...number[]];
      line += lines;
      character = (lines > 0 ? 0 : character) + characters!;
      const modifiers = tokenModifiers.filter((_, bit) => bits! & (1 << bit));
      return [`${line}:${character}+${length}`, tokenTypes[type!], ...modifiers].join(" ");
    });
  }

  it("come in the types that the client knows, with the modifiers it knows, in UTF-16 columns", async () => {
    await start(ALL);
    assert.deepEqual(provider(), {
      legend: {
        tokenTypes: ["interface", "class", "variable", "enumMember", "number"],
        tokenModifiers: ["declaration", "defaultLibrary"],
      },
      full: { delta: true },
      range: true,
    });
    const whole = [
      "2:10+2 class declaration",
      "2:18+4 class declaration",
      "3:15+4 class",
      "4:7+3 interface defaultLibrary",
    ];
    assert.deepEqual(shown(await full()), whole);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 3 } };
    const part = await client.request<SemanticTokens>("textDocument/semanticTokens/range", {
      textDocument: { uri },
      range,
    });
    assert.deepEqual(shown(part), [whole[2]]);
    assert.equal(await full(client.uri("org.aiplan")), null);
  });

  it("are as long as the client counts", async () => {
    await start(ALL, false, ["utf-8"]);
    assert.deepEqual(shown(await full()).slice(0, 2), ["2:10+4 class declaration", "2:20+4 class declaration"]);
  });

  it("fall back to a type that the client knows, or are left out", async () => {
    await start({ ...ALL, tokenTypes: ["type", "custom"], tokenModifiers: [] });
    assert.deepEqual(shown(await full()), ["2:10+2 type", "2:18+4 type", "3:15+4 type", "4:7+3 type"]);
    await client.stop();
    await start({ ...ALL, tokenTypes: ["number", "custom"] });
    assert.deepEqual(shown(await full()), []);
  });

  for (const [what, tokens, expected] of [
    ["none", undefined, undefined],
    ["another form", { ...ALL, formats: [] }, undefined],
    ["no type of ours", { ...ALL, tokenTypes: ["custom"] }, undefined],
    ["no request", { ...ALL, requests: {} }, undefined],
    ["whole plans", { ...ALL, requests: { full: { delta: false }, range: null } }, [true, false]],
    ["parts of plans", { ...ALL, requests: { range: {} } }, [false, true]],
  ] as const)
    it(`are offered as the client announces: ${what}`, async () => {
      await start(tokens);
      const own = provider();
      assert.deepEqual(own && [own.full, own.range], expected);
    });

  it("are sent again only where they differ from what the client has", async () => {
    await start(ALL);
    const before = (await full())!;
    assert.deepEqual(await since(before.resultId!), { resultId: before.resultId, edits: [] });
    for (const text of [PLAN.replace("outcome: {kpi: time}", "outcome: {}"), "owner: nobody\n", PLAN]) {
      const last = (await full())!;
      await client.change(uri, { text });
      const { resultId, edits } = await since(last.resultId!);
      assert.notEqual(resultId, last.resultId);
      const { start, deleteCount, data = [] } = edits[0]!;
      const patched = [...last.data];
      patched.splice(start, deleteCount, ...data);
      const now = (await full())!;
      assert.deepEqual(patched, now.data);
      assert.equal(now.resultId, resultId);
      assert.ok(data.length < PLAN.length);
    }
  });

  it("are sent whole to a client whose result is not known any more", async () => {
    await start(ALL);
    const before = (await full())!;
    await client.close(uri);
    await client.open("plan.aiplan", PLAN);
    for (const id of [before.resultId!, "none"])
      assert.deepEqual((await since(id)) as unknown as SemanticTokens, await full());
  });

  it("are asked for again when a catalog changes them, and not when the plan itself does", async () => {
    await start(ALL, true);
    assert.equal(shown(await full()).length, 4);
    await client.change(uri, { text: `# Ours\n${PLAN}` });
    await full();
    // Longer than changes are gathered for.
    await new Promise((wait) => setTimeout(wait, 200));
    assert.equal(client.refreshesOf("semanticTokens"), 0);
    client.write("org.aiplan", ORG.replace("sre:", "lead:"));
    await client.changedOnDisk("org.aiplan");
    await until("a refresh", () => (client.refreshesOf("semanticTokens") > 0 ? true : undefined));
    assert.equal(shown(await full()).length, 3);
  });
});

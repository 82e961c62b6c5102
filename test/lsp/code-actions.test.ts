import assert from "node:assert/strict";
import type { CodeAction, SnippetTextEdit, TextEdit } from "vscode-languageserver-protocol";
import { applyLsp, type Capabilities, LspClient, positionOf, rulesOf } from "../harness/lsp-client.ts";

const LITERALS = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } }, isPreferredSupport: true };
const RESOLVES = { ...LITERALS, dataSupport: true, resolveSupport: { properties: ["edit"] } };
const PLAIN: Capabilities = { textDocument: { codeAction: LITERALS } };
const RICH: Capabilities = {
  textDocument: { codeAction: RESOLVES },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};
const MISSPELT = 'outcome: {x-mood: "\u{1F600}\u{1F600}", statment: Cut the time.}\nroles: {}\n';
const EMPTY = "aiplan: 1\nstage: proposal\nmetrics:\n  time: {kind: business, unit: h, direction: lower}\n";

describe("code actions", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const ask = (uri: string, text: string, at: string, context: object = {}) => {
    const position = positionOf(text, at, 1);
    return client.request<CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...context },
    });
  };
  const named = (actions: CodeAction[] | null, title: RegExp): CodeAction => {
    const found = actions?.find((action) => title.test(action.title));
    assert.ok(found, `no ${title} among ${actions?.map((action) => action.title)}`);
    return found;
  };

  it("come with their edits where the client can't ask for them later", async () => {
    client = await LspClient.start({ capabilities: PLAIN });
    for (const text of [MISSPELT, MISSPELT.replaceAll("\n", "\r\n")]) {
      const uri = await client.open("plan.aiplan", text);
      const action = named(await ask(uri, text, "statment"), /`statement`/);
      assert.equal(action.kind, "quickfix");
      assert.equal(action.isPreferred, true);
      assert.equal(action.diagnostics?.[0]?.code, "unknown-key");
      assert.equal(applyLsp(text, action.edit!.changes![uri]!), text.replace("statment", "statement"));
      await client.close(uri);
    }
  });

  it("are resolved later where the client can, for the version it has", async () => {
    client = await LspClient.start({ capabilities: RICH });
    const uri = await client.open("plan.aiplan", MISSPELT);
    const action = named(await ask(uri, MISSPELT, "statment"), /`statement`/);
    assert.equal(action.edit, undefined);
    const { edit, title } = await client.request<CodeAction>("codeAction/resolve", action);
    assert.equal(title, action.title);
    assert.deepEqual(edit?.documentChanges?.[0], {
      textDocument: { uri, version: 1 },
      edits: [
        {
          range: { start: positionOf(MISSPELT, "statment"), end: positionOf(MISSPELT, ": Cut") },
          newText: "statement",
        },
      ],
    });
  });

  it("are refused once the plan has changed", async () => {
    client = await LspClient.start({ capabilities: RICH });
    const uri = await client.open("plan.aiplan", MISSPELT);
    const action = named(await ask(uri, MISSPELT, "statment"), /`statement`/);
    await client.change(uri, { text: `# moved\n${MISSPELT}` });
    await assert.rejects(client.request("codeAction/resolve", action), { code: -32801 });
  });

  it("leave tab stops where the client takes snippets, and plain placeholders otherwise", async () => {
    client = await LspClient.start({ capabilities: RICH });
    const uri = await client.open("plan.aiplan", EMPTY);
    const action = named(await ask(uri, EMPTY, "proposal"), /Insert `success-criteria`/);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
    const change = edit?.documentChanges?.[0] as { edits: SnippetTextEdit[] };
    assert.equal(change.edits.length, 1);
    const { snippet, range } = change.edits[0]!;
    assert.equal(snippet.kind, "snippet");
    assert.ok(!("newText" in change.edits[0]!));
    assert.deepEqual(range, { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } });
    const stops = [...snippet.value.matchAll(/\$\{(\d+):(<[^}]*>)\}/g)];
    assert.deepEqual(
      stops.map(([, number]) => Number(number)),
      stops.map((_, index) => index + 1),
    );
    assert.match(snippet.value, /\{month-1: \$\{\d+:<[^}]+>\}, month-6: \$\{\d+:<[^}]+>\}\$0\\\}\n$/);

    const plainText = await plainEdit(EMPTY);
    const unescaped = snippet.value.replace(
      /\$\{\d+:([^}]*)\}|\$0|\\(.)/g,
      (_, text = "", escaped = "") => text + escaped,
    );
    assert.equal(plainText, EMPTY + unescaped);
  });

  it("offer choices with the placeholder first", async () => {
    client = await LspClient.start({ capabilities: RICH });
    const text = "aiplan: 1\nkind: catalog\nname: org\nmetrics:\n  time: {unit: h, direction: lower}\n";
    const plan = text.replace("kind: catalog", "stage: proposal");
    const uri = await client.open("plan.aiplan", plan);
    const action = named(await ask(uri, plan, "time"), /Insert `kind`/);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
    const change = edit?.documentChanges?.[0] as { edits: SnippetTextEdit[] };
    assert.match(
      change.edits[0]!.snippet.value,
      /kind: \$\{1\|<[^|,]+>,business,quality,reliability,oversight,data,cost\|\}\$0/,
    );
  });

  it("ignore a finding with a comment that silences it once it has a reason", async () => {
    client = await LspClient.start({ capabilities: PLAIN });
    const text = "aiplan: 1\r\nkind: catalog\r\nname: org\r\nroles:\r\n  sre: {contact: a, phon: b}\r\n";
    const uri = await client.open("org.aiplan", text);
    await client.pushed(uri, (found) => found.length === 1);
    const action = named(await ask(uri, text, "phon"), /^Ignore/);
    assert.equal(action.isPreferred, undefined);
    const after = applyLsp(text, action.edit!.changes![uri]!);
    assert.match(after, /\r\nroles:\r\n {2}# aiplan-ignore unknown-key: <[^>]+>\r\n {2}sre:/);
    const version = await client.change(uri, { text: after });
    const still = await client.pushed(uri, (_, of) => of === version);
    assert.deepEqual(rulesOf(still), ["ignore-without-reason", "unknown-key"]);
    await client.change(uri, { text: after.replace(/<[^>]+>/, "An old field.") });
    await client.pushed(uri, (found) => found.length === 0);
  });

  it("are only what is asked for, and nothing for documents that are not open", async () => {
    client = await LspClient.start({ capabilities: PLAIN });
    const uri = await client.open("plan.aiplan", MISSPELT);
    for (const only of [["quickfix.other"], ["quick"], ["notebook"], []])
      assert.deepEqual(await ask(uri, MISSPELT, "statment", { only }), [], `${only}`);
    for (const only of [["quickfix"], [""], ["notebook", "quickfix"]])
      named(await ask(uri, MISSPELT, "statment", { only }), /`statement`/);
    assert.equal(await ask(client.uri("other.aiplan"), MISSPELT, "statment"), null);
  });

  for (const [name, capabilities] of Object.entries({ PLAIN, RICH }))
    it(`put all right on saving, and have nothing more to do after it: ${name.toLowerCase()} client`, async () => {
      client = await LspClient.start({ capabilities });
      const text = "aiplan: 1\r\nname: Our org\r\nkind: Catalog\r\nroles:\r\n  ops: {contakt: a@b.c}\r\n";
      const uri = await client.open("org.aiplan", text);
      const onSave = { only: ["source.fixAll"], triggerKind: 2 };
      const offered = await ask(uri, text, "aiplan", onSave);
      assert.deepEqual(
        offered?.map(({ kind }) => kind),
        ["source.fixAll.aiplan"],
      );
      const action = named(offered, /./);
      assert.equal(action.diagnostics, undefined);
      const { edit } = action.edit ? action : await client.request<CodeAction>("codeAction/resolve", action);
      const [change] = (edit?.documentChanges ?? []) as { edits: TextEdit[] }[];
      const after = applyLsp(text, change?.edits ?? edit!.changes![uri]!);
      assert.equal(
        after,
        text.replace("Our org", "our-org").replace("Catalog", "catalog").replace("contakt", "contact"),
      );
      await client.change(uri, { text: after });
      assert.deepEqual(await ask(uri, after, "aiplan", onSave), []);
    });

  it("of the whole plan are for those who ask for them, not for a cursor that rests", async () => {
    client = await LspClient.start({ capabilities: PLAIN });
    const uri = await client.open("plan.aiplan", MISSPELT);
    const kinds = async (context: object) =>
      new Set((await ask(uri, MISSPELT, "statment", context))?.map(({ kind }) => kind));
    assert.ok(!(await kinds({ triggerKind: 2 })).has("source.fixAll.aiplan"));
    assert.ok((await kinds({ triggerKind: 1 })).has("source.fixAll.aiplan"));
    assert.deepEqual(await kinds({ only: ["source"] }), new Set(["source.fixAll.aiplan"]));
  });

  it("insert all that is missing with tab stops in the order of the text", async () => {
    client = await LspClient.start({ capabilities: RICH });
    const uri = await client.open("plan.aiplan", EMPTY);
    const action = named(await ask(uri, EMPTY, "proposal"), /^Insert all \d+ missing parts of this plan$/);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
    const change = edit?.documentChanges?.[0] as { edits: SnippetTextEdit[] };
    const written = change.edits.map(({ snippet }) => snippet.value).join("");
    const stops = [...written.matchAll(/\$\{(\d+)[:|]/g)].map(([, number]) => Number(number));
    assert.deepEqual(
      stops,
      stops.map((_, index) => index + 1),
    );
    assert.equal(written.split("$0").length, 2);
  });

  it("name the client's own diagnostic", async () => {
    client = await LspClient.start({ capabilities: PLAIN });
    const uri = await client.open("plan.aiplan", MISSPELT);
    const diagnostics = await client.pushed(uri);
    const own = { ...diagnostics.find(({ code }) => code === "unknown-key")!, tags: [1] };
    const action = named(await ask(uri, MISSPELT, "statment", { diagnostics: [own] }), /`statement`/);
    assert.deepEqual(action.diagnostics, [own]);
  });

  /** The text after the same fix for a client without snippets. */
  async function plainEdit(text: string): Promise<string> {
    const other = await LspClient.start({ capabilities: PLAIN });
    try {
      const uri = await other.open("plan.aiplan", text);
      const position = positionOf(text, "proposal", 1);
      const actions = await other.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      const edits = named(actions, /Insert `success-criteria`/).edit!.changes![uri] as TextEdit[];
      return applyLsp(text, edits);
    } finally {
      await other.stop();
    }
  }
});

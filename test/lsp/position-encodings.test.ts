import assert from "node:assert/strict";
import fc from "fast-check";
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Capabilities, LspClient } from "../harness/lsp-client.ts";

type Encoding = "utf-8" | "utf-16" | "utf-32";

/** Each of these takes another number of units in one of the encodings: é with its accent apart, CJK, emoji, half a pair. */
const SIGNS = "e\u0301 Größe 日本 \u{1F600}\u{1F468}\u200D\u{1F469} \uD800";

const PLAN = [
  "aiplan: 1",
  "kind: catalog",
  "name: org",
  `roles: {"${SIGNS}": {contact: "${SIGNS}", phon: a}, sre: {contact: b}}`,
  `systems: {"${SIGNS}": {on-failure: retry, owner: sre}, crm: {owner: sre}} # ${SIGNS}`,
  "",
].join("\r\n");

const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-16", "utf-32"];

describe("positions", () => {
  let client: LspClient;
  const start = async (positionEncodings: string[] | undefined): Promise<Encoding> => {
    const capabilities: Capabilities = {
      ...(positionEncodings ? { general: { positionEncodings } } : {}),
      textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    };
    client = await LspClient.start({ capabilities });
    return client.initialized.capabilities.positionEncoding as Encoding;
  };
  const findings = async (uri: string) =>
    (await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } })).items;
  const outline = (uri: string) =>
    client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  afterEach(() => client.stop());

  const offers: [string[] | undefined, Encoding][] = [
    [undefined, "utf-16"],
    [[], "utf-16"],
    [["utf-7", "ebcdic"], "utf-16"],
    [["utf-16", "utf-8"], "utf-16"],
    [["utf-7", "utf-32", "utf-8", "utf-16"], "utf-32"],
    [["utf-8"], "utf-8"],
  ];
  for (const [offered, agreed] of offers)
    it(`are counted in ${agreed} where the client offers ${offered ? `[${offered.join(", ")}]` : "nothing"}`, async () => {
      assert.equal(await start(offered), agreed);
    });

  for (const encoding of ENCODINGS) {
    const at = (text: string, wanted: string, further = 0) =>
      positionIn(text, text.lastIndexOf(wanted) + further, encoding);

    it(`in ${encoding} name the same places as in any other`, async () => {
      assert.equal(await start([encoding]), encoding);
      const uri = await client.open("org.aiplan", PLAN);
      const [found] = (await findings(uri)).filter(({ code }) => code === "unknown-key");
      assert.deepEqual(found?.range, { start: at(PLAN, "phon"), end: at(PLAN, "phon", 4) });

      const crm = (await outline(uri)).find(({ name }) => name === "systems")?.children?.[1];
      assert.deepEqual(crm?.selectionRange, { start: at(PLAN, "crm"), end: at(PLAN, "crm", 3) });

      const position = at(PLAN, "owner: sre", 8);
      const items = await client.request<CompletionItem[]>("textDocument/completion", {
        textDocument: { uri },
        position,
      });
      assert.deepEqual((items.find(({ label }) => label === "sre")?.textEdit as TextEdit | undefined)?.range, {
        start: at(PLAN, "owner: sre", 7),
        end: at(PLAN, "owner: sre", 10),
      });

      const { changes } = await client.request<WorkspaceEdit>("textDocument/rename", {
        textDocument: { uri },
        position,
        newName: "on-call",
      });
      assert.equal(
        applied(PLAN, changes?.[uri] ?? [], encoding),
        PLAN.replace("sre: {contact", "on-call: {contact").replaceAll("owner: sre", "owner: on-call"),
      );
    });

    it(`in ${encoding} that are inside of a character, or past the end of a line, become the nearest before`, async () => {
      await start([encoding]);
      const text = `aiplan: 1\r\nkind: catalog\r\nname: "a\u{1F600}"\r\nowner: b\r\n`;
      const uri = await client.open("org.aiplan", text);
      const line = 2;
      const inside = positionIn(text, text.indexOf("\u{1F600}"), encoding).character + (encoding === "utf-8" ? 3 : 0);
      await client.change(uri, {
        range: { start: { line, character: inside }, end: { line, character: 999 } },
        text: '"',
      });
      const [, , name] = await outline(uri);
      assert.equal(name?.detail, "a");
      assert.deepEqual(name?.range.end, { line, character: 'name: "a"'.length });
    });

    it(`in ${encoding} lead every change to its place`, async () => {
      await start([encoding]);
      let count = 0;
      const edit = fc.record({
        from: fc.nat(),
        length: fc.nat({ max: 12 }),
        text: fc.constantFrom(
          "",
          "x",
          "é",
          "\u{1F600}",
          "日本",
          "\r\n",
          "\n",
          "  ",
          "\uD800",
          "- a: b\r\n",
          ": ",
          "e\u0301",
        ),
      });
      const run = async (edits: { from: number; length: number; text: string }[]) => {
        let text = PLAN;
        const changed = await client.open(`changed-${++count}.aiplan`, text);
        const changes = edits.map(({ from, length, text: put }) => {
          const first = settled(text, from % (text.length + 1));
          const last = settled(text, Math.min(text.length, first + length));
          const range = { start: positionIn(text, first, encoding), end: positionIn(text, last, encoding) };
          text = text.slice(0, first) + put + text.slice(last);
          return { range, text: put };
        });
        await client.change(changed, ...changes);
        const fresh = await client.open(`fresh-${count}.aiplan`, text);
        assert.deepEqual(await outline(changed), await outline(fresh));
        assert.deepEqual(await findings(changed), await findings(fresh));
        await client.close(changed);
        await client.close(fresh);
      };
      await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), run), { numRuns: 60 });
    });
  }
});

/** Told without the server's code, by what the platform says that a text is in bytes. */
function positionIn(text: string, offset: number, encoding: Encoding): Position {
  const { line, character } = TextDocument.create("file:///x", "aiplan", 1, text).positionAt(offset);
  const before =
    text
      .slice(0, offset)
      .split(/\r\n|\r|\n/)
      .at(-1) ?? "";
  if (encoding === "utf-16") return { line, character };
  return { line, character: encoding === "utf-8" ? Buffer.byteLength(before) : [...before].length };
}

function offsetIn(text: string, position: Position, encoding: Encoding): number {
  for (let offset = 0; offset <= text.length; offset++)
    if (JSON.stringify(positionIn(text, offset, encoding)) === JSON.stringify(position)) return offset;
  throw new Error(`There is no ${JSON.stringify(position)}`);
}

function applied(text: string, edits: readonly TextEdit[], encoding: Encoding): string {
  const at = ({ start, end }: Range) => [offsetIn(text, start, encoding), offsetIn(text, end, encoding)] as const;
  return [...edits]
    .sort((a, b) => at(b.range)[0] - at(a.range)[0])
    .reduce((all, { range, newText }) => all.slice(0, at(range)[0]) + newText + all.slice(at(range)[1]), text);
}

/** The offset, or the next before it, that is not inside of a character or of a line end: no client names those. */
function settled(text: string, offset: number): number {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}

import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { type Example, examples } from "../harness/examples.ts";
import { FULL_CLIENT } from "../harness/full-client.ts";
import { type Capabilities, LspClient } from "../harness/lsp-client.ts";
import { Random } from "../harness/typing/random.ts";
import { TypingSession } from "../harness/typing/session.ts";

/** How many edits are played in each mode; `npm run fuzz` plays more. */
const EDITS = Number(process.env.AIPLAN_FUZZ_EDITS ?? 2000);
/** It is part of a test's name: give it back as AIPLAN_FUZZ_SEED to see the same edits again. */
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123);
/** How often, beside the end, the findings are held against those of a server that has seen no edit. */
const CHECKPOINTS = 3;

const { diagnostic, codeAction: _, ...textDocument } = FULL_CLIENT.textDocument;
const codeAction = { codeActionLiteralSupport: FULL_CLIENT.textDocument.codeAction.codeActionLiteralSupport };
const workspace = { ...FULL_CLIENT.workspace, workspaceEdit: {} };
const SENT: Capabilities = { ...FULL_CLIENT, workspace, textDocument: { ...textDocument, codeAction } };
const ASKED: Capabilities = { ...SENT, textDocument: { ...SENT.textDocument, diagnostic } };

describe("an author who types for long", function () {
  this.timeout(60_000 + EDITS * 100);
  const clients: LspClient[] = [];
  const stop = async () => {
    await clients.pop()?.stop();
  };
  afterEach(async () => {
    while (clients.length > 0) await stop();
  });

  for (const [mode, capabilities, name, catalog, ends] of [
    ["asks for findings", ASKED, "demand-forecasting/demand-forecasting.aiplan", "retail.aiplan", "\n"],
    ["is sent findings", SENT, "ticket-routing/ticket-routing.aiplan", "org.aiplan", "\r\n"],
  ] as const)
    it(`has what a fresh server finds, where the editor ${mode} (${EDITS} edits, seed ${SEED})`, async () => {
      const example = examples().find((one) => one.name === name)!;
      const client = await start(capabilities, example);
      const session = new TypingSession(client, new Random(SEED));
      for (const path of [inFolder(name), catalog])
        await session.open(path, textOf(example, path).replaceAll("\n", ends));
      const compare = async (when: string) => {
        await session.answered();
        await session.lendNothing();
        const expected = await freshFindings(await start(capabilities, example), client, session.texts);
        for (const [uri, wanted] of expected)
          assert.deepEqual(await session.findings(uri, wanted), wanted, `${uri} after ${when}`);
        await stop();
      };
      for (let edit = 1; edit <= EDITS; edit++) {
        await session.edit();
        if (edit % Math.floor(EDITS / CHECKPOINTS) === 0 || edit === EDITS) await compare(`${edit} edits`);
      }
      await session.revert();
      await compare("all was taken back");
      assert.deepEqual(client.logged, []);
    });

  async function start(capabilities: Capabilities, example: Example): Promise<LspClient> {
    const folder = `${example.name.split("/")[0]}/`;
    const own = Object.entries(example.files).filter(([path]) => path.startsWith(folder));
    const files = Object.fromEntries(own.map(([path, text]) => [inFolder(path), text]));
    const client = await LspClient.start({ capabilities, files });
    clients.push(client);
    return client;
  }
});

/** What a server that has seen no edit finds in the texts of another's client, told as if they were in its folder. */
async function freshFindings(
  fresh: LspClient,
  client: LspClient,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const there = (uri: string) => uri.replace(client.uri(""), fresh.uri(""));
  const pulls = fresh.initialized.capabilities.diagnosticProvider !== undefined;
  // The plan comes last, and finds the catalog as it stands in the editor.
  for (const [uri, text] of [...texts].reverse()) await fresh.open("", text, "aiplan", there(uri));
  const found = [...texts.keys()].map(async (uri) => {
    const items = pulls
      ? (await fresh.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri: there(uri) } }))
          .items
      : await fresh.pushed(there(uri));
    return [uri, JSON.parse(JSON.stringify(items).replaceAll(fresh.uri(""), client.uri("")))] as const;
  });
  return new Map(await Promise.all(found));
}

function textOf({ name, files }: Example, path: string): string {
  return files[`${name.split("/")[0]}/${path}`]!;
}

function inFolder(path: string): string {
  return path.split("/").slice(1).join("/");
}

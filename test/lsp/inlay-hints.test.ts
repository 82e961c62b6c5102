import assert from "node:assert/strict";
import type { InlayHint } from "vscode-languageserver-protocol";
import { type Capabilities, LspClient, positionOf, until } from "../harness/lsp-client.ts";

const catalog = (calls: number) =>
  `aiplan: 1\nkind: catalog\nname: org\nsystems: {erp: {calls-per-item: ${calls}, rate-limit: 60 req/min}}\n`;
const PLAN = `aiplan: 1
imports: [./org.aiplan]
load: {peak: 900 item/h}
milestones:
  build-start: 2026-03-02
  go-live: 2026-07-06   # the day
data-sources: {orders: {system: erp, used-for: [inference]}}
`;
const REFRESHED: Capabilities = { workspace: { inlayHint: { refreshSupport: true } } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe("inlay hints", () => {
  let client: LspClient;
  let uri: string;
  const start = async (capabilities: Capabilities) => {
    client = await LspClient.start({ capabilities, files: { "org.aiplan": catalog(2) } });
    uri = await client.open("plan.aiplan", PLAN);
  };
  const ask = (range = WHOLE, document = uri) =>
    client.request<InlayHint[] | null>("textDocument/inlayHint", { textDocument: { uri: document }, range });
  const shown = async () => (await ask())?.map(({ label }) => label);
  afterEach(() => client.stop());

  it("are offered, and stand after the value", async () => {
    await start({});
    assert.equal(client.initialized.capabilities.inlayHintProvider, true);
    const [hint] = (await ask()) ?? [];
    assert.deepEqual(hint, {
      position: positionOf(PLAN, "2026-07-06", "2026-07-06".length),
      label: "18 weeks after build-start",
      tooltip: "Monday, 6 July 2026; build-start is Monday, 2 March 2026.",
      paddingLeft: true,
    });
  });

  it("come for the range that is asked for, and for no document that is not open", async () => {
    await start({});
    const labels = async (line: number) =>
      (await ask({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }))?.map(({ label }) => label);
    assert.deepEqual(await labels(4), []);
    assert.deepEqual(await labels(5), ["18 weeks after build-start"]);
    assert.deepEqual(await labels(6), ["1,800 req/h at peak, limit 3,600 req/h"]);
    assert.equal(await ask(WHOLE, client.uri("unknown.aiplan")), null);
  });

  it("are asked for again when a catalog changes them, and not when the plan itself does", async () => {
    await start(REFRESHED);
    const before = await shown();
    await client.change(uri, { text: PLAN.replace("2026-07-06", "2026-07-13") });
    assert.notDeepEqual(await shown(), before);
    assert.ok((await shown())?.includes("19 weeks after build-start"));
    // Longer than changes are gathered for.
    await new Promise((wait) => setTimeout(wait, 200));
    assert.equal(client.inlayHintRefreshes, 0);
    client.write("org.aiplan", catalog(3));
    await client.changedOnDisk("org.aiplan");
    await until("a refresh", () => (client.inlayHintRefreshes > 0 ? true : undefined));
    assert.ok((await shown())?.includes("2,700 req/h at peak, limit 3,600 req/h"));
    assert.equal(client.inlayHintRefreshes, 1);
  });

  it("are not asked for again by a server whose client did not announce that", async () => {
    await start({});
    await shown();
    client.write("org.aiplan", catalog(3));
    await client.changedOnDisk("org.aiplan");
    await until("the change", () => client.published.length > 1 || undefined);
    await new Promise((wait) => setTimeout(wait, 200));
    assert.equal(client.inlayHintRefreshes, 0);
  });
});

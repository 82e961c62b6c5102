import assert from "node:assert/strict";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from "vscode-languageserver-protocol";
import { LspClient, positionOf } from "../harness/lsp-client.ts";

const ORG = "kind: catalog\nroles:\n  sre: {contact: a}\n";
const PLAN = `name: routing
imports: [./org.aiplan]
metrics: {🚨: {}}
triggers:
  down: {metric: 🚨, severity: sev1, escalate: outage}
escalation-paths:
  outage: {steps: [{notify: sre, via: phone, within: 5 min}, {notify: sre, via: pager}]}
`;
const CAPABILITIES = { textDocument: { callHierarchy: {} } };

describe("call hierarchy", () => {
  let client: LspClient;
  let uri: string;
  beforeEach(async () => {
    client = await LspClient.start({ capabilities: CAPABILITIES, files: { "org.aiplan": ORG } });
    uri = await client.open("plan.aiplan", PLAN);
  });
  afterEach(() => client.stop());

  const prepare = async (wanted: string, document = uri, text = PLAN) =>
    (
      await client.request<CallHierarchyItem[] | null>("textDocument/prepareCallHierarchy", {
        textDocument: { uri: document },
        position: positionOf(text, wanted),
      })
    )?.[0];
  const outgoing = (item: CallHierarchyItem) =>
    client.request<CallHierarchyOutgoingCall[] | null>("callHierarchy/outgoingCalls", { item });
  const incoming = (item: CallHierarchyItem) =>
    client.request<CallHierarchyIncomingCall[] | null>("callHierarchy/incomingCalls", { item });
  const on = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });

  it("leads from a trigger over its path to the role in the catalog, with when it is its turn", async () => {
    const down = await prepare("down");
    assert.deepEqual([down?.name, down?.detail, down?.uri], ["down", "trigger", uri]);
    assert.deepEqual(down?.selectionRange, on(4, 2, 6));
    const [path, ...more] = (await outgoing(down!))!;
    assert.deepEqual(more, []);
    assert.deepEqual([path?.to.name, path?.to.detail], ["outage", "severity sev1"]);
    assert.deepEqual(path?.fromRanges, [on(4, 47, 53)]);
    const [role] = (await outgoing(path!.to))!;
    assert.equal(role?.to.uri, client.uri("org.aiplan"));
    assert.equal(role?.to.detail, "at once via phone, after 5 min via pager");
    assert.deepEqual(role?.to.range, on(2, 2, 19));
    assert.deepEqual(role?.fromRanges, [on(6, 28, 31), on(6, 70, 73)]);
    assert.deepEqual(await outgoing(role!.to), []);
  });

  it("leads back from the role, asked for where it is used, to the metric", async () => {
    const role = await prepare("sre, via");
    const [path] = (await incoming(role!))!;
    assert.equal(path?.from.name, "outage");
    assert.deepEqual(path?.fromRanges, [on(6, 28, 31), on(6, 70, 73)]);
    const [trigger] = (await incoming(path!.from))!;
    const [metric] = (await incoming(trigger!.from))!;
    assert.equal(metric?.from.name, "🚨");
    assert.deepEqual(metric?.fromRanges, [on(4, 17, 19)]);
    assert.deepEqual(await incoming(metric!.from), []);
  });

  it("finds an item again after changes, and nothing once it is gone or the plan is closed", async () => {
    const down = await prepare("down");
    await client.change(uri, { text: `# Ours\n${PLAN}` });
    assert.deepEqual((await outgoing(down!))?.[0]?.fromRanges, [on(5, 47, 53)]);
    await client.change(uri, { text: PLAN.replace("down:", "up:") });
    assert.deepEqual(await outgoing(down!), []);
    await client.close(uri);
    assert.equal(await outgoing(down!), null);
    assert.equal(await outgoing({ ...down!, data: undefined }), null);
  });

  it("leads from a catalog into every plan that imports it, open or not", async () => {
    const org = await client.open("org.aiplan", ORG);
    const second = await client.open("second.aiplan", "imports: [./org.aiplan]\nname: second\nowner: sre\n");
    client.write("sub/closed.aiplan", "imports: [../org.aiplan]\nname: closed\nowner: sre\n");
    const role = await prepare("sre", org, ORG);
    const callers = (await incoming(role!))!.map(({ from }) => [from.name, from.uri]).sort();
    assert.deepEqual(callers, [
      ["closed", client.uri("sub/closed.aiplan")],
      ["outage", uri],
      ["second", second],
    ]);
  });

  it("leads from a catalog into plans that are not open", async () => {
    client.write("closed.aiplan", "imports: [./org.aiplan]\nname: closed\nowner: sre\n");
    await client.changedOnDisk("closed.aiplan");
    const role = await prepare("sre, via");
    const callers = (await incoming(role!))!;
    const closed = callers.find(({ from }) => from.name === "closed");
    assert.equal(closed?.from.uri, client.uri("closed.aiplan"));
    assert.deepEqual(closed?.fromRanges, [on(2, 7, 10)]);
  });

  it("is nothing for what leads nowhere", async () => {
    assert.equal(await prepare("routing"), undefined);
    assert.equal(await prepare("roles", client.uri("org.aiplan"), ORG), undefined);
  });
});

describe("call hierarchy without a client that knows it", () => {
  it("is not offered", async () => {
    const client = await LspClient.start();
    assert.equal(client.initialized.capabilities.callHierarchyProvider, false);
    await client.stop();
  });
});

import assert from "node:assert/strict";
import { newPlanSnippet, PLAN_KINDS } from "@aiplan/core";
import type { NewPlanAnswer, NewPlanChoices } from "@aiplan/server/new-plan-requests";
import type { Range } from "vscode-languageserver-protocol";
import { LspClient } from "../harness/lsp-client.ts";

describe("a new plan", () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start();
  });
  after(() => client.stop());

  const choices = () => client.request<NewPlanChoices>("aiplan/newPlanChoices", {});
  const newPlan = (params: object) => client.request<NewPlanAnswer>("aiplan/newPlan", params);
  const routing = { name: "p", kind: "routing", stage: "pilot", autonomy: "act", metrics: ["routing-accuracy"] };

  it("can be of all kinds, at all stages, with all metrics of its kind", async () => {
    const { kinds, stages, autonomies, metricKinds, roles } = await choices();
    assert.deepEqual(
      kinds.map(({ id }) => id),
      PLAN_KINDS.map(({ id }) => id),
    );
    for (const [at, { metrics }] of kinds.entries()) {
      const { metrics: usual, moreMetrics } = PLAN_KINDS[at]!;
      assert.deepEqual(
        metrics.map(({ id, isUsual }) => [id, isUsual]),
        [...usual.map(({ id }) => [id, true]), ...moreMetrics.map(({ id }) => [id, false])],
      );
      for (const { kind } of metrics) assert.ok(metricKinds.some(({ id }) => id === kind));
    }
    assert.deepEqual(
      stages.map(({ id }) => id),
      ["proposal", "build", "pilot", "production"],
    );
    assert.deepEqual(
      autonomies.map(({ id }) => id),
      ["suggest", "act-with-approval", "act"],
    );
    for (const { meaning } of [...stages, ...autonomies, ...metricKinds]) assert.match(meaning, /\S/);
    assert.deepEqual(
      [roles.proposal.act, roles.build.act, roles.pilot.act],
      [[], ["responder"], ["responder", "reviewer"]],
    );
    assert.deepEqual(roles.build.suggest, []);
  });

  it("is what the command line writes for the same answers, with tab stops", async () => {
    const kind = PLAN_KINDS.find(({ id }) => id === "routing")!;
    const metrics = kind.metrics.filter(({ id }) => id === "routing-accuracy");
    const answers = { name: "p", stage: "pilot", autonomy: "act", owner: "head-of-support", reviewer: "desk" } as const;
    const { snippet } = await newPlan({ ...routing, owner: "head-of-support", reviewer: "desk" });
    assert.equal(snippet, newPlanSnippet({ ...answers, kind, metrics }));
  });

  it("is of nothing that is not offered", async () => {
    for (const wrong of [
      { kind: "toaster" },
      { stage: "toString" },
      { autonomy: "none" },
      { metrics: ["overruled", "x"] },
    ])
      await assert.rejects(newPlan({ ...routing, ...wrong }), /takes what aiplan\/newPlanChoices offers/);
    await assert.rejects(newPlan({}), /offers|could not answer/);
    assert.ok((await newPlan(routing)).snippet.length > 0);
  });

  it("has placeholders to go through, round its end, with places as the client counts them", async () => {
    const uri = await client.open("p.aiplan", "title: <a>\r\nroles:\r\n  🙂: {contact: <b>}\r\n");
    const next = async (line: number, character: number) => {
      const params = { textDocument: { uri }, position: { line, character } };
      const range = await client.request<Range | null>("aiplan/nextPlaceholder", params);
      return range && [range.start.line, range.start.character, range.end.character];
    };
    assert.deepEqual(
      [await next(0, 0), await next(0, 7), await next(0, 10), await next(2, 19)],
      [
        [0, 7, 10],
        [0, 7, 10],
        [2, 16, 19],
        [0, 7, 10],
      ],
    );
    await client.change(uri, { text: "owner: ops\r\n" });
    assert.equal(await next(0, 0), null);
    const other = { textDocument: { uri: "file:///not-open.aiplan" }, position: { line: 0, character: 0 } };
    assert.equal(await client.request("aiplan/nextPlaceholder", other), null);
  });
});

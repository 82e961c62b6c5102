import assert from "node:assert/strict";
import { readPlanFile, rules, runRules, standpointOf } from "@aiplan/core";
import { type Files, load } from "../../harness/check.ts";
import { examples } from "../../harness/examples.ts";
import { HARMLESS } from "../mutations/harmless.ts";

const NAME = "plan.aiplan";

/** Where each finding of a rule stands, in the order of the text. */
async function standpoints(text: string, rule: string, files: Files = {}): Promise<string[]> {
  const workspace = await load({ ...files, [NAME]: text }, NAME);
  const found = runRules(workspace, rules).filter((finding) => finding.rule === rule);
  return found.map((finding) => standpointOf(workspace, finding));
}

describe("the standpoint of a finding", () => {
  it("is the keys that lead to a value", async () => {
    const text = "roles: {ops: {}}\ntriggers:\n  slow: {do: escalate, escalate: outtage}\n";
    assert.deepEqual(await standpoints(text, "undefined-escalation-path"), ["triggers.slow.escalate"]);
  });

  it("is the key itself, where the key is wrong", async () => {
    assert.deepEqual(await standpoints("ownr: me\noutcome: {sponsr: Maria}\n", "unknown-key"), [
      "ownr",
      "outcome.sponsr",
    ]);
  });

  it("names an item of a list by its id", async () => {
    const text = "rollout: {steps: [{id: first, traffic: 5%}, {id: canary, traffik: 10%}]}\n";
    assert.deepEqual(await standpoints(text, "unknown-key"), ["rollout.steps.canary.traffik"]);
  });

  it("names an item without an id by the first of its keys in the language's order, however it is written", async () => {
    for (const item of ["{notify: sre, via: phone, withn: 5 min}", "{withn: 5 min, via: phone, notify: sre}"])
      assert.deepEqual(
        await standpoints(`escalation-paths: {outage: {steps: [{notify: ops}, ${item}]}}\n`, "unknown-key"),
        ["escalation-paths.outage.steps.[sre].withn"],
      );
  });

  it("names a word in a list by itself", async () => {
    const text = "reviews: {weekly: {triggered-by: [slow, fast]}}\ntriggers: {slow: {}}\n";
    assert.deepEqual(await standpoints(text, "undefined-reference"), ["reviews.weekly.triggered-by.[fast]"]);
  });

  it("is the object that lacks a key, not the key beside which that is reported", async () => {
    const text = "aiplan: 1\nstage: pilot\nmetrics: {m: {}}\nrollout:\n  steps:\n    - traffic: 5%\n";
    assert.deepEqual(await standpoints(text, "missing-key"), ["", "metrics.m", "rollout.steps.[5%]"]);
    // The same without a stage, when the first key of the file has to do.
    assert.equal((await standpoints("metrics: {m: {}}\naiplan: 1\n", "missing-key")).includes(""), true);
  });

  it("is a key that is there with nothing written for it", async () => {
    assert.ok((await standpoints("aiplan: 1\nstage: proposal\nmilestones:\n", "missing-key")).includes("milestones"));
  });

  it("is in the text of an anchor, not where an alias repeats it", async () => {
    const text = "metrics:\n  a: &a {kind: speed}\n  b: *a\n";
    assert.deepEqual(await standpoints(text, "unknown-choice"), ["metrics.a.kind"]);
  });

  it("keeps names short, and on one line", async () => {
    const [at] = await standpoints(`outcome:\n  ? "${"long ".repeat(100)}"\n  : 1\n`, "unknown-key");
    assert.ok(at && at.length < 80 && !/\n/.test(at), at);
  });

  it("is there for every finding of a text that cannot be read", async () => {
    for (const text of ["", "\ta: [", "a: {b: [c\nd: 'x\n", "- 1\n- 2\n", "&a a: *a\n", "<<: 1\n", "a: b: c\n"]) {
      const found = await allOf({ [NAME]: text }, NAME);
      assert.ok(found.length > 0 && found.every((one) => /^[a-d<.]* \[/.test(one)), found.join("\n"));
    }
  });
});

describe("the standpoints of a plan", () => {
  const changes = Object.entries(HARMLESS).filter(([what]) => !/better values|a day earlier|other words/.test(what));
  for (const { name, text, files } of examples().filter(({ name }) => /^(?:before|broken)\//.test(name)))
    for (const [what, change] of [...changes, ["CRLF", () => [text.replaceAll("\n", "\r\n")]] as const]) {
      // The slips that these two hold mean something else when the lines around them are written anew.
      if (/document-agent|ticket-routing/.test(name) && /braces|another order/.test(what)) continue;
      it(`${name} stay with ${what}`, async () => {
        const before = await allOf(files, name);
        assert.ok(before.length > 5);
        for (const changed of change(readPlanFile("file:///plan.aiplan", text))) {
          assert.notEqual(changed, text);
          assert.deepEqual(await allOf({ ...files, [name]: changed }, name), before);
        }
      });
    }
});

async function allOf(files: Files, name: string): Promise<string[]> {
  const workspace = await load(files, name);
  return runRules(workspace, rules)
    .map((finding) => `${standpointOf(workspace, finding)} [${finding.rule}]`)
    .sort();
}

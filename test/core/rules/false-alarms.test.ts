import assert from "node:assert/strict";
import { CheckedPlan, hover, readConfig } from "@aiplan/core";
import { check, checkText, load } from "../../harness/check.ts";

/** The rules that speak of a text, with the text each speaks of. */
async function found(text: string, rule: string): Promise<string[]> {
  const findings = (await checkText(text)).filter((finding) => finding.rule === rule);
  return findings.map(({ place }) => text.slice(place.start, place.end));
}

describe("false alarms", () => {
  it("misses nothing in a file that is no plan", async () => {
    for (const text of ["a\0b", "- a\n", "~\n", "hello there\n", "[".repeat(2000)]) {
      const names = new Set((await checkText(text)).map(({ rule }) => rule));
      assert.ok(
        names.has("yaml-syntax") && ![...names].some((name) => name.startsWith("missing-")),
        JSON.stringify(text.slice(0, 20)),
      );
    }
  });

  it("takes a placeholder for a section for ids still to be written", async () => {
    assert.deepEqual(await found("roles: <roles>\nowner: support\n", "undefined-reference"), []);
    assert.deepEqual(await found("roles:\n  ops: <who>\nowner: support\n", "undefined-reference"), ["support"]);
    assert.deepEqual(await found("roles:\n  <id of a role>:\nowner: support\n", "undefined-reference"), ["support"]);
    const trigger = "stage: pilot\ntriggers: {t: {do: notify, escalate: outage}}\n";
    assert.deepEqual(await found(`${trigger}escalation-paths: <paths>\n`, "undefined-escalation-path"), []);
  });

  it("says of an id in empty quotes that it is empty", async () => {
    const findings = await checkText("owner: ''\nroles: {ops: {contact: a@b.c}}\n");
    const [empty] = findings.filter(({ rule }) => rule === "wrong-type");
    assert.match(empty?.message ?? "", /^`owner` is empty/);
    assert.deepEqual(empty?.fixes, []);
    assert.ok(!findings.some(({ rule }) => rule === "undefined-reference"));
  });

  it("knows a data source by an id with dots", async () => {
    const plan = (joined: string) =>
      `data-sources: {crm.accounts: {}, tickets: {}}\njoins: {j: {left: ${joined}, right: tickets.id}}\n`;
    assert.deepEqual(await found(plan("crm.accounts.id"), "undefined-reference"), []);
    assert.deepEqual(await found(plan("erp.accounts.id"), "undefined-reference"), ["erp"]);
    const files = {
      "plan.aiplan": "imports: [./org.aiplan]\njoins: {j: {left: crm.accounts.id, right: crm.accounts.id}}\n",
      "org.aiplan": "kind: catalog\ndata-sources: {crm.accounts: {}}\n",
    };
    const findings = await check(files, "plan.aiplan");
    assert.ok(!findings.some(({ rule }) => rule === "undefined-reference"));
  });

  it("counts no value in the wrong currency of its metric, but the units of metrics", async () => {
    const plan =
      "metrics: {cost: {kind: cost, unit: EUR/item, direction: lower}}\n" +
      "success-criteria: {targets: {cost: {month-1: 3 USD/item, month-6: 2 EUR/item}}}\n" +
      "economics: {build-cost: 2 USD}\n";
    assert.deepEqual(await found(plan, "unit-mismatch"), ["3 USD/item", "2 USD"]);
  });

  it("words a key written twice in the configuration for people", async () => {
    const config = readConfig("file:///workspace/aiplan.config.yaml", "ignore: [a]\nignore: [b]\n", new Set());
    assert.deepEqual(
      config.problems.map(({ message }) => message),
      ["`ignore` is here a second time. Keep one of the two."],
    );
  });

  it("shows nothing of a map where an alias repeats it", async () => {
    const text = "x-roles: &r\n  ops: {contact: a@b.c}\nroles: *r\n";
    const plan = new CheckedPlan(await load({ "plan.aiplan": text }, "plan.aiplan"));
    assert.equal(hover(plan, [], text.indexOf("*r") + 1), undefined);
  });
});

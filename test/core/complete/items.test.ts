import assert from "node:assert/strict";
import { readDate } from "@aiplan/core";
import { completeIn } from "./completing.ts";

describe("completion items", () => {
  it("offer today, where it is known", async () => {
    const { date } = readDate("2026-01-05");
    const found = await completeIn("outcome: {agreed: $0}\n", {
      snippets: true,
      clock: { date: date!, source: "today" },
    });
    assert.deepEqual(
      found.items.map(({ label, detail }) => [label, detail]),
      [["2026-01-05", "today"]],
    );
  });

  it("offer days to come where a waiver ends", async () => {
    const { date } = readDate("2026-01-31");
    const found = await completeIn(
      "milestones: {build-start: 2025-12-01, go-live: 2026-03-02}\nwaivers:\n  missing-baseline: {expires: $0}\n",
      { snippets: true, clock: { date: date!, source: "today" } },
    );
    assert.deepEqual(
      found.items.map(({ label, detail }) => [label, detail]),
      [
        ["2026-02-28", "in a month"],
        ["2026-03-02", "go-live"],
        ["2026-04-30", "in 3 months"],
        ["2026-07-31", "in 6 months"],
      ],
    );
  });

  it("offer rules in ignore comments and waivers, not those that say that a plan is broken", async () => {
    const ignored = await completeIn("# aiplan-ignore missing-$0\nname: x\n");
    const waived = await completeIn("waivers:\n  $0\n");
    assert.deepEqual(ignored.labels, waived.labels);
    assert.ok(ignored.labels.includes("missing-success-criteria"));
    assert.ok(!ignored.labels.includes("undefined-reference"));
    assert.match(ignored.with("missing-success-criteria"), /^# aiplan-ignore missing-success-criteria: <why .+>\nname/);
    const plain = await completeIn("# aiplan-ignore-file missing-$0\nname: x\n", { snippets: false });
    assert.match(plain.with("missing-success-criteria"), /^# aiplan-ignore-file missing-success-criteria: \nname/);
    const reasoned = await completeIn("# aiplan-ignore mis$0sing we know\nname: x\n");
    assert.match(reasoned.with("missing-success-criteria"), /^# aiplan-ignore missing-success-criteria: we know\n/);
    assert.deepEqual((await completeIn("name: x # ai$0\n")).labels, ["aiplan-ignore", "aiplan-ignore-file"]);
  });

  it("say what things are, and when they are due", async () => {
    const { items } = await completeIn("stage: build\n$0");
    const [workflow, pilot] = ["workflow", "pilot"].map((label) => items.find((item) => item.label === label));
    assert.equal(workflow?.detail, "due");
    assert.match(workflow?.documentation ?? "", /Due from the build stage on/);
    assert.equal(pilot?.detail, "due at the next stage");
    const kpi = (await completeIn("outcome: {kpi: $0}\nmetrics:\n  gain: {kind: business, unit: h}\n")).items[0];
    assert.equal(kpi?.detail, "business metric in h");
    assert.match(kpi?.documentation ?? "", /gain: \{kind: business, unit: h\}/);
  });

  it("are whole plans in a file with nothing but comments, and there alone", async () => {
    const found = await completeIn("# Ours.\r\nplan-b$0\r\n");
    const { insert } = found.items.find(({ label }) => label === "plan-build")!;
    assert.match(found.with("plan-build"), /^# Ours\.\r\naiplan: 1\r\nname: </);
    assert.doesNotMatch(found.with("plan-build"), /(?<!\r)\n/);
    const owners = insert.stops!.filter(({ name }) => name === "<id of the owner e.g. head-of-support>");
    assert.ok(owners.length > 1, "the owner is asked for once and written where it is meant");
    for (const plan of ["name: x\n$0", "roles:\n  $0\n", "{$0}"])
      assert.ok(!(await completeIn(plan)).labels.includes("plan-build"), plan);
    assert.ok(!(await completeIn("$0", { snippets: false })).labels.includes("plan-build"));
  });

  it("are whole plans that have the name of their file, still to be looked at", async () => {
    for (const label of ["plan-pilot", "catalog"]) {
      const found = await completeIn("-- claims-triage.aiplan --\n$0");
      const { newText, stops = [] } = found.items.find((item) => item.label === label)!.insert;
      assert.match(newText, /^name: claims-triage$/m);
      assert.equal(newText.slice(stops[0]!.start, stops[0]!.end), "claims-triage");
      for (const { start, end } of stops.slice(1)) assert.match(newText.slice(start, end), /^<[^<>]+>$/);
    }
    const plain = await completeIn("-- Claims.aiplan --\n$0");
    assert.match(plain.with("plan-pilot"), /^name: </m);
  });

  it("in place of a placeholder pass the filter of the editor, which compares them with it", async () => {
    const { items } = await completeIn("stage: <proposal or build$0>\n");
    assert.deepEqual([...new Set(items.map(({ filterText }) => filterText))], ["<proposal or build>"]);
  });

  it("mark what there is to write, for clients that can jump there", async () => {
    const { items } = await completeIn("roles:\n  a: {$0}\n");
    const { newText = "", stops = [] } = items[0]?.insert ?? {};
    assert.deepEqual(
      stops.map(({ start, end }) => newText.slice(start, end)),
      ["<e-mail address or phone number>"],
    );
    const plain = await completeIn("roles:\n  a: {$0}\n", { snippets: false });
    assert.ok(plain.items.every(({ insert }) => insert.stops === undefined));
  });
});

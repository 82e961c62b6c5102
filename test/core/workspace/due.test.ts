import assert from "node:assert/strict";
import { check, type Files } from "../../harness/check.ts";

/** What is said beyond hints, as `rule text`. */
async function said(files: Files | string, name = "plan.aiplan"): Promise<string[]> {
  const all = typeof files === "string" ? { [name]: files } : files;
  return (await check(all, name))
    .filter(({ severity }) => severity !== "hint")
    .map(({ rule, place }) => `${rule} ${(all[name] ?? "").slice(place.start, place.end)}`);
}

describe("a due list without items", () => {
  const lacks = async (text: string) =>
    (await said(`stage: pilot\n${text}`)).filter((one) => /^missing-\w+ [^p]/.test(one));
  it("is missing", async () => {
    assert.ok((await lacks("escalation-paths: {outage: {hours: 24x7, steps: []}}\n")).includes("missing-key outage"));
    assert.ok(
      (await lacks("rollout: {steps: [], rollback: {owner: ops, max-time: 5 min, tested: 2026-05-01}}\n")).includes(
        "missing-key rollout",
      ),
    );
    const source = "system: crm, environment: production, owner: ops, freshness: 5 min, max-staleness: 15 min";
    assert.ok((await lacks(`data-sources: {tickets: {${source}, used-for: []}}\n`)).includes("missing-key tickets"));
  });
  it("is there once it has one", async () => {
    const text = "escalation-paths: {outage: {hours: 24x7, steps: [{notify: ops, within: 5 min}]}}\n";
    assert.ok(!(await lacks(text)).includes("missing-key outage"));
  });
});

describe("a fixed word that can't be read", () => {
  it("in `kind` is all that is said: the file may be a catalog", async () => {
    const roles = "roles: {ops: {contact: ops@example.com}}\n";
    assert.deepEqual(await said(`kind: catalogue\n${roles}`), ["unknown-choice catalogue"]);
    assert.deepEqual(await said(`knd: catalog\n${roles}`), ["unknown-key knd"]);
    assert.ok((await said(`kind: plan\n${roles}`)).length > 1);
  });
  it("in `autonomy` leaves open what is due unless the system only suggests", async () => {
    for (const autonomy of ["sugest", "<suggest or act>"]) {
      const all = await said(`stage: production\noperating-limits: {autonomy: ${autonomy}}\nrollout: {steps: []}\n`);
      assert.deepEqual(
        all.filter((one) => /operating-limits|rollback|rollout/.test(one)),
        [],
      );
    }
    const known = await said("stage: production\noperating-limits: {autonomy: act}\n");
    assert.ok(known.includes("missing-operating-limits operating-limits"));
  });
  it("in `stage` makes a proposal of the plan", async () => {
    const missing = (all: string[]) => all.filter((one) => one.startsWith("missing-")).map((one) => one.split(" ")[0]);
    const slip = await said("stage: pilt\noutcome: {statement: Cut the time}\n");
    assert.ok(slip.includes("unknown-choice pilt"));
    assert.deepEqual(missing(slip), missing(await said("stage: proposal\noutcome: {statement: Cut the time}\n")));
  });
});

describe("a catalog", () => {
  it("lends only the kinds of id that catalogs lend", async () => {
    const files = (more: string) => ({
      "plan.aiplan":
        "imports: [./org.aiplan]\nmonitoring: {active-from: go-live}\nmilestones: {build-start: 2026-03-02}\n",
      "org.aiplan": `kind: catalog\n${more}`,
    });
    const lent = files("milestones: {go-live: 2026-07-06, build-start: 2026-03-01}\n");
    const about = async (all: Files) => (await said(all)).filter((one) => /^(undefined|duplicate)/.test(one));
    assert.deepEqual(await about(lent), ["undefined-reference go-live"]);
  });
  it("that can't be read leaves open only what it could lend", async () => {
    const text = "imports: [./gone.aiplan]\nowner: ops\nmonitoring: {active-from: go-live}\n";
    assert.deepEqual(
      (await said(text)).filter((one) => one.startsWith("undefined")),
      ["undefined-reference go-live"],
    );
  });
});

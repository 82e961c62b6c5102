import assert from "node:assert/strict";
import { applyFix, checkText } from "../../harness/check.ts";

const NAME = "plan.aiplan";

/** The text after the first fix of the first finding that has the title. */
async function mended(text: string, title: string): Promise<string | undefined> {
  const fixes = (await checkText(text)).flatMap((finding) => finding.fixes);
  const fix = fixes.find((one) => one.title === title);
  return fix && applyFix({ [NAME]: text }, fix)[NAME];
}

describe("where a fix writes", () => {
  it("gives a key without a colon a value of its own, not the next section's", async () => {
    const contact = "contact: <e-mail address or phone number>";
    assert.equal(
      await mended("stage: proposal\nroles: {ops}\nowner: ops\n", "Insert `contact`"),
      `stage: proposal\nroles: {ops: {${contact}}}\nowner: ops\n`,
    );
    assert.equal(
      await mended("stage: proposal\nroles: {ops, desk}\nowner: ops\n", "Insert `contact`"),
      `stage: proposal\nroles: {ops: {${contact}}, desk}\nowner: ops\n`,
    );
  });

  it("offers no insertion among keys with a question mark", async () => {
    const text = "? outcome\n:\n  kpi: x\n? stage\n: build\n";
    const findings = await checkText(text);
    assert.ok(findings.some(({ rule }) => rule === "missing-outcome"));
    const titles = findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.deepEqual(titles, []);
  });

  it("takes no question that ends a line above for one", async () => {
    const text = "title: Why?\nstage: proposal\noutcome:\n  statement: For whom?\n  agreed: 2026-01-01\n";
    assert.match((await mended(text, "Insert `kpi`")) ?? "", /\n {2}statement: For whom\?\n {2}kpi: <.*>\n/);
  });

  it("offers no insertion into a map that an alias repeats", async () => {
    const text = "x-roles: &r\n  ops: {contact: a@example.com}\nroles: *r\nowner: desk\n";
    const findings = (await checkText(text)).filter(({ rule }) => rule === "undefined-reference");
    assert.equal(findings.length, 1);
    assert.deepEqual(findings[0]?.fixes, []);
  });

  it("leaves what follows a block of text on a line of its own", async () => {
    for (const eol of ["\n", "\r\n"]) {
      const text = "stage: >\n  Pilot\nname: x\n".replaceAll("\n", eol);
      assert.equal(await mended(text, "Change to `pilot`"), "stage: pilot\nname: x\n".replaceAll("\n", eol));
    }
  });

  it("writes ids in quotes where they need some", async () => {
    const roles = 'roles: {"Team, A": {contact: a@b.c}}\n';
    assert.equal(await mended(`owner: Tean, A\n${roles}`, "Change to `Team, A`"), `owner: "Team, A"\n${roles}`);
    const paths = 'escalation-paths: {"a: bcd": {hours: 24x7}}\n';
    const trigger = (id: string) => `stage: pilot\n${paths}triggers: {t: {do: notify, escalate: ${id}}}\n`;
    assert.equal(await mended(trigger('"a: bce"'), "Change to `a: bcd`"), trigger('"a: bcd"'));
    const metrics = 'metrics: {q: {kind: quality, unit: "%"}, "a: b": {kind: business, unit: h}}\n';
    const outcome = (id: string) => `stage: pilot\n${metrics}outcome: {kpi: ${id}}\n`;
    assert.equal(await mended(outcome("q"), "Use the business metric `a: b`"), outcome('"a: b"'));
  });

  it("keeps the quotes of a key that it changes", async () => {
    assert.equal(await mended('outcome: {"kpj":"x"}\n', "Change to `kpi`"), 'outcome: {"kpi":"x"}\n');
    assert.equal(await mended("outcome: {'kpj': x}\n", "Change to `kpi`"), "outcome: {'kpi': x}\n");
  });

  it("writes over a word for nothing", async () => {
    const contact = "contact: <e-mail address or phone number>";
    assert.equal(
      await mended("roles:\n  ops: ~ # who\n", "Insert `contact`"),
      `roles:\n  ops: # who\n    ${contact}\n`,
    );
    assert.equal(await mended("roles: {ops: null}\n", "Insert `contact`"), `roles: {ops: {${contact}}}\n`);
  });
});

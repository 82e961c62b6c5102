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
});

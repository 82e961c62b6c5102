import assert from "node:assert/strict";
import { type Finding, type Rule, rules } from "@aiplan/core";
import { check, type Files, ROOT } from "../../harness/check.ts";
import { readMarked } from "../../harness/markers.ts";
import { keepSections } from "../../harness/plan-text.ts";

/** What every rule depends on, through its stage, its catalogs and the profile it belongs to. */
const ALWAYS = ["aiplan", "kind", "stage", "imports", "profiles"];

/**
 * Rules are run again only where a section that they read has changed; so what they find may depend on no other. Every bad
 * example must give the same findings when the other sections are deleted.
 */
describe("the sections a rule reads", () => {
  for (const rule of rules) {
    const { reads } = rule;
    if (reads === "*") continue;
    it(`${rule.id} finds the same without the others`, async () => {
      let compared = 0;
      for (const example of rule.examples.bad) {
        const files: Files = Object.fromEntries(readMarked(example.plan).files.map(({ name, text }) => [name, text]));
        for (const name of Object.keys(files).filter((one) => one.endsWith(".aiplan"))) {
          const reduced: Files = { ...files, [name]: keepSections(files[name] ?? "", [...ALWAYS, ...reads]) };
          const found = await describeFindings(rule, files, name);
          assert.deepEqual(await describeFindings(rule, reduced, name), found);
          compared += found.length;
        }
      }
      assert.ok(compared > 0, "no example has a finding");
    });
  }
});

/** Findings without their offsets, which deleting moves. */
async function describeFindings(rule: Rule, files: Files, name: string): Promise<unknown[]> {
  const textAt = ({ uri, start, end }: Finding["place"]) => files[uri.slice(ROOT.length + 1)]?.slice(start, end);
  const { off: _, ...on } = rule;
  return (await check(files, name, [on], rule.examples.options)).map((finding) => ({
    severity: finding.severity,
    message: finding.message,
    at: textAt(finding.place),
    related: finding.related.map(({ place, message }) => [textAt(place), message]),
    fixes: finding.fixes.map((fix) => [fix.title, ...fix.edits().map(({ newText }) => newText.trim())]),
  }));
}

import assert from "node:assert/strict";
import { applyFix, checkText } from "../../harness/check.ts";

const NAME = "plan.aiplan";
const METRICS = [
  "metrics:",
  "  accuracy: {kind: quality, unit: percent, direction: higher}",
  "  overrides: {kind: oversight, unit: percent, direction: lower}",
  "  share: {kind: data, unit: percent, direction: target}",
  "  score: {kind: quality, unit: ratio, direction: lower}",
  "  saved: {kind: business, unit: h, direction: higher}",
  "  unsaid: {kind: data, unit: percent}",
].join("\n");

/** What the first fix that inserts keys writes in place of the `$`. */
async function inserted(plan: string): Promise<string> {
  const [before = "", after = ""] = plan.split("$");
  const text = `stage: pilot\n${METRICS}\n${before}${after}`;
  const fixes = (await checkText(text)).flatMap((finding) => finding.fixes);
  const written = fixes.map((fix) => applyFix({ [NAME]: text }, fix)[NAME] ?? "");
  const start = `stage: pilot\n${METRICS}\n${before}`;
  const fitting = written.find((one) => one.startsWith(start) && one.endsWith(after)) ?? "";
  return fitting.slice(start.length, fitting.length - after.length);
}

describe("the direction of a metric", () => {
  const rest = "for: 1 w, severity: sev3, do: review";

  it("decides on which side a stub for an alarm has its limit", async () => {
    const limit = (metric: string) => inserted(`triggers:\n  t: {metric: ${metric}$, ${rest}}\n`);
    assert.equal(await limit("accuracy"), ", below: <value it must not fall below e.g. 90%>");
    assert.equal(await limit("overrides"), ", above: <value it must not rise above e.g. 10%>");
    assert.equal(await limit("share"), ", outside: [<lower bound e.g. 10%>, <upper bound e.g. 90%>]");
    assert.equal(await limit("unsaid"), ", below: <value it must not fall below e.g. 90%>");
    assert.equal(await limit("nowhere"), ", below: <value it must not fall below>");
  });

  it("decides on which side a stub for a gate has its limit", async () => {
    const limit = (metric: string) =>
      inserted(`rollout:\n  steps:\n    - {id: a}\n    - {id: b, when: [{metric: ${metric}$}]}\n`);
    assert.equal(await limit("accuracy"), ", at-least: <lowest value that opens the gate e.g. 90%>");
    assert.equal(await limit("overrides"), ", at-most: <highest value that opens the gate e.g. 10%>");
    assert.equal(await limit("share"), ", within: [<lower bound e.g. 10%>, <upper bound e.g. 90%>]");
  });

  it("is that of the metric of an alarm, not of one that lends it keys", async () => {
    const alarms = `triggers:\n  a: &a {metric: accuracy$, ${rest}}\n  b: {<<: *a, metric: overrides}\n`;
    assert.equal(await inserted(alarms), ", below: <value it must not fall below e.g. 90%>");
    const text = `stage: pilot\n${METRICS}\n${alarms.replace("$", "")}`;
    const lacking = (await checkText(text)).filter(
      ({ rule, place }) => rule === "missing-key" && /^[ab]$/.test(text.slice(place.start, place.end)),
    );
    assert.deepEqual(
      lacking.map(({ place }) => text.slice(place.start, place.end)),
      ["a"],
    );
  });

  it("is kept by the examples of targets", async () => {
    const targets = async (metric: string) =>
      inserted(`success-criteria: {agreed: 2026-01-01, approved-by: ops, targets: {${metric}: {$}}}\n`);
    const both = (example: string) => `month-1: <month-one target e.g. ${example}>, month-6: <month-six target e.g. `;
    assert.equal(await targets("accuracy"), `${both("90%")}90%>`);
    assert.equal(await targets("overrides"), `${both("10%")}10%>`);
    assert.equal(await targets("score"), `${both("0.1")}0.1>`);
    assert.equal(await targets("saved"), `${both("3 h")}3 h>`);
  });
});

import assert from "node:assert/strict";
import { CheckedPlan, type Clock, hover, readDate } from "@aiplan/core";
import { load } from "../../harness/check.ts";

describe("hover on a date", () => {
  const shown = async (clock: Clock | undefined) => {
    const text = "milestones: {pilot-start: 2026-07-06}\n";
    const plan = new CheckedPlan(await load({ "a.aiplan": text }, "a.aiplan", clock ? { clock } : {}));
    return hover(plan, [], text.indexOf("2026"))?.plain.split("\n\n")[1] ?? "";
  };
  const day = (text: string) => readDate(text).date!;

  it("tells how far it is from today", async () => {
    const today = (text: string) => shown({ date: day(text), source: "today" });
    assert.equal(await today("2026-06-24"), "12 days from now.");
    assert.equal(await today("2026-07-07"), "1 day ago.");
    assert.equal(await today("2026-07-06"), "Today.");
  });

  it("tells how far it is from the date that the plan is checked for", async () => {
    const asOf = (text: string) => shown({ date: day(text), source: "as-of" });
    assert.equal(await asOf("2026-06-29"), "1 week after 2026-06-29, the date that the plan is checked for.");
    assert.equal(await asOf("2026-07-06"), "The same day as 2026-07-06, the date that the plan is checked for.");
  });

  it("tells nothing of the kind where no clock is known", async () => {
    assert.doesNotMatch(await shown(undefined), /now|ago|checked/);
  });
});

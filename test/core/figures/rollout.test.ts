import assert from "node:assert/strict";
import { CheckedPlan } from "@aiplan/core";
import { reviewedSamples, reviewLoad } from "../../../core/src/figures/review-load.ts";
import { earliestEnd, rolloutSchedule, stepAtMonth6 } from "../../../core/src/figures/rollout-schedule.ts";
import { seenShare, stepBefore, stepName } from "../../../core/src/figures/rollout-steps.ts";
import { formatQuantity, readDate } from "../../../core/src/quantity/index.ts";
import { load } from "../../harness/check.ts";
import { quantity } from "../quantity/quantity.ts";

async function planOf(
  steps: string,
  milestones = "pilot-start: 2026-05-04, go-live: 2026-07-06",
): Promise<CheckedPlan> {
  const text = `milestones: {${milestones}}\nrollout:\n  steps:\n${steps.trim().replace(/^ */gm, "    ")}\n`;
  return new CheckedPlan(await load({ "plan.aiplan": text }, "plan.aiplan"));
}

/** When each step begins, by its name. */
async function begins(steps: string): Promise<string[]> {
  return rolloutSchedule(await planOf(steps)).map(({ name, begins }) => `${name} ${begins?.text ?? "?"}`);
}

async function atMonth6(steps: string, milestones?: string): Promise<string | undefined> {
  return stepAtMonth6(await planOf(steps, milestones))?.name;
}

describe("when the steps of a rollout begin", () => {
  it("is after the step before has lasted its shortest duration", async () => {
    const steps = `
      - {id: shadow, starts: pilot-start, min-duration: 4 w}
      - {id: canary, starts: go-live, min-duration: 2 w}
      - {id: full, min-duration: 36 h}
      - {id: steady}`;
    assert.deepEqual(await begins(steps), [
      "shadow 2026-05-04",
      "canary 2026-07-06",
      "full 2026-07-20",
      "steady 2026-07-21",
    ]);
  });

  it("is not before that even where it names a date", async () => {
    const steps = "- {id: shadow, starts: 2026-06-29, min-duration: 2 w}\n- {id: canary, starts: go-live}";
    assert.deepEqual(await begins(steps), ["shadow 2026-06-29", "canary 2026-07-13"]);
  });

  it("is when it was entered, whatever was planned", async () => {
    const steps = `
      - {id: shadow, starts: pilot-start, entered: 2026-05-11, min-duration: 4 w}
      - {id: canary, starts: go-live, entered: 2026-05-18, min-duration: 1 w}
      - {id: full}`;
    assert.deepEqual(await begins(steps), ["shadow 2026-05-11", "canary 2026-05-18", "full 2026-05-25"]);
  });

  it("is not known where the plan doesn't say", async () => {
    const steps = `
      - {id: shadow, starts: unknown, min-duration: 4 w}
      - {id: canary}
      - {id: half, starts: go-live}
      - {id: most, min-duration: 2 w}
      - <one more step>
      - {id: full, entered: <date entered YYYY-MM-DD>, min-duration: 2 w}
      - {id: steady}`;
    const expected = ["shadow ?", "canary ?", "half 2026-07-06", "most ?", "full ?", "steady ?"];
    assert.deepEqual(await begins(steps), expected);
    const gap = "- {id: a, starts: go-live, min-duration: 2 w}\n- <one more step>\n- {id: b}";
    assert.deepEqual(await begins(gap), ["a 2026-07-06", "b ?"]);
  });

  it("lets whole months end with the calendar, where that is earlier", () => {
    const end = (from: string, lasts: string) => earliestEnd(readDate(from).date, quantity(lasts))?.text;
    assert.equal(end("2026-02-02", "1 mo"), "2026-03-02");
    assert.equal(end("2026-07-01", "1 mo"), "2026-07-31");
    assert.equal(end("2026-07-01", "1.5 mo"), "2026-08-15");
    assert.equal(end("2026-03-01", "1 y"), "2027-03-01");
    assert.equal(end("2026-07-01", "12 h"), "2026-07-01");
    assert.equal(end("2026-07-01", "2 w"), "2026-07-15");
    assert.equal(earliestEnd(undefined, quantity("2 w")), undefined);
    assert.equal(earliestEnd(readDate("2026-07-01").date, undefined), undefined);
  });
});

describe("the step at month six", () => {
  const early = "- {id: canary, starts: go-live, min-duration: 8 w}\n- {id: half, min-duration: 20 w}\n- {id: full}";
  it("is the last one that can have begun six months after go-live", async () => {
    // Half begins on 31 August, full on 18 January; month six is 6 January.
    assert.equal(await atMonth6(early), "half");
    assert.equal(await atMonth6(early.replace("20 w", "18 w")), "full");
    assert.equal(await atMonth6(early.replace("20 w", "2 w")), "full");
  });
  it("is the last one where the plan doesn't say when the steps begin", async () => {
    assert.equal(await atMonth6(early.replace(", min-duration: 20 w", "")), "full");
    assert.equal(await atMonth6(early, "pilot-start: 2026-05-04"), "full");
    assert.equal(await atMonth6("- {id: only}"), "only");
  });
  it("is none of those that are known to begin later, be others unknown", async () => {
    const late = "- {id: a, starts: go-live, min-duration: 40 w}\n- {id: b}\n- {id: c}";
    assert.equal(await atMonth6(late), "a");
    const between = "- {id: a, starts: go-live}\n- {id: b}\n- {id: c, starts: 2027-06-01}";
    assert.equal(await atMonth6(between), "b");
  });
  it("is none where the rollout begins later, or has no steps", async () => {
    assert.equal(await atMonth6("- {id: a, starts: 2027-06-01}"), undefined);
    assert.equal(await atMonth6("- <a step>"), undefined);
  });
});

describe("what is reviewed in a step", () => {
  const steps = `
    - {id: shadow, traffic: 0%, mirror: 10%, review: 50%}
    - {traffic: 25%, mirror: 10%, review: 50%}
    - {id: open, traffic: 25%, mirror: <share>, review: 50%}
    - <one more step>
    - {id: last, review: 50%}`;
  const stepsOf = async () => {
    const list = (await planOf(steps)).file.root.get("rollout")?.get("steps");
    assert.ok(list);
    const [shadow, second, open, last] = list.items();
    assert.ok(shadow && second && open && last);
    return { shadow, second, open, last };
  };

  it("names steps by their id or number, and knows the one before", async () => {
    const { shadow, second, open, last } = await stepsOf();
    assert.deepEqual([shadow, second, open, last].map(stepName), ["shadow", "2", "open", "last"]);
    assert.deepEqual([shadow, second, open, last].map(stepBefore), [undefined, shadow, second, undefined]);
  });

  it("is what is handled for the reviewers, and what is seen for the samples", async () => {
    const { shadow, second, open, last } = await stepsOf();
    const average = quantity("3200 item/d");
    const described = (computed: ReturnType<typeof reviewLoad>) =>
      computed && `${computed.how} = ${formatQuantity(computed.quantity)}`;
    assert.equal(described(reviewLoad(shadow, average)), "3,200 item/d x 0% traffic x 50% review = 0 item/d");
    assert.equal(described(reviewLoad(second, average)), "3,200 item/d x 25% traffic x 50% review = 400 item/d");
    const week = quantity("1 w");
    assert.equal(
      described(reviewedSamples(shadow, average, week)),
      "3,200 item/d x 10% mirror x 50% review x 1 w = 1120 item",
    );
    assert.equal(
      described(reviewedSamples(second, average, week)),
      "3,200 item/d x 25% traffic x 50% review x 1 w = 2800 item",
    );
    assert.equal(seenShare(second)?.key, "traffic");
    assert.equal(seenShare(open), undefined);
    assert.equal(reviewedSamples(open, average, week), undefined);
    assert.equal(reviewLoad(last, average), undefined);
    assert.equal(reviewLoad(second, quantity("3200 EUR")), undefined);
    assert.equal(reviewLoad(second, undefined), undefined);
    assert.equal(reviewedSamples(second, average, undefined), undefined);
  });
});

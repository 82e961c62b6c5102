import assert from "node:assert/strict";
import { type Autonomy, format, language, newPlan, PLAN_KINDS, readPlanFile } from "@aiplan/core";
import { parse } from "yaml";
import { checkText } from "../../harness/check.ts";
import { withoutSummaries } from "../../harness/implied.ts";

const AUTONOMIES: readonly Autonomy[] = ["suggest", "act-with-approval", "act"];

describe("a new plan", () => {
  for (const kind of PLAN_KINDS)
    for (const stage of language.STAGES)
      it(`for what ${kind.title}, at ${stage}, leaves only what people have to write`, async () => {
        for (const autonomy of AUTONOMIES) {
          const text = newPlan({ name: "new-plan", kind, stage, autonomy });
          const findings = withoutSummaries(await checkText(text));
          // What is due at the next stage is hinted at, as in every plan.
          const isLater = (rule: string, severity: string) => rule.startsWith("missing-") && severity === "hint";
          assert.deepEqual(
            findings
              .filter(({ rule, severity }) => rule !== "placeholder-left" && !isLater(rule, severity))
              .map(({ rule, message }) => `${rule}: ${message}`),
            [],
          );
          assert.ok(findings.some(({ rule }) => rule === "placeholder-left"));
        }
      });

  for (const kind of PLAN_KINDS)
    it(`for what ${kind.title} begins with metrics of the business and of quality, each with targets by its direction`, () => {
      const plan = parse(newPlan({ name: "p", kind, stage: "pilot", autonomy: kind.autonomy }));
      const ids = kind.metrics.map(({ id }) => id);
      assert.deepEqual(Object.keys(plan.metrics), ids);
      assert.equal(plan.outcome.kpi, ids[0]);
      assert.equal(plan.metrics[ids[0] ?? ""].kind, "business");
      assert.ok(kind.metrics.some((metric) => metric.kind === "quality"));
      assert.deepEqual(Object.keys(plan["success-criteria"].targets), ids);
      for (const { id, direction } of kind.metrics) {
        const words = { higher: /^<at least/, lower: /^<at most/, target: /^<close to/ }[direction];
        assert.match(plan["success-criteria"].targets[id]["month-6"], words);
        const alarms = Object.values<Record<string, unknown>>(plan.triggers).filter(({ metric }) => metric === id);
        assert.deepEqual(
          alarms.map((alarm) => Object.keys(alarm)[1]),
          [{ higher: "below", lower: "above", target: "outside" }[direction]],
        );
      }
      assert.equal(plan.load.unit, kind.item);
      assert.equal(plan["operating-limits"].autonomy, kind.autonomy);
    });

  it("asks nothing of a system that only suggests that binds those that act", () => {
    const [kind] = PLAN_KINDS;
    assert.ok(kind);
    const plan = (autonomy: Autonomy) => parse(newPlan({ name: "p", kind, stage: "production", autonomy }));
    assert.deepEqual(plan("suggest")["operating-limits"], { autonomy: "suggest" });
    assert.equal(plan("suggest").rollout, undefined);
    assert.ok(plan("act")["operating-limits"]["kill-switch"]);
    assert.ok(plan("act").rollout);
  });

  it("says what is known as it was said, whatever YAML would make of it", () => {
    const [kind] = PLAN_KINDS;
    assert.ok(kind);
    for (const title of [
      "A: b #c",
      "- yes",
      '"quoted" <words>',
      "null",
      "5",
      "<now>",
      "# no",
      "Ärzte 🙂, {x}",
      "a\\b",
    ]) {
      const text = newPlan({ name: "p", title, owner: "head-of-x", kind, stage: "proposal", autonomy: "suggest" });
      const plan = parse(text);
      assert.equal(`${plan.title}`, title);
      assert.equal(plan.owner, "head-of-x");
      assert.deepEqual(Object.keys(plan.roles), ["head-of-x"]);
      assert.deepEqual(readPlanFile("file:///p.aiplan", text).syntax, []);
    }
  });

  it("is written as the formatter writes", () => {
    for (const kind of PLAN_KINDS) {
      const text = newPlan({ name: "p", kind, stage: "production", autonomy: "act" });
      assert.deepEqual(format(readPlanFile("file:///p.aiplan", text), { tabSize: 2 }), []);
    }
  });

  it("ends its lines as it is told", () => {
    const [kind] = PLAN_KINDS;
    assert.ok(kind);
    const text = newPlan({ name: "p", kind, stage: "pilot", autonomy: "act" }, "\r\n");
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(text.replaceAll("\r\n", "\n"), newPlan({ name: "p", kind, stage: "pilot", autonomy: "act" }));
  });
});

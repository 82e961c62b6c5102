import assert from "node:assert/strict";
import {
  type Autonomy,
  format,
  language,
  type MetricTemplate,
  newPlan,
  newPlanSnippet,
  PLAN_KINDS,
  type PlanKind,
  readPlanFile,
} from "@aiplan/core";
import { parse } from "yaml";
import { checkText } from "../../harness/check.ts";
import { withoutSummaries } from "../../harness/implied.ts";

const AUTONOMIES: readonly Autonomy[] = ["suggest", "act-with-approval", "act"];

/** All sets of metrics that a plan of a kind can begin with, none of them included. */
function choicesOf({ metrics, moreMetrics }: PlanKind): MetricTemplate[][] {
  const all = [...metrics, ...moreMetrics];
  return Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_, at) => set & (1 << at)));
}

/** What is found beside placeholders, and beside what is due only at the next stage, as in every plan. */
async function othersIn(text: string): Promise<string[]> {
  const findings = withoutSummaries(await checkText(text));
  const isLater = (rule: string, severity: string) => rule.startsWith("missing-") && severity === "hint";
  assert.ok(findings.some(({ rule }) => rule === "placeholder-left"));
  return findings
    .filter(({ rule, severity }) => rule !== "placeholder-left" && !isLater(rule, severity))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe("a new plan", () => {
  for (const kind of PLAN_KINDS)
    for (const stage of language.STAGES)
      it(`for what ${kind.title}, at ${stage}, leaves only what people have to write, whatever it measures`, async () => {
        for (const autonomy of AUTONOMIES)
          for (const metrics of choicesOf(kind))
            assert.deepEqual(
              await othersIn(newPlan({ name: "new-plan", kind, stage, autonomy, metrics })),
              [],
              `${autonomy}: ${metrics.map(({ id }) => id)}`,
            );
      });

  it("leaves only what people have to write, whoever is named for what", async () => {
    const kind = PLAN_KINDS.find(({ id }) => id === "scoring")!;
    const roles = [undefined, "head-of-claims", "duty-desk"];
    for (const stage of language.STAGES)
      for (const autonomy of AUTONOMIES)
        for (const owner of roles)
          for (const responder of roles)
            for (const reviewer of roles) {
              const named = Object.entries({ owner, responder, reviewer }).filter(([, role]) => role !== undefined);
              const who = Object.fromEntries(named);
              const found = await othersIn(newPlan({ name: "new-plan", kind, stage, autonomy, ...who }));
              assert.deepEqual(found, [], `${stage} ${autonomy} ${JSON.stringify(who)}`);
            }
  });

  it("shows examples that go together: with each in the place of its placeholder nothing else is found", async () => {
    for (const kind of PLAN_KINDS)
      for (const stage of language.STAGES)
        for (const autonomy of AUTONOMIES) {
          const metrics = [...kind.metrics, ...kind.moreMetrics];
          const text = newPlan({ name: "new-plan", kind, stage, autonomy, metrics });
          const filled = text.replace(/<[^<>\n]* e\.g\. ([^<>\n]+)>/g, "$1");
          assert.notEqual(filled, text);
          assert.deepEqual(await othersIn(filled), [], `${kind.id} ${stage} ${autonomy}`);
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
      const gate = plan.rollout?.steps[1].when[0];
      const opening = kind.metrics.find(({ id }) => id === gate?.metric);
      if (opening) {
        const member = { higher: "at-least", lower: "at-most", target: "within" }[opening.direction];
        assert.deepEqual(Object.keys(gate), ["metric", member]);
      }
      assert.equal(plan.rollout === undefined, kind.autonomy === "suggest");
      assert.equal(plan.load.unit, kind.item);
      assert.equal(plan["operating-limits"].autonomy, kind.autonomy);
    });

  it("asks for a metric of the business and one of quality where none was chosen", () => {
    const [kind] = PLAN_KINDS;
    assert.ok(kind);
    const plan = parse(newPlan({ name: "p", kind, stage: "production", autonomy: "act", metrics: [] }));
    const [business, quality, ...others] = Object.keys(plan.metrics);
    assert.deepEqual(others, []);
    assert.match(`${business} ${quality}`, /^<id of the business metric .*> <id of a metric of quality .*>$/);
    assert.equal(plan.outcome.kpi, business);
    assert.deepEqual(Object.keys(plan["success-criteria"].targets), [business, quality]);
    assert.equal(plan.rollout.steps[1].when[0].metric, quality);
  });

  it("is a snippet, too, with a tab stop for each placeholder and one for all that ask for the same id", () => {
    for (const kind of PLAN_KINDS)
      for (const metrics of [kind.metrics, []]) {
        const plan = {
          name: "p",
          title: "Costs $5 {a} \\\\",
          kind,
          stage: "production",
          autonomy: "act",
          metrics,
        } as const;
        const numbers = new Map<string, Set<string>>();
        const text = newPlanSnippet(plan).replace(
          /(?<!\\)\$\{(\d+)(?::((?:[^}\\]|\\.)*)|\|((?:[^,\\]|\\.)*),[^}]*\|)\}/g,
          (_, number, words, choice) => {
            const placeholder = (words ?? choice).replace(/\\(.)/g, "$1");
            numbers.set(placeholder, (numbers.get(placeholder) ?? new Set()).add(number));
            return placeholder;
          },
        );
        assert.equal(text.replace(/\\([\\$])/g, "$1"), newPlan(plan));
        for (const [words, stops] of numbers)
          if (/^<id of (?:a system|an escalation path|a data source|the business)/.test(words))
            assert.equal(stops.size, 1, words);
      }
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

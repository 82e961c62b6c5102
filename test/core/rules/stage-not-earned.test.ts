import assert from "node:assert/strict";
import {
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  type LoadOptions,
  type RuleLevel,
  readDate,
  rules,
} from "@aiplan/core";
import { blockersOf } from "../../../core/src/rules/blockers.ts";
import { headlineOf, withinSentence } from "../../../core/src/rules/words.ts";
import { CheckedPlan } from "../../../core/src/workspace/checked-plan.ts";
import { check, load, ROOT } from "../../harness/check.ts";

/** A clean proposal, with the technology selected before the outcome is agreed where that is wanted. */
const plan = (selected = "2026-02-20", rest = "") => `aiplan: 1
name: ticket-routing
title: Route support tickets
stage: proposal
owner: ops
risk-tier: limited
outcome: {statement: Cut the time., kpi: time, agreed: 2026-01-30}
milestones: {technology-selected: ${selected}, build-start: 2026-03-02}
metrics:
  time: {kind: business, unit: h, direction: lower}
success-criteria:
  targets:
    time: {baseline: 4.2 h, month-1: 3 h, month-6: 1.5 h}
economics: {build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.04 EUR/item, value-per-item: 0.25 EUR/item, ceiling: 22000 EUR/mo, payback: 14 mo}
load: {unit: item, average: 3200 item/d, month-6: 4000 item/d}
data-sources:
  tickets: {environment: production, used-for: [inference]}
roles:
  ops: {contact: ops@example.com}
${rest}`;
const EARLY = "2026-01-09";

async function summaries(text: string, options?: Partial<LoadOptions>): Promise<Finding[]> {
  const found = await check({ "plan.aiplan": text }, "plan.aiplan", undefined, options);
  return found.filter(({ rule }) => rule === "stage-not-earned");
}

async function blockers(text: string, options?: Partial<LoadOptions>): Promise<(string | undefined)[]> {
  const [summary] = await summaries(text, options);
  return (summary?.related ?? []).map(({ message }) => /\((\S+)\)$/.exec(message)?.[1]);
}

const levels = (rule: string, level: RuleLevel): { config: Config } => ({
  config: { ...DEFAULT_CONFIG, rules: new Map([[rule, level]]) },
});

describe("stage-not-earned", () => {
  it("speaks of each blocker at its place, and itself is none", async () => {
    const text = plan(EARLY);
    const [summary, ...more] = await summaries(text);
    assert.equal(more.length, 0);
    assert.equal(text.slice(summary?.place.start, summary?.place.end), "proposal");
    assert.equal(summary?.severity, "warning");
    assert.match(summary?.message ?? "", /one thing stands in the way/);
    assert.deepEqual(
      summary?.related.map(({ place, message }) => [text.slice(place.start, place.end), message]),
      [
        [
          EARLY,
          "The technology is selected on 2026-01-09, 3 weeks before the outcome was agreed (2026-01-30) (technology-before-outcome)",
        ],
      ],
    );
    assert.deepEqual(await summaries(plan()), []);
  });

  it("counts no finding that the plan or the configuration silences", async () => {
    const rule = "technology-before-outcome";
    assert.deepEqual(await blockers(plan(EARLY)), [rule]);
    const waiver = `waivers:\n  ${rule}: {reason: Signed before, approved-by: ops, expires: 2026-12-31}\n`;
    assert.deepEqual(await blockers(plan(EARLY, waiver)), []);
    assert.deepEqual(await blockers(plan(EARLY, `# aiplan-ignore-file ${rule}: signed before\n`)), []);
    for (const level of ["off", "hint", "info"] as const)
      assert.deepEqual(await blockers(plan(EARLY), levels(rule, level)), [], level);
    assert.deepEqual(await blockers(plan(EARLY), levels(rule, "error")), [rule]);
  });

  it("counts what the configuration makes a warning, but nothing that is due only at the next stage", async () => {
    const same = plan().replace("month-6: 1.5 h", "month-6: 3 h");
    assert.deepEqual(await blockers(same), []);
    assert.deepEqual(await blockers(same, levels("identical-benchmarks", "warning")), ["identical-benchmarks"]);
    const found = await check({ "p.aiplan": plan() }, "p.aiplan", undefined, levels("missing-monitoring", "error"));
    assert.ok(found.some(({ rule, severity }) => rule === "missing-monitoring" && severity === "error"));
    assert.deepEqual(await blockers(plan(), levels("missing-monitoring", "error")), []);
  });

  it("counts what a date that somebody set brings up, but not what rests on today's", async () => {
    const future = plan().replace("baseline: 4.2 h", "baseline: 4.2 h, baseline-measured: 2026-05-01");
    const at = (source: "as-of" | "today") => ({ clock: { date: readDate("2026-04-01").date!, source } });
    assert.deepEqual(await blockers(future, at("as-of")), ["evidence-in-future"]);
    assert.deepEqual(await blockers(future, at("today")), []);
    const loud = { ...at("today"), ...levels("evidence-in-future", "error") };
    assert.deepEqual(await blockers(future, loud), []);
  });

  it("counts a rule that failed of itself as nothing", async () => {
    const checked = new CheckedPlan(await load({ "plan.aiplan": plan() }, "plan.aiplan"));
    const finding = (extra: Partial<Finding>): Finding => ({
      rule: "benchmark-regression",
      severity: "warning",
      message: "",
      place: { uri: `${ROOT}/plan.aiplan`, start: 0, end: 6 },
      related: [],
      fixes: [],
      unnecessary: false,
      ...extra,
    });
    const known = new Map(rules.map((rule) => [rule.id, rule]));
    assert.deepEqual(blockersOf([finding({ ruleFailed: true })], checked, known), []);
    const [early, late, error] = [
      finding({}),
      finding({ place: { uri: `${ROOT}/plan.aiplan`, start: 50, end: 51 } }),
      finding({ severity: "error", place: { uri: `${ROOT}/plan.aiplan`, start: 90, end: 91 } }),
    ];
    const lent = finding({ place: { uri: `${ROOT}/org.aiplan`, start: 3, end: 4 } });
    assert.deepEqual(blockersOf([lent, late, early, error], checked, known), [error, early, late, lent]);
  });

  it("names one each of three kinds, and counts the others", async () => {
    const [summary] = await summaries("owner: nobody\nstage: production\nroles: {a: {deputy: no-one}, b: {}, c: {}}\n");
    const [, count = "", told = "", rest = ""] =
      /^This plan claims `production`, but (\d+) things stand in the way: (.+); and (\d+) more\. Settle them/.exec(
        summary?.message ?? "",
      ) ?? [];
    const alike = [...told.matchAll(/\(and (\d+) more like it\)/g)].map(([, more]) => Number(more));
    assert.match(told, /There is no role `nobody`[^;]*\(and 1 more like it\)/i, summary?.message);
    assert.equal(told.split("; ").length, 3, summary?.message);
    assert.equal(Number(rest) + 3 + alike.reduce((sum, more) => sum + more, 0), Number(count));
    // The gravest at their places, and where the rest begins: a list of all would be longer than anybody reads.
    assert.equal(summary?.related.length, 6);
    assert.equal(summary?.related.at(-1)?.message, `… and ${Number(count) - 5} more, the first of them here`);
    assert.equal(summary?.severity, "error");
  });

  it("says nothing while the YAML can't be read as a whole, nor where no stage is claimed", async () => {
    assert.deepEqual(await summaries("stage: pilot\noutcome:\n  kpi: a\n statement\n"), []);
    assert.deepEqual(await summaries("stage: pilott\n"), []);
    assert.deepEqual(await summaries(plan(EARLY).replace("stage: proposal\n", "")), []);
  });

  it("may be ignored, by a comment that is then of use", async () => {
    const ignored = plan(EARLY, "# aiplan-ignore-file stage-not-earned: known\n");
    const found = (await check({ "plan.aiplan": ignored }, "plan.aiplan")).map(({ rule }) => rule);
    assert.ok(found.includes("technology-before-outcome"));
    assert.ok(!found.includes("stage-not-earned") && !found.includes("unused-ignore"), found.join());
  });
});

describe("the headline of a message", () => {
  for (const [message, headline] of [
    ["Nothing says why: there is no `outcome`. Write it.", "Nothing says why"],
    [
      "peak 900 item/h x 3 calls = 2,700 req/h, limit 1,800: throttled",
      "peak 900 item/h x 3 calls = 2,700 req/h, limit 1,800",
    ],
    ["`a: b. c` is no key. Remove it.", "`a: b. c` is no key"],
    ["No end at all", "No end at all"],
    ["A stop at the end.", "A stop at the end"],
  ])
    it(JSON.stringify(headline), () => assert.equal(headlineOf(message!), headline));

  it("of a long list is cut between its parts", () => {
    const long = `This plan lacks ${Array.from({ length: 30 }, (_, at) => `\`key number ${at}\``).join(", ")}. Write them.`;
    const headline = headlineOf(long);
    assert.ok(headline.length <= 141 && headline.endsWith("`…"), headline);
    assert.equal(headline.split("`").length % 2, 1, headline);
  });

  it("is not cut within brackets", () => {
    const whole = `${"This is one of those messages that go on and on ".repeat(2)}and name their numbers`;
    assert.equal(headlineOf(`${whole} (900 item/h x 3 calls, and so on, and so on). Less.`), `${whole}…`);
  });

  it("goes on within a sentence, names and abbreviations as they are", () => {
    assert.equal(withinSentence("Nothing says why"), "nothing says why");
    assert.equal(withinSentence("A rule fails"), "a rule fails");
    assert.equal(withinSentence("YAML is broken"), "YAML is broken");
    assert.equal(withinSentence("`outage` tells nobody"), "`outage` tells nobody");
  });
});

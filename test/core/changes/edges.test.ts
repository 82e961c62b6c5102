import assert from "node:assert/strict";
import { CheckedPlan, changeRules, comparePlans, DEFAULT_CONFIG, type RuleLevel, readDate } from "@aiplan/core";
import { checkText, load } from "../../harness/check.ts";
import { compareFiles, compareTexts, PLAN } from "../../harness/compare.ts";

const before = `stage: production
milestones: {build-start: 2026-03-02}
metrics: {accuracy: {unit: percent, direction: higher}}
success-criteria: {targets: {accuracy: {month-1: 88%, month-6: 93%}}}
triggers: {down: {metric: accuracy, below: 80%}}
`;
const lowered = before.replace("93%", "88%");
const date = (text: string) => ({ changedOn: readDate(text).date! });

describe("versions that cannot be compared", () => {
  const words = async (one: string, other: string) =>
    (await compareTexts(one, other)).notCompared.map((part) => part.words);

  it("says which section cannot be read, and compares the others", async () => {
    const broken = lowered.replace("below: 80%}}", 'below: 80%}} }}\n  x: "');
    const { changes, notCompared } = await compareTexts(before, broken);
    assert.deepEqual(
      notCompared.map((part) => part.words),
      ["`triggers` was not compared: its YAML cannot be read in the version after."],
    );
    assert.deepEqual(
      changes.map(({ path }) => path),
      ["success-criteria.targets.accuracy.month-6"],
    );
    assert.match((await words(broken, before)).join(), /in the version before/);
  });

  it("says that a plan is written in a newer language, holds several documents, or is something else", async () => {
    assert.match((await words(before, `aiplan: 99\n${before}`)).join(), /newer version of the plan language/);
    assert.match((await words(before, `${before}---\n${before}`)).join(), /holds several documents/);
    assert.match(
      (await words(before, `kind: catalog\nname: org\n`)).join(),
      /the version before is a plan, the version after a catalog/,
    );
  });

  it("says which catalog is missing, and takes nothing that it may hold for removed", async () => {
    const plan = "imports: [./org.aiplan]\nowner: head\n";
    const files = { [PLAN]: plan, "org.aiplan": "aiplan: 1\nkind: catalog\nroles: {head: {contact: a}}\n" };
    const { changes, notCompared } = await compareFiles(files, { [PLAN]: plan }, PLAN);
    assert.deepEqual(changes, []);
    assert.match(notCompared.map((part) => part.words).join(), /catalog `org.aiplan` lends was not compared/);
  });
});

describe("the judgement of changes", () => {
  it("says when, where the day is known, and weighs by it", async () => {
    const [undated] = (await compareTexts(before, lowered)).findings;
    assert.ok(undated && !undated.message.includes("build started"));
    for (const [day, severity, words] of [
      ["2026-02-20", "info", "10 days before the build started"],
      ["2026-03-02", "error", "on the day the build started"],
      ["2026-04-06", "error", "5 weeks after the build started"],
    ] as const) {
      const [finding] = (await compareTexts(before, lowered, date(day))).findings;
      assert.equal(finding?.severity, severity, day);
      assert.ok(finding.message.includes(words), finding.message);
    }
  });

  it("is silent at proposal unless the day says that the build had begun", async () => {
    const [one, other] = [before, lowered].map((text) => text.replace("production", "proposal"));
    assert.deepEqual((await compareTexts(one!, other!)).findings, []);
    assert.deepEqual((await compareTexts(one!, other!, date("2026-02-20"))).findings, []);
    const { findings } = await compareTexts(one!, other!, date("2026-04-06"));
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ["error"],
    );
  });

  it("takes criteria for agreed anew only once that day has come, and names who had approved them", async () => {
    const [one, other] = [before, lowered].map(
      (text) => (approver: string, day: string) =>
        text.replace("criteria: {", `criteria: {agreed: ${day}, approved-by: ${approver}, `),
    );
    const judged = async (approver: string, day: string) => {
      const { findings } = await compareTexts(one!("head", "2026-02-06"), other!(approver, day), date("2026-04-06"));
      const finding = findings.find(({ message }) => message.includes("month-6"));
      return [finding?.severity, /have `\w+` agree|agreed anew/.exec(finding?.message ?? "")?.[0]];
    };
    assert.deepEqual(await judged("head", "2026-04-02"), ["warning", "agreed anew"]);
    assert.deepEqual(await judged("head", "2027-04-02"), ["error", "have `head` agree"]);
    assert.deepEqual(await judged("intern", "2026-02-06"), ["error", "have `head` agree"]);
  });

  it("is silent where a rollout stops short of its last steps, and not where one before them is left out", async () => {
    const step = (id: string) => `\n    - {id: ${id}, traffic: 50%, when: [{metric: accuracy, at-least: 90%}]}`;
    const rollout = (...ids: readonly string[]) => `${before}rollout:\n  steps:${ids.map(step).join("")}\n`;
    const ids = async (after: string) =>
      (await compareTexts(rollout("canary", "half", "full"), after)).findings.map(({ rule }) => rule);
    assert.deepEqual(await ids(rollout("canary", "half")), []);
    assert.deepEqual(await ids(rollout("canary")), []);
    assert.deepEqual(await ids(rollout("canary", "full")), ["oversight-weakened"]);
  });

  it("says of a step without traffic that errors wait for the next, not that they reach users", async () => {
    const words = async (traffic: string) => {
      const plan = (review: string) =>
        `${before}rollout:\n  steps:\n    - {id: first, traffic: ${traffic}, review: ${review}}\n`;
      const { findings } = await compareTexts(plan("100%"), plan("10%"));
      return /wait for the first step with traffic|reach users/.exec(String(findings[0]?.message))?.[0];
    };
    assert.equal(await words("0%"), "wait for the first step with traffic");
    assert.equal(await words("10%"), "reach users");
  });

  it("goes by the levels of the configuration", async () => {
    const judged = async (level: RuleLevel) => {
      const config = { ...DEFAULT_CONFIG, rules: new Map([["goalposts-moved", level]]) };
      const { findings, changes } = await compareFiles({ [PLAN]: before }, { [PLAN]: lowered }, PLAN, {
        load: { config },
      });
      return [findings.map(({ severity }) => severity), changes.map(({ judgement }) => judgement === "harmless")];
    };
    assert.deepEqual(await judged("hint"), [["hint"], [false]]);
    assert.deepEqual(await judged("off"), [[], [true]]);
  });

  it("says of a catalog what plans will be told, as information", async () => {
    const catalog = (hours: string) => `aiplan: 1\nkind: catalog\nescalation-paths: {outage: {hours: ${hours}}}\n`;
    const { findings } = await compareTexts(catalog("24x7"), catalog("business"));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [["escalation-weakened", "info"]],
    );
  });

  it("shows the old version only where it is another file", async () => {
    const after = new CheckedPlan(await load({ "b.aiplan": lowered }, "b.aiplan"));
    const [other] = comparePlans(new CheckedPlan(await load({ "a.aiplan": before }, "a.aiplan")), after).findings;
    assert.deepEqual(
      other?.related.map(({ place }) => before.slice(place.start, place.end)),
      ["93%"],
    );
    const [same] = comparePlans(new CheckedPlan(await load({ "b.aiplan": before }, "b.aiplan")), after).findings;
    assert.deepEqual(same?.related, []);
  });

  it("is silent where there is one version only, and leaves its comments and waivers alone there", async () => {
    const plan = `${before.replace("success", "# aiplan-ignore goalposts-moved: agreed with the board\nsuccess")}waivers: {data-demoted: {reason: r, approved-by: a, expires: 2026-12-31}}\n`;
    const ids = new Set(changeRules.map(({ id }) => id));
    const found = await checkText(plan);
    assert.deepEqual(
      found.filter(({ rule }) => ids.has(rule) || rule === "unused-ignore" || rule === "ignore-without-reason"),
      [],
    );
    assert.ok(!found.some(({ message }) => message.includes("data-demoted")), "it is a rule that a waiver may name");
  });

  it("becomes one finding about a rule that fails", async () => {
    const [rule] = changeRules;
    assert.ok(rule);
    const judge = rule.judge as Record<string, unknown>;
    judge.Plan = () => {
      throw new Error("no such thing");
    };
    const { findings } = await compareTexts(before, lowered);
    delete judge.Plan;
    assert.deepEqual(
      findings.filter(({ ruleFailed }) => ruleFailed).map((finding) => finding.rule),
      [rule.id],
    );
    assert.ok(findings.some((finding) => finding.rule === "goalposts-moved"));
  });
});

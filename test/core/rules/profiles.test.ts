import assert from "node:assert/strict";
import { type Config, DEFAULT_CONFIG, type RuleLevel } from "@aiplan/core";
import { check } from "../../harness/check.ts";

const SHORT = "stage: production\nmonitoring: {log-retention: 90 d}\n";
const ON = "profiles: [eu-ai-act-high-risk]\n";
const profiles: Config["profiles"] = new Set(["eu-ai-act-high-risk"]);

async function severities(rule: string, text: string, config: Partial<Config> = {}): Promise<string[]> {
  const found = await check({ "plan.aiplan": text }, "plan.aiplan", undefined, {
    config: { ...DEFAULT_CONFIG, ...config },
  });
  return found.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
}

describe("a profile", () => {
  const rule = "eu-ai-act-log-retention";
  const level = (to: RuleLevel) => ({ rules: new Map([[rule, to]]) });

  it("is off unless the plan or the configuration names it", async () => {
    assert.deepEqual(await severities(rule, SHORT), []);
    assert.deepEqual(await severities(rule, SHORT + ON), ["error"]);
    assert.deepEqual(await severities(rule, SHORT, { profiles }), ["error"]);
    assert.deepEqual(await severities(rule, `${SHORT}profiles: []\n`, { profiles }), ["error"]);
  });

  it("is not switched on by the level of one of its rules, which may switch that rule off", async () => {
    assert.deepEqual(await severities(rule, SHORT, level("warning")), []);
    assert.deepEqual(await severities(rule, SHORT + ON, level("warning")), ["warning"]);
    assert.deepEqual(await severities(rule, SHORT + ON, level("off")), []);
  });

  it("that there is not is named in the plan, with the one that was meant", async () => {
    const text = `${SHORT}profiles: [eu-ai-act-highrisk]\n`;
    assert.deepEqual(await severities(rule, text), []);
    const [unknown] = (await check({ "p.aiplan": text }, "p.aiplan")).filter((one) => one.rule === "unknown-choice");
    assert.match(unknown?.message ?? "", /Did you mean `eu-ai-act-high-risk`\?/);
    assert.equal(text.slice(unknown?.place.start, unknown?.place.end), "eu-ai-act-highrisk");
  });

  it("asks for a stop where nothing else does, and leaves it to the other rule where one does", async () => {
    const plan = (autonomy: string) => `stage: production\noperating-limits: {autonomy: ${autonomy}}\n${ON}`;
    const both = async (text: string) => [
      (await severities("eu-ai-act-stop", text)).length,
      (await severities("missing-kill-switch", text)).length,
    ];
    assert.deepEqual(await both(plan("suggest")), [1, 0]);
    assert.deepEqual(await both(plan("act")), [0, 1]);
  });
});

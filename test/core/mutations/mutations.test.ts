import assert from "node:assert/strict";
import { CONFIG_FILE, type Config, DEFAULT_CONFIG, type Finding, readConfig, ruleIds, rules } from "@aiplan/core";
import { check, ROOT } from "../../harness/check.ts";
import { examples } from "../../harness/examples.ts";
import { implies } from "../../harness/implied.ts";
import { type Mutation, mutate } from "./mutation.ts";
import { MUTATIONS } from "./registry.ts";

/** Fewer than this show too little of what a rule finds in plans that were not made for it. */
const LEAST = 3;

const CONFIG_URI = `${ROOT}/${CONFIG_FILE}`;

const { files } = examples()[0] ?? { files: {} };

/**
 * Each rule is shown slips in whole, clean plans that were not written for it: it finds them, and nothing else does but
 * the rules that say so in their `implies`.
 */
describe("slips in clean examples", () => {
  it("are of rules that there are", () =>
    assert.deepEqual(
      Object.keys(MUTATIONS).filter((id) => !rules.some((rule) => rule.id === id)),
      [],
    ));

  for (const { id } of rules) {
    describe(id, () => {
      const mutations = MUTATIONS[id] ?? [];
      it(`is shown ${LEAST} slips or more, all different`, () => {
        const different = new Set(mutations.map((mutation) => JSON.stringify(mutation)));
        assert.ok(different.size >= LEAST, `only ${different.size}`);
      });
      mutations.forEach((mutation, index) => {
        it(`finds number ${index + 1}, in ${mutation.example}`, () => expectOnly(id, mutation));
      });
    });
  }
});

async function expectOnly(id: string, mutation: Mutation): Promise<void> {
  const name = `${mutation.example}/${mutation.example}.aiplan`;
  const clock = mutation.clock ? { clock: mutation.clock } : {};
  const usual = { ...clock, config: isOff(id) ? turnedOn(id) : DEFAULT_CONFIG };
  const before = new Set((await check(files, name, rules, usual)).map(describeFinding));
  const { config } = mutation;
  const options = config === undefined ? usual : { ...clock, config: readConfig(CONFIG_URI, config, ruleIds) };
  const found = (await check(mutate(files, mutation), name, rules, options)).filter(
    (finding) => !before.has(describeFinding(finding)),
  );
  const said = found.map(describeFinding).join("\n") || "nothing was found";
  assert.ok(
    found.some(({ rule }) => rule === id),
    said,
  );
  const others = found.filter(({ rule }) => rule !== id && !comesWith(rule, id));
  assert.deepEqual(others.map(describeFinding), [], said);
}

function isOff(id: string): boolean {
  return rules.some((rule) => rule.id === id && rule.off);
}

function turnedOn(id: string): Config {
  return { ...DEFAULT_CONFIG, rules: new Map([[id, "warning"]]) };
}

/** Does one of the two rules say that the findings of the other come with its own? */
function comesWith(consequence: string, cause: string): boolean {
  return implies(consequence, cause) || implies(cause, consequence);
}

function describeFinding({ rule, severity, message }: Finding): string {
  return `${severity}[${rule}] ${message}`;
}

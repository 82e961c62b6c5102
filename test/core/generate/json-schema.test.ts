import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { DIMENSIONS, language, readQuantity, readUnit } from "@aiplan/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { jsonSchema } from "../../../core/src/generate/json-schema.ts";
import { VALUES } from "../schema/values.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchema());

/** What the schema has to say of a text, as "path message". */
function errorsOf(text: string): string[] {
  if (validate(parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function accepts(text: string): boolean {
  return errorsOf(text).length === 0;
}

const HEADER = "aiplan: 1\nname: p\ntitle: T\nowner: a\nrisk-tier: high\n";

describe("JSON Schema", () => {
  for (const folder of ["ticket-routing", "broken"])
    for (const name of readdirSync(`examples/${folder}`).filter((file) => file.endsWith(".aiplan"))) {
      const isBroken = folder === "broken";
      it(`${isBroken ? "finds what is missing in" : "accepts"} examples/${folder}/${name}`, () => {
        const errors = errorsOf(readFileSync(`examples/${folder}/${name}`, "utf8"));
        if (isBroken)
          assert.ok(
            errors.some((error) => error.includes("'success-criteria'")),
            errors.join("\n"),
          );
        else assert.deepEqual(errors, []);
      });
    }

  it("knows every key of the language", () => {
    const schema = JSON.stringify(jsonSchema());
    for (const type of Object.values(language.objectTypes))
      for (const name of Object.keys(type.keys)) assert.ok(schema.includes(`${JSON.stringify(name)}:`), name);
  });

  it("refuses unknown keys, and lets those that start with x- pass", () => {
    const plan = readFileSync("examples/ticket-routing/ticket-routing.aiplan", "utf8");
    assert.ok(accepts(`${plan}x-own: [1, {two: 3}]\n`));
    assert.ok(!accepts(`${plan}own: 1\n`));
    assert.ok(accepts(plan.replace("outcome:", "outcome:\n  x-sponsor: Maria")));
    assert.ok(!accepts(plan.replace("outcome:", "outcome:\n  sponsor: Maria")));
  });

  it("asks for what is due at the stage that the plan claims, and not before", () => {
    const missing = (text: string, key: string) => errorsOf(text).some((error) => error.includes(`'${key}'`));
    assert.ok(missing(HEADER, "success-criteria"));
    assert.ok(missing(HEADER, "stage"));
    assert.ok(!missing(`${HEADER}stage: proposal\n`, "monitoring"));
    assert.ok(missing(`${HEADER}stage: build\n`, "monitoring"));
    assert.ok(missing(`${HEADER}stage: production\n`, "monitoring"));
    const rollback = "rollout: {rollback: {max-time: 1 h, owner: a}}\n";
    assert.ok(!missing(`${HEADER}stage: pilot\n${rollback}`, "tested"));
    assert.ok(missing(`${HEADER}stage: production\n${rollback}`, "tested"));
  });

  it("asks nothing that binds only systems that act of one that suggests", () => {
    const missing = (autonomy: string) =>
      errorsOf(`${HEADER}stage: pilot\noperating-limits: {autonomy: ${autonomy}}\n`).join();
    assert.match(missing("act"), /'rollout'/);
    assert.match(missing("act"), /'kill-switch'/);
    assert.doesNotMatch(missing("suggest"), /'rollout'|'kill-switch'/);
  });

  it("asks for keys by what stands beside them", () => {
    const source = (uses: string) =>
      errorsOf(`${HEADER}stage: build\ndata-sources: {s: {used-for: [${uses}]}}\n`).join();
    assert.match(source("inference"), /'freshness'/);
    assert.doesNotMatch(source("training"), /'freshness'/);
    const step = (text: string) =>
      errorsOf(`${HEADER}stage: pilot\nescalation-paths: {p: {steps: [${text}]}}\n`).join();
    assert.match(step("{via: phone}"), /'notify'/);
    assert.doesNotMatch(step("{path: other}"), /'notify'/);
  });

  it("asks for one key of a group", () => {
    const trigger = (text: string) => errorsOf(`${HEADER}stage: pilot\ntriggers: {t: {${text}}}\n`).join();
    assert.match(trigger("metric: m"), /'below'/);
    assert.doesNotMatch(trigger("metric: m, above: 3 s"), /'below'/);
  });

  it("leaves to the catalogs what they may lend", () => {
    const missing = (text: string) => errorsOf(`${HEADER}stage: proposal\n${text}`).join();
    assert.match(missing(""), /'roles'/);
    assert.doesNotMatch(missing("imports: [./org.aiplan]\n"), /'roles'/);
  });

  it("reads a catalog as a catalog", () => {
    assert.ok(accepts("aiplan: 1\nkind: catalog\nname: org\nroles: {sre: {contact: sre@example.com}}\n"));
    assert.ok(!accepts("aiplan: 1\nkind: catalog\nname: org\noutcome: {statement: Faster}\n"));
  });

  it("lets a placeholder stand wherever a scalar may", () => {
    const economics = (value: string) =>
      errorsOf(`${HEADER}stage: proposal\neconomics: {build-cost: ${value}}\n`).join();
    assert.doesNotMatch(economics("<cost to build it>"), /build-cost/);
    assert.match(economics("much"), /build-cost/);
    assert.match(economics("180,000 EUR".replace(",", ".000.")), /build-cost/);
  });

  it("takes every quantity that the description gives as an example", () => {
    const definitions = { $defs: jsonSchema().$defs };
    let count = 0;
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { examples = [], anyOf = [] } = node as { examples?: string[]; anyOf?: { $ref?: string }[] };
      const quantities = anyOf.filter(({ $ref = "" }) => $ref.startsWith("#/$defs/quantity-"));
      if (quantities.length > 0)
        for (const example of examples) {
          const takes = new Ajv2020({ strict: true }).validate({ ...definitions, anyOf: quantities }, parse(example));
          // A number without a unit is a number to YAML, too.
          assert.ok(takes || typeof parse(example) === "number", `${example} against ${JSON.stringify(quantities)}`);
          count++;
        }
      for (const child of Object.values(node)) visit(child);
    };
    visit(jsonSchema());
    assert.ok(count > 40, `only ${count} examples`);
  });

  const texts = VALUES.filter((value) => typeof value === "string");
  for (const dimension of [...DIMENSIONS, "metric"] as const)
    it(`takes just the quantities that the language reads as ${dimension}`, () => {
      const takes = new Ajv2020({ strict: true }).compile(definition(`quantity-${dimension}`));
      for (const text of texts) {
        const { quantity, normalized } = readQuantity(text);
        // The check has a word about what has a shorter form, and a schema may refuse it.
        if (normalized !== undefined && !takes(text)) continue;
        const isRead = quantity !== undefined && (dimension === "metric" || quantity.dimension === dimension);
        if (!NO_CURRENCY.test(text)) assert.equal(takes(text), isRead, text);
      }
      assert.equal(
        texts.some((text) => takes(text)),
        true,
      );
    });

  it("takes just the units and shares that the language reads", () => {
    const unit = new Ajv2020({ strict: true }).compile(definition("unit"));
    const share = new Ajv2020({ strict: true }).compile(definition("quantity-share-of-whole"));
    for (const text of texts.filter((text) => !NO_CURRENCY.test(text))) {
      assert.equal(unit(text), readUnit(text).unit !== undefined || /^<.+>$/.test(text), text);
      const { quantity, normalized } = readQuantity(text);
      const isShare = quantity?.dimension === "share" && quantity.base >= 0 && quantity.base <= 1;
      if (!text.startsWith("-") && normalized === undefined) assert.equal(share(text), isShare, text);
    }
  });
});

/** Which three capitals are a currency, a schema does not know. */
const NO_CURRENCY = /XXX|XEU/;

/** One of the definitions, by itself. */
function definition(name: string): Record<string, unknown> {
  return { $defs: jsonSchema().$defs, $ref: `#/$defs/${name}` };
}

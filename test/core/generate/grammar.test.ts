import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { language } from "@aiplan/core";
import common from "vscode-tmgrammar-test/dist/common/index.js";
import snapshot from "vscode-tmgrammar-test/dist/snapshot/index.js";
import unit from "vscode-tmgrammar-test/dist/unit/index.js";
import { languageGrammar } from "../../../core/src/generate/grammar.ts";

const SCOPE = "source.aiplan";
const SNAPSHOT = "test/grammar/ticket-routing.aiplan.snap";

/** Tests of the grammar as it is made now, whether or not the checked-in file is up to date. */
const registry = common.createRegistryFromGrammars([
  {
    grammar: { path: "syntaxes/aiplan.tmLanguage.json", scopeName: SCOPE } as never,
    content: JSON.stringify(languageGrammar()),
  },
]);

interface Rule {
  include?: string;
  match?: string;
  begin?: string;
  patterns?: Rule[];
}
const grammar = languageGrammar() as { patterns: Rule[]; repository: Record<string, Rule> };

describe("grammar", () => {
  for (const name of readdirSync("test/grammar").filter((file) => file.endsWith(".aiplan"))) {
    const test = unit.parseGrammarTestCase(readFileSync(`test/grammar/${name}`, "utf8"));
    const run = async (source: string[]) => {
      const failures = await unit.runGrammarTestCase(registry, { ...test, source });
      return failures.map(({ srcLine, start, end, missing, unexpected, actual }) => {
        const text = source[srcLine]?.slice(start, end);
        return `«${text}» lacks ${missing.join(" ")}, should not have ${unexpected.join(" ")}, has ${actual.join(" ")}`;
      });
    };
    it(`colours ${test.metadata.description}`, async () => {
      assert.ok(test.assertions.length > 5);
      assert.deepEqual(await run(test.source), []);
    });
    // VS Code hands over lines without their ends; other users of the grammar may leave the carriage return.
    it(`does so with CRLF: ${test.metadata.description}`, async () => {
      assert.deepEqual(await run(test.source.map((line) => `${line}\r`)), []);
    });
  }

  it("colours the example plan as it did", async () => {
    const text = readFileSync("examples/ticket-routing/ticket-routing.aiplan", "utf8");
    const actual = snapshot.renderSnap(await snapshot.getVSCodeTokens(registry, SCOPE, text));
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(SNAPSHOT, actual);
    const expected = readFileSync(SNAPSHOT, "utf8").replaceAll("\r\n", "\n");
    assert.ok(
      actual === expected,
      `${SNAPSHOT} is out of date. Look at what changes: UPDATE_SNAPSHOTS=1 npm run test:unit`,
    );
  });

  it("leaves no key and no value of the example plan without a colour", async () => {
    const text = readFileSync("examples/ticket-routing/ticket-routing.aiplan", "utf8");
    const lines = await snapshot.getVSCodeTokens(registry, SCOPE, text);
    const bare = lines.flatMap(({ src, tokens }) =>
      tokens
        .filter(({ scopes }) => scopes.length === 1 || scopes.includes("meta.key.unknown.aiplan"))
        .map(({ startIndex, endIndex }) => src.slice(startIndex, endIndex))
        .filter((token) => token.trim() !== ""),
    );
    assert.deepEqual(bare, []);
  });

  it("includes nothing that it does not have", () => {
    const missing = new Set<string>();
    const visit = (rule: Rule): void => {
      const name = rule.include?.slice(1);
      if (name !== undefined && !(name in grammar.repository)) missing.add(name);
      for (const inner of rule.patterns ?? []) visit(inner);
    };
    for (const rule of [...grammar.patterns, ...Object.values(grammar.repository)]) visit(rule);
    assert.deepEqual([...missing], []);
  });

  it("has a rule for every key of every type, in blocks and in braces", () => {
    for (const type of Object.values(language.objectTypes))
      for (const rule of [`${type.name}-block`, `${type.name}-braces-flow`]) {
        const begins = (grammar.repository[rule]?.patterns ?? []).map(({ begin = "" }) => begin);
        for (const key of Object.keys(type.keys))
          assert.ok(
            begins.some((begin) => new RegExp(`[(|]${key}[|)]`).test(begin)),
            `${rule}: ${key}`,
          );
      }
  });

  it("takes time linear in the length of a line", async () => {
    const loaded = await registry.loadGrammar(SCOPE);
    const long = [
      " ".repeat(50_000),
      "a ".repeat(25_000),
      "a:".repeat(25_000),
      "- ".repeat(25_000),
      "<".repeat(50_000),
    ];
    const started = performance.now();
    for (const text of long)
      for (const start of ["title: ", "metrics: {a: {unit: ", "  ", "economics:\n  ceiling: "]) {
        let stack = null as never;
        for (const line of `${start}${text}`.split("\n"))
          stack = loaded?.tokenizeLine(line, stack, 2000).ruleStack as never;
      }
    const took = performance.now() - started;
    assert.ok(took < 10_000, `${Math.round(took)} ms`);
  });
});

import assert from "node:assert/strict";
import { language, rules } from "@aiplan/core";
import type { Snippet } from "../../../core/src/generate/snippet-body.ts";
import { snippetPieces } from "../../../core/src/generate/snippet-pieces.ts";
import { snippets } from "../../../core/src/generate/snippets.ts";
import { checkText } from "../../harness/check.ts";
import { withoutSummaries } from "../../harness/implied.ts";

/** The text that a snippet leaves when nothing is filled in. */
function inserted({ body }: Pick<Snippet, "body">): string {
  return body
    .join("\n")
    .replace(
      /\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g,
      (_, text, first) => text ?? first,
    )
    .replace(/\\(.)/g, "$1");
}

/** The texts at each tab stop, by its number. */
function stopsOf({ body }: Pick<Snippet, "body">): Map<number, Set<string>> {
  const stops = new Map<number, Set<string>>();
  for (const [, number, text, choices] of body.join("\n").matchAll(/\$\{(\d+)(?::([^}]*)\}|\|([^|]*)\|\})/g)) {
    const texts = stops.get(Number(number)) ?? new Set();
    stops.set(Number(number), texts.add(text ?? choices?.split(",")[0] ?? ""));
  }
  return stops;
}

const all = snippets();
const byPrefix = new Map(Object.values(all).map((snippet) => [snippet.prefix, snippet]));

describe("snippets", () => {
  it("have each a prefix of their own", () => {
    assert.equal(byPrefix.size, Object.keys(all).length);
  });

  it("have tab stops that are numbered from 1, each with one text, and placeholders only", () => {
    for (const [name, snippet] of Object.entries(all)) {
      const stops = stopsOf(snippet);
      assert.deepEqual(
        [...stops.keys()].sort((a, b) => a - b),
        [...stops.keys()].map((_, index) => index + 1),
        name,
      );
      for (const texts of stops.values()) {
        assert.equal(texts.size, 1, `${name}: ${[...texts]}`);
        assert.match([...texts][0] ?? "", /^<[^<>]+>$/, name);
      }
      assert.doesNotMatch(inserted(snippet), /\$\{|\|\}/, name);
    }
  });

  it("hold every section of the language", () => {
    for (const [name, key] of Object.entries(language.Plan.keys))
      if (key.type.kind === "object" || key.type.kind === "map") assert.ok(byPrefix.has(name), name);
  });

  for (const stage of language.STAGES) {
    it(`a plan at ${stage} leaves nothing but placeholders to be filled in`, async () => {
      const snippet = byPrefix.get(`plan-${stage}`);
      assert.ok(snippet);
      const findings = withoutSummaries(await checkText(inserted(snippet)));
      const other = findings.filter(({ rule, severity }) => rule !== "placeholder-left" && severity !== "hint");
      assert.deepEqual(
        other.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      // What is due at the next stage is hinted at, as in every plan.
      const hints = findings.filter(({ rule }) => !rule.startsWith("missing-") && rule !== "placeholder-left");
      assert.deepEqual(
        hints.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }

  it("a production plan lacks nothing that is due, not even as a hint", async () => {
    const snippet = byPrefix.get("plan-production");
    assert.ok(snippet);
    const findings = await checkText(inserted(snippet));
    assert.deepEqual(
      findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("missing-")),
      [],
    );
  });

  it("a plan asks for an id once and writes it wherever it is meant", () => {
    const body = byPrefix.get("plan-pilot")?.body.join("\n") ?? "";
    const kpi = /kpi: (\$\{\d+:[^}]*\})/.exec(body)?.[1] ?? "none";
    assert.ok(body.split(kpi).length > 4, body);
    const owner = /^owner: (\$\{\d+:[^}]*\})/m.exec(body)?.[1] ?? "none";
    assert.equal(body.split(owner).length, 3);
  });

  it("a catalog leaves nothing but placeholders", async () => {
    const snippet = byPrefix.get("catalog");
    assert.ok(snippet);
    const findings = await checkText(inserted(snippet));
    assert.deepEqual(
      findings.map(({ rule }) => rule).filter((rule) => rule !== "placeholder-left"),
      [],
    );
  });

  /** Rules about what one place says; those about what a plan lacks elsewhere have nothing to do with a piece of one. */
  const aboutForm = rules.filter(({ category }) => category === "hygiene").filter(({ id }) => id !== "missing-key");

  for (const piece of snippetPieces())
    it(`the piece ${piece.prefix} fits where it belongs`, async () => {
      const indent = (depth: number) => "  ".repeat(depth);
      const holders = piece.under.map((name, depth) => `${indent(depth)}${name}:`);
      const lines = inserted(piece)
        .split("\n")
        .map((line) => indent(piece.under.length) + line);
      const text = `stage: production\n${[...holders, ...lines].join("\n")}\n`;
      const findings = withoutSummaries(await checkText(text, aboutForm));
      // A comment holds no placeholders: there, the rule that is still to be named is reported as unknown.
      const expected = piece.prefix.startsWith("aiplan-ignore") ? "ignore-without-reason" : "placeholder-left";
      assert.ok(findings.some(({ rule }) => rule === expected));
      const other = findings.filter(({ rule }) => rule !== expected);
      assert.deepEqual(
        other.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
});

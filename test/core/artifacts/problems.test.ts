import { strict as assert } from "node:assert";
import type { ArtifactKind } from "../../../core/src/artifacts/artifact.ts";
import { readLinkedText } from "../../../core/src/artifacts/read-artifact.ts";
import { problem, sample } from "./harness.ts";

/** A text that can't be read, and the line and the words that are marked. */
interface Broken {
  readonly name?: string;
  readonly text: string;
  readonly line: number;
  readonly marked: string | RegExp;
  readonly message: RegExp;
}

const tenfold = (list: (inner: string) => string) =>
  `a0: &a0 [x]\n${[1, 2, 3, 4, 5, 6]
    .map(
      (n) =>
        `a${n}: &a${n} ${list(
          Array(10)
            .fill(`*a${n - 1}`)
            .join(", "),
        )}\n`,
    )
    .join("")}`;

const BROKEN: Readonly<Record<string, Broken>> = {
  "a quote that is not closed": {
    text: 'kind: SLO\nmetadata: {name: "latency}\n',
    line: 2,
    marked: /^"latency/,
    message: /quot/i,
  },
  "JSON that was cut off": {
    name: "flags.json",
    text: '{"flags": {\n  "a": {"state": "ENABLED"',
    line: 2,
    marked: /^\{/,
    message: /never closed/,
  },
  "an error in a later document": {
    text: "a: 1\r\n---\r\nb: 'x' y\r\n",
    line: 3,
    marked: /./,
    message: /./,
  },
  "an error in the front matter of a page": {
    name: "README.md",
    text: '\uFEFF---\r\nlicense: mit\r\ntags: "a\r\n---\r\n# A page: with "quotes\r\n',
    line: 3,
    marked: /^"a/,
    message: /quot/i,
  },
  "a template that no tool has filled in": {
    text: "{{ if .Values.canary }}\nkind: Rollout\n{{ end }}\n",
    line: 2,
    marked: /./,
    message: /^This is a template: .*Helm/,
  },
  "a binary file": { text: "ab\0cd", line: 1, marked: "\0", message: /not text/ },
  "lists in lists without end": { text: "[".repeat(100_000), line: 1, marked: "[", message: /nested too deep/ },
  "keys in keys without end": {
    text: Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    line: 501,
    marked: /./,
    message: /nested too deep/,
  },
  "documents without end": {
    text: "---\n".repeat(200_000),
    line: 10_001,
    marked: "-",
    message: /more than 10000 documents/,
  },
  "aliases that multiply": {
    text: tenfold((inner) => `[${inner}]`),
    line: 5,
    marked: "*a3",
    message: /repeat so much/,
  },
  "merge keys that multiply": {
    text: tenfold((inner) => `{<<: [${inner}]}`).replace("[x]", "{x: 1}"),
    line: 5,
    marked: /^\*a\d$/,
    message: /repeat so much/,
  },
  "aliases that multiply a little in each of many documents": {
    text: `${tenfold((inner) => `[${inner}]`)
      .split("\n")
      .slice(0, 4)
      .join("\n")}\n---\n`.repeat(30),
    line: 29,
    marked: /^\*a\d$/,
    message: /repeat so much/,
  },
  "an alias of nothing": { text: "a: *b\n", line: 1, marked: "*b", message: /\*b/ },
  "an alias of something in another document": { text: "a: &b 1\n---\nc: *b\n", line: 3, marked: "*b", message: /\*b/ },
};

describe("a linked file that can't be read", () => {
  for (const [what, { name = "file.yaml", text, line, marked, message }] of Object.entries(BROKEN))
    it(`because of ${what} says where and why`, () => {
      const start = performance.now();
      const found = problem("flagd", { text, name });
      assert.ok(performance.now() - start < 2000, "takes too long");
      assert.equal(found.kind, "syntax");
      if (found.kind !== "syntax") return;
      assert.equal(found.line, line);
      const words = text.slice(found.place.start, found.place.end);
      if (typeof marked === "string") assert.equal(words, marked);
      else assert.match(words, marked);
      assert.match(found.message, message);
      // These words are for plans; this file is none.
      assert.doesNotMatch(found.message, /\bplan\b/);
    });
});

const OTHERS: readonly (readonly [kind: ArtifactKind, text: string, seems: string | undefined, name?: string])[] = [
  ["data contract", "", "an empty file"],
  ["data contract", "# only a comment\n---\n", "an empty file"],
  ["data contract", "Some words.\n", "plain text"],
  ["data contract", "[1, 2]", "a list"],
  ["data contract", '<?xml version="1.0"?>\n<bom xmlns="a: b">\n', "an XML or HTML file"],
  ["data contract", "a: 1\n", undefined],
  ["data contract", sample("openslo/answer-time.yaml"), "an OpenSLO file"],
  ["data contract", sample("openslo/in-a-list.yaml"), "an OpenSLO file"],
  [
    "data contract",
    "kind: DataContract\napiVersion: v2.2.2\n",
    "a data contract of version v2.2.2; only version 3 is read",
  ],
  ["data contract", "# Notes\n", "a page without front matter", "notes.md"],
  [
    "data contract",
    "dataContractSpecification: 1.1.0\n",
    "a contract of the Data Contract Specification, not of the Open Data Contract Standard",
  ],
  ["openslo", sample("backstage/document-team.yaml"), "a Backstage catalog"],
  ["openslo", "openapi: 3.1.0\n", "an OpenAPI description"],
  ["openslo", sample("odcs/every-type.odcs.yaml"), "a data contract"],
  ["backstage", sample("flagd/assistant.flagd.json"), "a flagd file"],
  ["backstage", "aiplan: 1\n", "an AI plan"],
  ["flagd", "flags: {}\n", "a flagd file without flags"],
  ["flagd", "flags: [a, b]\n", undefined],
  ["flagd", sample("model-card-toolkit/every-part.json"), "a model card"],
  ["rollout engine", "apiVersion: apps/v1\nkind: Deployment\n", "a Kubernetes file (Deployment)"],
  ["rollout engine", "apiVersion: argoproj.io/v1alpha1\nkind: Application\n", "a file of Argo (Application)"],
  ["rollout engine", "apiVersion: flagger.app/v1beta1\nkind: MetricTemplate\n", "a file of Flagger (MetricTemplate)"],
  ["model card", '{"bomFormat": "CycloneDX", "components": [{"name": "a"}]}', "a CycloneDX bill of materials"],
  ["model card", "", "an empty file"],
];

describe("a linked file of another format", () => {
  for (const [kind, text, seems, name = "file.yaml"] of OTHERS)
    it(`${JSON.stringify(text.slice(0, 40))} is no ${kind}: it seems to be ${seems ?? "nothing that is known"}`, () => {
      const expected = seems === undefined ? { kind: "not-this-format" } : { kind: "not-this-format", seems };
      assert.deepEqual(problem(kind, { text, name }), expected);
    });
});

const slo = (name: string) => `apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: ${name}}\n`;

describe("a link to a part of a file", () => {
  it("that is not there is told which are", () => {
    assert.deepEqual(problem("openslo", { text: `${slo("a")}---\n${slo("b")}`, fragment: "c" }), {
      kind: "no-such-part",
      part: "SLO",
      name: "c",
      known: [
        { name: "a", fragment: "a" },
        { name: "b", fragment: "b" },
      ],
    });
  });
  it("must say which it means where there are several", () => {
    assert.deepEqual(problem("flagd", { text: sample("flagd/assistant.flagd.json") }), {
      kind: "no-fragment",
      part: "flag",
      known: [
        { name: "assistant-answers", fragment: "assistant-answers" },
        { name: "answer-style", fragment: "answer-style" },
      ],
    });
  });
  it("calls tables and columns by name, and offers the whole way to them", () => {
    const text = sample("odcs/shipments.odcs.yaml");
    for (const fragment of ["/schema/shipment", "shipment", "/shipment"])
      assert.deepEqual(problem("data contract", { text, fragment }), {
        kind: "no-such-part",
        part: "table",
        name: "shipment",
        known: [{ name: "shipments", fragment: "/schema/shipments" }],
      });
    const found = problem("data contract", { text, fragment: "/schema/shipments/properties/weak" });
    assert.ok(found.kind === "no-such-part");
    assert.deepEqual([found.part, found.name], ["column", "weak"]);
    assert.deepEqual(found.known[2], { name: "week", fragment: "/schema/shipments/properties/week" });
  });
  it("has none to offer where there are none", () => {
    assert.deepEqual(problem("flagd", { text: "flags: {}\n", fragment: "a" }), {
      kind: "no-such-part",
      part: "flag",
      name: "a",
      known: [],
    });
  });
});

describe("a linked file", () => {
  it("of a megabyte takes a moment", () => {
    const column = "      - name: column\n        logicalType: string\n        physicalType: varchar(20)\n";
    const text = `apiVersion: v3.0.0\nkind: DataContract\nschema:\n  - name: a\n    properties:\n${column.repeat(12_000)}`;
    const start = performance.now();
    assert.equal(readLinkedText("file:///big.yaml", text).problem, undefined);
    assert.ok(performance.now() - start < 10_000, `${text.length} characters take too long`);
  });
});

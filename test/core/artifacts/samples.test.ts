import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  type Entity,
  groupEntityV1alpha1Validator,
  type KindValidator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from "@backstage/catalog-model";
import { MemoryStorage } from "@openfeature/flagd-core";
import { parse, parseAllDocuments } from "yaml";
import type { ArtifactKind } from "../../../core/src/artifacts/artifact.ts";
import { artifact, checkPlaces, find, plain, problem, sample } from "./harness.ts";

/** Both files have it. */
const FLAG = { state: "ENABLED", variants: ["brief", "full", "quote"], defaultVariant: "brief" };

/** What is read of the samples: the fragment that chooses, and what it leads to. */
const READ: Readonly<Record<string, readonly [kind: ArtifactKind, fragment: string, expected: unknown]>> = {
  "odcs/shipments.odcs.yaml": [
    "data contract",
    "/schema/shipments",
    {
      name: "shipments",
      version: "2.1.0",
      status: "active",
      servers: [],
      // Two columns make the key together, so neither is one alone.
      columns: {
        carrier: column("carrier", "string", "char(4)"),
        shipment_no: column("shipment_no", "string", "varchar(24)"),
        week: column("week", "integer", "smallint"),
        weight: column("weight", "number", "decimal(8,2)"),
      },
    },
  ],
  "odcs/every-type.odcs.yaml": [
    "data contract",
    "",
    {
      name: "loan_applications",
      version: "0.9.0",
      status: "draft",
      servers: [],
      columns: {
        number: { ...column("number", "string", "text"), pattern: "L-[0-9]{7}", maxLength: 9 },
        signed_on: { ...column("signed_on", "date", "date"), format: "dd.MM.yyyy" },
        received_at: { ...column("received_at", "date", "timestamptz"), format: "yyyy-MM-dd HH:mm" },
        asked_for: { ...column("asked_for", "number", "numeric"), format: "f64" },
        months: { ...column("months", "integer", "int"), format: "i32" },
        has_collateral: column("has_collateral", "boolean", "boolean"),
        incomes: column("incomes", "array", "jsonb"),
        address: column("address", "object", "jsonb"),
      },
    },
  ],
  "openslo/answer-time.yaml": [
    "openslo",
    "answer-time",
    { name: "answer-time", objectives: [{ target: 0.95, value: 2000, op: "lte" }], window: "4 w" },
  ],
  "openslo/nightly-load.yaml": ["openslo", "", { name: "nightly-load", objectives: [{ target: 0.97 }], window: "1 d" }],
  "openslo/in-a-list.yaml": [
    "openslo",
    "routing-up",
    { name: "routing-up", objectives: [{ target: 0.999, op: "gte" }], window: "1 mo" },
  ],
  "backstage/invoice-reader-component.yaml": [
    "backstage",
    "Component:Invoice-Reader",
    { name: "invoice-reader", lifecycle: "experimental", owner: "document-team" },
  ],
  "backstage/own-namespace.yaml": [
    "backstage",
    "component:finance/archive-sync",
    { name: "archive-sync", lifecycle: "deprecated", owner: "default/document-team" },
  ],
  "backstage/document-team.yaml": ["backstage", "user:default/jonas.lindqvist", { name: "jonas.lindqvist" }],
  "backstage/tariff-api.yaml": [
    "backstage",
    "tariff-lookup",
    { name: "tariff-lookup", lifecycle: "production", owner: "customs-team" },
  ],
  "flagd/assistant.flagd.json": ["flagd", "answer-style", { name: "answer-style", ...FLAG }],
  "flagd/every-kind.flagd.yaml": ["flagd", "answerStyle", { name: "answerStyle", ...FLAG }],
  "argo-rollouts/claims-steps.yaml": [
    "rollout engine",
    "",
    { engine: "Argo Rollouts", weights: [10, 25, 50, 75, 100] },
  ],
  "argo-rollouts/claims-preview.yaml": ["rollout engine", "claims-preview", { engine: "Argo Rollouts", weights: [] }],
  "flagger/scorer-canary.yaml": ["rollout engine", "scorer", { engine: "Flagger", weights: [15, 30, 45, 60, 100] }],
  "flagger/scorer-weights.yaml": [
    "rollout engine",
    "lending/scorer",
    { engine: "Flagger", weights: [1, 5, 20, 45, 70, 100] },
  ],
  "model-card-toolkit/every-part.json": ["model card", "", { metrics: [{ name: "gini", value: "0.61" }] }],
  "hugging-face/two-results.md": [
    "model card",
    "",
    {
      metrics: [
        { name: "accuracy", value: "0.92" },
        { name: "f1", value: "0.874" },
      ],
    },
  ],
  "hugging-face/without-front-matter.md": ["model card", "", { metrics: [] }],
  "cyclonedx/with-model-card.json": [
    "model card",
    "forecaster",
    {
      metrics: [
        {
          name: "MAPE, four weeks ahead",
          value: "11.5 percent",
          slice: "Goods that are sold every day, in shops of more than one year",
        },
      ],
    },
  ],
};

/** Those that lead to nothing, and what they are said to be. */
const NOT_READ: Readonly<Record<string, readonly [kind: ArtifactKind, seems: string]>> = {
  "odcs/promises-only.odcs.yaml": ["data contract", "a data contract without tables"],
  "openslo/services-only.yaml": ["openslo", "an OpenSLO file without an SLO"],
  "openslo/next-version.yaml": ["openslo", "an OpenSLO file of version openslo.com/v2alpha; only openslo/v1 is read"],
};

function column(name: string, logicalType: string, physicalType: string) {
  return { name, logicalType, physicalType, unique: false, primaryKey: false };
}

function files(): string[] {
  const folder = new URL("./samples/", import.meta.url);
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return all.filter((path) => path.includes("/")).sort();
}

describe("samples of other formats", () => {
  it("are all tried", () => assert.deepEqual(Object.keys({ ...READ, ...NOT_READ }).sort(), files()));
  for (const [name, [kind, fragment, expected]] of Object.entries(READ))
    it(`${name} is read`, () => {
      assert.deepEqual(plain(artifact(kind, { text: sample(name), name, fragment })), expected);
    });
  for (const [name, [kind, seems]] of Object.entries(NOT_READ))
    it(`${name} has nothing to read`, () => {
      assert.deepEqual(problem(kind, { text: sample(name), name }), { kind: "not-this-format", seems });
    });

  for (const [name, [kind, fragment, expected]] of Object.entries(READ))
    for (const [variant, change] of Object.entries({
      "Windows line ends": (text: string) => text.replaceAll("\n", "\r\n"),
      "a byte order mark": (text: string) => `\uFEFF${text}`,
      both: (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    }))
      it(`${name} says the same with ${variant}`, () => {
        assert.deepEqual(plain(artifact(kind, { text: change(sample(name)), name, fragment })), expected);
      });

  it("are no trouble where they are cut off", () => {
    for (const name of files()) {
      const text = sample(name);
      const kind = (READ[name] ?? NOT_READ[name])![0];
      for (let length = 0; length < text.length; length += 53) {
        const file = { text: text.slice(0, length), name };
        const found = find(kind, file);
        if ("artifact" in found) checkPlaces(found.artifact, file);
        else if (found.problem.kind === "syntax") {
          const { place, line } = found.problem;
          assert.ok(place.start <= length && place.end <= length && place.start <= place.end);
          assert.equal(line, file.text.slice(0, place.start).split("\n").length);
        }
      }
    }
  }).timeout(60_000);
});

const EXAMPLES = new URL("../../../examples/", import.meta.url);

/** The files of the examples with this ending, and the samples of a folder. */
function textsOf(folder: string, ending: string): (readonly [name: string, text: string])[] {
  const ours = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
  return [
    ...files()
      .filter((path) => path.startsWith(folder))
      .map((path) => [path, sample(path)] as const),
    ...ours.map((path) => [`examples/${path}`, readFileSync(new URL(path, EXAMPLES), "utf8")] as const),
  ];
}

describe("what Backstage itself asks of an entity", () => {
  const validators: Readonly<Record<string, KindValidator>> = {
    API: apiEntityV1alpha1Validator,
    Component: componentEntityV1alpha1Validator,
    Group: groupEntityV1alpha1Validator,
    Resource: resourceEntityV1alpha1Validator,
    System: systemEntityV1alpha1Validator,
    User: userEntityV1alpha1Validator,
  };
  for (const [name, text] of textsOf("backstage/", "catalog-info.yaml")) {
    // What stands in for another file conforms only once Backstage has put the file there.
    if (text.includes("$text")) continue;
    it(`${name} fulfils`, async () => {
      for (const document of parseAllDocuments(text)) {
        const entity = document.toJS() as Entity;
        assert.equal(await validators[entity.kind]?.check(entity), true);
      }
    });
  }
});

describe("what flagd itself reads", () => {
  const logger = { error: assert.fail, warn: assert.fail, info: () => {}, debug: () => {} };
  for (const [name, text] of textsOf("flagd/", ".flagd.json")) {
    // An old way to share out variants, which flagd does not know any more.
    if (text.includes("fractionalEvaluation")) continue;
    it(`${name} is read alike`, () => {
      const flagd = new MemoryStorage(logger);
      flagd.setConfigurations(JSON.stringify(parse(text)));
      assert.ok(flagd.getFlags().size > 0);
      for (const [key, flag] of flagd.getFlags())
        assert.equal(artifact("flagd", { text, fragment: key }).state?.value, flag.state);
    });
  }
});

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
import { artifact, checkPlaces, find, plain, problem, published } from "./harness.ts";

/** Both files have it. */
const FLAG = { state: "ENABLED", variants: ["red", "blue", "green", "yellow"], defaultVariant: "red" };

/** What is read of the published files: the fragment that chooses, and what it leads to. */
const READ: Readonly<Record<string, readonly [kind: ArtifactKind, fragment: string, expected: unknown]>> = {
  "odcs/table-columns-with-partition.odcs.yaml": [
    "data contract",
    "/schema/tbl",
    {
      name: "tbl",
      version: "1.0.0",
      status: "active",
      servers: [],
      // Two columns make the key together, so neither is one alone.
      columns: {
        rcvr_cntry_code: column("rcvr_cntry_code", "string", "varchar(2)"),
        rcvr_id: column("rcvr_id", "string", "varchar(20)"),
        year: column("year", "integer", "int"),
        amount: column("amount", "number", "double"),
      },
    },
  ],
  "odcs/all-data-types.odcs.yaml": [
    "data contract",
    "",
    {
      name: "transactions_tbl",
      version: "1.0.0",
      status: "active",
      servers: [],
      columns: {
        account_id: { ...column("account_id", "string", "string"), pattern: "ACC[0-9]{8}", maxLength: 11 },
        txn_ref_date: { ...column("txn_ref_date", "date", "date"), format: "yyyy-MM-dd" },
        txn_timestamp: { ...column("txn_timestamp", "date", "timestamp"), format: "yyyy-MM-dd HH:mm:ss" },
        amount: { ...column("amount", "number", "double"), format: "f32" },
        age: { ...column("age", "integer", "int"), format: "i64" },
        is_open: column("is_open", "boolean", "bool"),
        latest_txns: column("latest_txns", "array", "list"),
        customer_details: column("customer_details", "object", "json"),
      },
    },
  ],
  "openslo/occurences-slo.yaml": [
    "openslo",
    "search-slo",
    { name: "search-slo", objectives: [{ target: 0.99, value: 500, op: "lt" }], window: "2 w" },
  ],
  "openslo/slo-indicatorref-calendar-alerts.yaml": [
    "openslo",
    "",
    { name: "test-slo", objectives: [{ target: 0.98 }], window: "1 d" },
  ],
  "openslo/slos.yaml": [
    "openslo",
    "web-availability",
    { name: "web-availability", objectives: [{ target: 0.995, op: "gt" }], window: "1 w" },
  ],
  "backstage/artist-lookup-component.yaml": [
    "backstage",
    "Component:Artist-Lookup",
    { name: "artist-lookup", lifecycle: "experimental", owner: "team-a" },
  ],
  "backstage/different-namespace.yaml": [
    "backstage",
    "component:alternative/different-namespace",
    { name: "different-namespace", lifecycle: "experimental", owner: "default/team-a" },
  ],
  "backstage/team-c-group.yaml": ["backstage", "user:default/tara.macgovern", { name: "tara.macgovern" }],
  "backstage/wayback-search-api.yaml": [
    "backstage",
    "wayback-search",
    { name: "wayback-search", lifecycle: "production", owner: "team-a" },
  ],
  "flagd/demo.flagd.json": ["flagd", "background-color", { name: "background-color", ...FLAG }],
  "flagd/example_flags.flagd.yaml": ["flagd", "headerColor", { name: "headerColor", ...FLAG }],
  "argo-rollouts/rollout-canary.yaml": [
    "rollout engine",
    "",
    { engine: "Argo Rollouts", weights: [20, 40, 60, 80, 100] },
  ],
  "argo-rollouts/rollout-canary-preview.yaml": [
    "rollout engine",
    "rollout-canary-preview",
    { engine: "Argo Rollouts", weights: [] },
  ],
  "flagger/linkerd-canary.yaml": [
    "rollout engine",
    "podinfo",
    { engine: "Flagger", weights: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 100] },
  ],
  "flagger/linkerd-canary-steps.yaml": [
    "rollout engine",
    "test/podinfo",
    { engine: "Flagger", weights: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 100] },
  ],
  "model-card-toolkit/full.json": ["model card", "", { metrics: [{ name: "accuracy", value: "0.9" }] }],
  "hugging-face/sample_simple_model_index.md": [
    "model card",
    "",
    {
      metrics: [
        { name: "accuracy", value: "0.9" },
        { name: "f1", value: "0.66" },
      ],
    },
  ],
  "hugging-face/sample_no_metadata.md": ["model card", "", { metrics: [] }],
  "cyclonedx/valid-machine-learning-1.6.json": [
    "model card",
    "component-a",
    {
      metrics: [
        {
          name: "The type of performance metric",
          value: "The value of the performance metric",
          slice: "The name of the slice this metric was computed on. By default, assume this metric is not sliced",
        },
      ],
    },
  ],
};

/** Those that lead to nothing, and what they are said to be. */
const NOT_READ: Readonly<Record<string, readonly [kind: ArtifactKind, seems: string]>> = {
  "odcs/database-table-sla.odcs.yaml": ["data contract", "a data contract without tables"],
  "openslo/two_documents.yaml": ["openslo", "an OpenSLO file without an SLO"],
  "openslo/v2alpha-slos.yaml": ["openslo", "an OpenSLO file of version openslo.com/v2alpha; only openslo/v1 is read"],
};

function column(name: string, logicalType: string, physicalType: string) {
  return { name, logicalType, physicalType, unique: false, primaryKey: false };
}

function files(): string[] {
  const folder = new URL("./published/", import.meta.url);
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return all.filter((path) => path.includes("/")).sort();
}

describe("published files of other formats", () => {
  it("are all tried", () => assert.deepEqual(Object.keys({ ...READ, ...NOT_READ }).sort(), files()));
  for (const [name, [kind, fragment, expected]] of Object.entries(READ))
    it(`${name} is read`, () => {
      assert.deepEqual(plain(artifact(kind, { text: published(name), name, fragment })), expected);
    });
  for (const [name, [kind, seems]] of Object.entries(NOT_READ))
    it(`${name} has nothing to read`, () => {
      assert.deepEqual(problem(kind, { text: published(name), name }), { kind: "not-this-format", seems });
    });

  for (const [name, [kind, fragment, expected]] of Object.entries(READ))
    for (const [variant, change] of Object.entries({
      "Windows line ends": (text: string) => text.replaceAll("\n", "\r\n"),
      "a byte order mark": (text: string) => `\uFEFF${text}`,
      both: (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    }))
      it(`${name} says the same with ${variant}`, () => {
        assert.deepEqual(plain(artifact(kind, { text: change(published(name)), name, fragment })), expected);
      });

  it("are no trouble where they are cut off", () => {
    for (const name of files()) {
      const text = published(name);
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

/** The files of the examples with this ending, and the published ones of a folder. */
function textsOf(folder: string, ending: string): (readonly [name: string, text: string])[] {
  const ours = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
  return [
    ...files()
      .filter((path) => path.startsWith(folder))
      .map((path) => [path, published(path)] as const),
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

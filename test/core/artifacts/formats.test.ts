import { strict as assert } from "node:assert";
import { artifact, plain, problem } from "./harness.ts";

const contract = (rest: string) => `apiVersion: v3.1.0\nkind: DataContract\n${rest}`;

describe("data contracts", () => {
  const tables = "schema:\n  - {name: tickets, id: t1, physicalName: tickets_v2}\n  - {name: accounts}\n";
  const terms = (fragment: string, list: string) => {
    const { latency, frequency, retention } = artifact("data contract", { text: contract(tables + list), fragment });
    return plain({ latency, frequency, retention });
  };

  it("are told by table, by name or by id", () => {
    const text = contract(tables);
    for (const fragment of ["/schema/tickets", "schema/tickets", "/schema/t1", "/schema/%74ickets"])
      assert.equal(artifact("data contract", { text, fragment }).name.value, "tickets");
    assert.equal(problem("data contract", { text }).kind, "no-fragment");
  });
  it("give the column that the link names", () => {
    const text = contract(
      "schema:\n  - name: a\n    properties:\n      - {name: b, unique: true, primaryKey: true}\n      - {name: c}\n",
    );
    const { column, columns } = artifact("data contract", { text, fragment: "/schema/a/properties/b" });
    assert.deepEqual(plain(column), { name: "b", unique: true, primaryKey: true });
    assert.equal(columns.size, 2);
    assert.equal(artifact("data contract", { text, fragment: "/schema/a" }).column, undefined);
  });
  it("promise for one table or for all, under the short names too", () => {
    assert.deepEqual(terms("/schema/tickets", "slaProperties: [{property: latency, value: 4, unit: d}]\n"), {
      latency: "4 d",
      frequency: undefined,
      retention: undefined,
    });
    const each = `slaProperties:
  - {property: ly, value: 1, unit: day, element: accounts.updated_at}
  - {property: LATENCY, value: 5, unit: min, element: tickets_v2.created_at}
  - {property: fy, value: 1, unit: h, element: "accounts.a, tickets.b"}
  - {property: re, value: 3, unit: yr, element: tab1.x}
`;
    const rest = { frequency: "1 h", retention: "3 yr" };
    assert.deepEqual(terms("/schema/tickets", each), { latency: "5 min", ...rest });
    assert.deepEqual(terms("/schema/accounts", each), { latency: "1 day", ...rest });
  });
  it("are silent about another table's promise, and about what is no length of time", () => {
    const list = `slaProperties:
  - {property: latency, value: 4, unit: d, element: accounts.x}
  - {property: frequency, value: 4}
  - {property: retention, value: 4, unit: m}
`;
    assert.deepEqual(terms("/schema/tickets", list), {
      latency: undefined,
      frequency: undefined,
      retention: undefined,
    });
    assert.deepEqual(
      terms(
        "/schema/tickets",
        "slaDefaultElement: accounts.x\nslaProperties: [{property: latency, value: 4, unit: d}]\n",
      ),
      {
        latency: undefined,
        frequency: undefined,
        retention: undefined,
      },
    );
  });
  it("name their servers, and the time zone of their columns", () => {
    const text = contract(`servers: [{server: a, environment: prod}, {server: b}, null]
schema:
  - name: t
    properties:
      - {name: a, logicalType: timestamp, logicalTypeOptions: {timezone: true, defaultTimezone: Europe/Berlin}}
      - {name: b, logicalType: timestamp, logicalTypeOptions: {timezone: false}}
      - {name: c, logicalType: timestamp, logicalTypeOptions: {timezone: true}}
      - {logicalType: timestamp}
      - {name: a, logicalType: string}
`);
    const { servers, columns } = artifact("data contract", { text });
    assert.deepEqual(plain(servers), [{ environment: "prod" }, {}]);
    assert.equal(text.slice(servers[1]!.place.start, servers[1]!.place.end), "b");
    const zones = [...columns].map(([name, { timeZone }]) => [name, timeZone?.value]);
    assert.deepEqual(zones, [
      ["a", "Europe/Berlin"],
      ["b", "false"],
      ["c", undefined],
    ]);
  });
});

describe("OpenSLO", () => {
  const read = (spec: string) =>
    artifact("openslo", { text: `apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\nspec: ${spec}\n` });

  it("targets are shares, from per cents too", () => {
    const spec =
      "{objectives: [{target: 0.999}, {targetPercent: 99.9}, {target: '0.5'}, {target: 95}, {targetPercent: 101}, {target: x}]}";
    const targets = read(spec).objectives.map(({ target }) => target?.value);
    // The second is what a plan's `99.9%` is as well: to be compared, they must be read alike.
    assert.deepEqual(targets, [0.999, 0.9990000000000001, 0.5, undefined, undefined, undefined]);
  });
  it("windows have letters of their own", () => {
    const windows = ["30m", "12h", "28d", "4w", "1M", "1Q", "1Y", "1x", "P1D", "d"].map(
      (duration) => read(`{timeWindow: [{duration: ${duration}}]}`).window?.value.text,
    );
    assert.deepEqual(windows, [
      "30 min",
      "12 h",
      "28 d",
      "4 w",
      "1 mo",
      "3 mo",
      "1 y",
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("operators that are none are absent", () => {
    const { objectives } = read("{objectives: [{op: lte, value: 2.5}, {op: below, value: 1e3}, {value: two}]}");
    assert.deepEqual(plain(objectives), [{ op: "lte", value: 2.5 }, { value: 1000 }, {}]);
  });
  it("objects stand beside the SLO or in it", () => {
    const text = `apiVersion: openslo/v1
kind: SLI
metadata: {name: a}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: a}
spec:
  indicator: {metadata: {name: b}, spec: {}}
  alertPolicies:
    - {kind: AlertPolicy, metadata: {name: c}, spec: {}}
  objectives: [{target: 0.9}]
`;
    assert.deepEqual(plain(artifact("openslo", { text, fragment: "a" })), { name: "a", objectives: [{ target: 0.9 }] });
    assert.equal(problem("openslo", { text, fragment: "c" }).kind, "no-such-part");
  });
});

describe("Backstage references", () => {
  const text = ["Component", "API", "System"]
    .map(
      (kind) => `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: {name: Desk}\nspec: {owner: ${kind}s}\n`,
    )
    .concat("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: desk, namespace: Far}\n")
    .join("---\n");
  const owner = (fragment: string) => artifact("backstage", { text, fragment }).owner?.value;

  it("heed kind and namespace, and no case", () => {
    assert.equal(owner("component:default/desk"), "Components");
    assert.equal(owner("API:Default/DESK"), "APIs");
    assert.equal(owner("system:desk"), "Systems");
    assert.equal(owner("component:far/desk"), undefined);
    assert.equal(artifact("backstage", { text, fragment: "far/desk" }).name.value, "desk");
  });
  it("need the kind where several kinds have the name", () => {
    const found = problem("backstage", { text, fragment: "desk" });
    assert.ok(found.kind === "no-fragment");
    assert.deepEqual(
      found.known.map(({ fragment }) => fragment),
      ["component:default/Desk", "api:default/Desk", "system:default/Desk"],
    );
  });
  it("to nothing are told what there is", () => {
    const found = problem("backstage", { text, fragment: "component:far/chair" });
    assert.ok(found.kind === "no-such-part");
    assert.deepEqual(found.known.at(-1), { name: "desk", fragment: "component:Far/desk" });
  });
});

describe("rollout engines", () => {
  const weights = (text: string) => plain(artifact("rollout engine", { text }).weights);
  const argo = (canary: string) =>
    weights(
      `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec: {strategy: {canary: ${canary}}}\n`,
    );
  const flagger = (analysis: string, key = "analysis") =>
    weights(`apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: a}\nspec: {${key}: ${analysis}}\n`);

  it("of Argo end with all traffic, and may count to another most", () => {
    assert.deepEqual(argo("{steps: [{setWeight: 5}, {pause: {}}, {setWeight: 100}]}"), [5, 100]);
    assert.deepEqual(argo("{steps: [{setWeight: 50}], trafficRouting: {maxTrafficWeight: 1000}}"), [5, 100]);
    assert.deepEqual(argo("{}"), []);
    assert.deepEqual(argo("{steps: [{setWeight: 500}]}"), []);
  });
  it("of Flagger step until the most is reached, which the last step may pass", () => {
    assert.deepEqual(flagger("{stepWeight: 20, maxWeight: 50}"), [20, 40, 60, 100]);
    assert.deepEqual(flagger("{stepWeight: 30}"), [30, 60, 90, 100]);
    assert.deepEqual(flagger("{stepWeight: 50, maxWeight: 50}", "canaryAnalysis"), [50, 100]);
    assert.deepEqual(flagger("{stepWeights: [1, 10, 100], maxWeight: 50}"), [1, 10, 100]);
    // A blue-green analysis repeats, and weighs nothing.
    assert.deepEqual(flagger("{iterations: 10}"), []);
    assert.deepEqual(flagger("{stepWeight: 0.000001}"), []);
  });
  it("are found among other manifests, and in a list of them", () => {
    const rollout =
      "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}, spec: {strategy: {canary: {steps: [{setWeight: 10}]}}}}";
    const service = "{apiVersion: v1, kind: Service, metadata: {name: a}}";
    assert.deepEqual(
      weights(`---\n# Source: chart/service.yaml\n${service}\n---\n# Source: chart/empty.yaml\n---\n${rollout}\n`),
      [10, 100],
    );
    assert.deepEqual(weights(`{apiVersion: v1, kind: List, items: [${service}, ${rollout}]}`), [10, 100]);
  });
});

describe("model cards", () => {
  it("of Hugging Face name the dataset where there are several", () => {
    const text = `---
model-index:
  - name: a
    results:
      - {dataset: {name: One}, metrics: [{type: wer, name: Test WER, value: 20.9}, {type: cer}]}
      - {dataset: {type: two}, metrics: [{name: Own, value: 91%}, {value: 1}]}
---
`;
    assert.deepEqual(plain(artifact("model card", { text, name: "README.md" })), {
      metrics: [
        { name: "wer", value: "20.9", slice: "One" },
        { name: "Own", value: "91%", slice: "two" },
      ],
    });
  });
  it("of CycloneDX are chosen by model, in parts of the product too", () => {
    const model = (name: string, value: string) =>
      `{"bom-ref": "ref-${name}", "name": "${name}", "modelCard": {"quantitativeAnalysis": {"performanceMetrics": [{"type": "f1", "value": "${value}"}]}}}`;
    const text = `{"bomFormat": "CycloneDX", "metadata": {"component": {"name": "app", "components": [${model("a", "0.1")}]}}, "components": [${model("b", "0.2")}]}`;
    for (const fragment of ["ref-b", "b"])
      assert.deepEqual(plain(artifact("model card", { text, fragment })), { metrics: [{ name: "f1", value: "0.2" }] });
    const found = problem("model card", { text });
    assert.ok(found.kind === "no-fragment");
    assert.deepEqual(
      found.known.map(({ name }) => name),
      ["a", "b"],
    );
  });
  it("may be a page that says nothing of metrics", () => {
    for (const name of ["card.md", "card.html"])
      assert.deepEqual(artifact("model card", { text: "<h1>Words: only</h1>\n", name }), { metrics: [] });
  });
});

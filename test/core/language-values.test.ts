import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Key, Plan, type QuantityType, type ValueType } from "../../core/src/language/index.ts";
import { readQuantity } from "../../core/src/quantity/index.ts";

interface Found {
  readonly path: string;
  readonly type: ValueType;
  readonly key: Key;
}

/** Every scalar type of the language, with the key whose value it is or is part of. */
function scalarTypes(type: ValueType, path: string, key: Key): Found[] {
  switch (type.kind) {
    case "object":
      return Object.entries<Key>(type.keys).flatMap(([name, inner]) =>
        scalarTypes(inner.type, `${path}.${name}`, inner),
      );
    case "map":
      return scalarTypes(type.of, `${path}.*`, key);
    case "list":
      return scalarTypes(type.of, path, key);
    case "either":
      return type.of.flatMap((each: ValueType) => scalarTypes(each, path, key));
    default:
      return [{ path, type, key }];
  }
}

const scalars = Object.entries<Key>(Plan.keys).flatMap(([name, key]) => scalarTypes(key.type, name, key));
const quantities = scalars.filter((each): each is Found & { type: QuantityType } => each.type.kind === "quantity");

function assertReads(written: string, { path, type }: { path: string; type: QuantityType }): void {
  const reading = readQuantity(written);
  assert.ok(reading.quantity, `${path}: ${written} is no quantity`);
  assert.equal(reading.normalized, undefined, `${path}: ${written} has a shorter spelling`);
  if (type.dimension !== "metric")
    assert.ok(
      [type.dimension].flat().includes(reading.quantity.dimension),
      `${path}: ${written} has the wrong dimension`,
    );
}

describe("the values of the language", () => {
  it("are shown by examples that read as quantities of the right dimension", () => {
    for (const each of quantities) {
      assertReads(each.type.example, each);
      assert.ok(each.key.doc.includes(each.type.example), each.path);
      const inPlaceholder = / e\.g\. (.+)$/.exec(each.key.placeholder)?.[1];
      if (inPlaceholder) assertReads(inPlaceholder, each);
    }
  });

  it("are parts of a whole exactly where more than 100% makes no sense", () => {
    assert.deepEqual(
      quantities.filter(({ type }) => type.share).map(({ path }) => path),
      [
        "systems.*.availability",
        "data-sources.*.labels.coverage",
        "joins.*.match-rate",
        "rollout.steps.traffic",
        "rollout.steps.mirror",
        "rollout.steps.review",
      ],
    );
  });

  it("may be a milestone exactly where the reference says so", () => {
    const dates = scalars.filter(({ type }) => type.kind === "date" && type.orMilestone);
    assert.deepEqual(
      dates.map(({ path }) => path),
      ["monitoring.active-from", "rollout.steps.starts"],
    );
  });

  it("may hold a #fragment exactly where the linked artifact has parts of its own", () => {
    const links = scalars.flatMap(({ path, type }) =>
      type.kind === "link" ? [[path, type.artifact, type.fragment, type.orText].join(" ")] : [],
    );
    assert.deepEqual(links, [
      "imports plan catalog false false",
      "workflow.current document false false",
      "workflow.target document false false",
      "metrics.*.slo openslo true false",
      "systems.*.catalog backstage true false",
      "load-test.report document false false",
      "data-sources.*.contract data contract true false",
      "data-sources.*.lineage document false false",
      "operating-limits.kill-switch.how flagd true true",
      "monitoring.post-market-plan document false false",
      "rollout.link rollout engine true false",
      "artifacts.model-card model card false false",
    ]);
  });

  it("offer the words that the reference lists", () => {
    const words = scalars.flatMap(({ path, type }) =>
      type.kind === "choice" ? [`${path}: ${Object.keys(type.choices).join(", ")}`] : [],
    );
    assert.deepEqual(words, [
      "kind: plan, catalog",
      "stage: proposal, build, pilot, production",
      "risk-tier: minimal, limited, high",
      "profiles: eu-ai-act-high-risk",
      "metrics.*.kind: business, quality, reliability, oversight, data, cost",
      "metrics.*.direction: higher, lower, target",
      "metrics.*.measures: latency, availability, accuracy, cost, volume, drift, other",
      "systems.*.access: read, write",
      "data-sources.*.environment: production, staging, pilot, export, synthetic",
      "data-sources.*.used-for: training, evaluation, inference",
      "data-sources.*.labels.method: human-review, system-log, expert-panel, other",
      "joins.*.cardinality: one-to-one, many-to-one, one-to-many, many-to-many",
      "operating-limits.autonomy: suggest, act-with-approval, act",
      "operating-limits.actions.allowed.*.autonomy: suggest, act-with-approval, act",
      "operating-limits.out-of-bounds.do: hand-to-human, reject, queue, fallback",
      "triggers.*.severity: sev1, sev2, sev3, sev4",
      "triggers.*.do: review, notify, step-back, pause, rollback",
      "escalation-paths.*.hours: business, 24x7",
      "human-oversight.sampling: random, risk-based, all",
    ]);
  });

  it("fit the example plan, every quantity of it", () => {
    const example = new URL("../../examples/ticket-routing/ticket-routing.aiplan", import.meta.url);
    let read = 0;
    const visit = (value: unknown, type: ValueType, path: string): void => {
      if (type.kind === "list") for (const each of value as unknown[]) visit(each, type.of, path);
      else if (type.kind === "map" || type.kind === "object")
        for (const [name, each] of Object.entries(value as object))
          visit(each, type.kind === "map" ? type.of : type.keys[name].type, `${path}.${name}`);
      else if (type.kind === "quantity") {
        assertReads(String(value), { path, type });
        read++;
      }
    };
    visit(parse(readFileSync(example, "utf8")), Plan, "plan");
    assert.ok(read > 80, `${read} quantities`);
  });
});

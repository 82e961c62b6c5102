import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  CATALOG_HEADER,
  CATALOG_SECTIONS,
  type Condition,
  type Key,
  objectTypes,
  Plan,
  STAGES,
  sectionOfKind,
  type ValueType,
} from "../../core/src/language/index.ts";
import { contract, references } from "./language-contract.ts";

/** Rules that may own a missing key, as the rule catalogue names them. */
const missingRules = new Set([
  "missing-outcome",
  "missing-workflow-redesign",
  "missing-success-criteria",
  "missing-benchmark",
  "missing-economics",
  "missing-data-sources",
  "missing-lineage",
  "missing-source-owner",
  "missing-operating-limits",
  "missing-kill-switch",
  "missing-monitoring",
  "missing-rollback",
  "missing-escalation-path",
  "missing-failure-behaviour",
]);

interface Described {
  readonly path: string;
  readonly key: Key;
}

/** Every key of the language with its path: `*` stands for any id of a map, `[]` for any item of a list. */
function describedKeys(type: ValueType, path = ""): Described[] {
  switch (type.kind) {
    case "object":
      return Object.entries<Key>(type.keys).flatMap(([name, key]) =>
        describedKey(path ? `${path}.${name}` : name, key),
      );
    case "map":
      return [
        ...Object.entries<Key>(type.known ?? {}).flatMap(([name, key]) => [{ path: `${path}.${name}`, key }]),
        ...describedKeys(type.of, `${path}.*`),
      ];
    case "list":
      return describedKeys(type.of, `${path}[]`);
    case "either":
      return type.of.flatMap((each: ValueType) => describedKeys(each, path));
    default:
      return [];
  }
}

function describedKey(path: string, key: Key): Described[] {
  return [{ path, key }, ...describedKeys(key.type, path)];
}

/** What a value or its keys refer to: `path -> kind`, with the words that may stand in place of an id. */
function describedReferences(type: ValueType, path: string): string[] {
  switch (type.kind) {
    case "reference":
      return [[path, "->", type.to, ...(type.choices ? ["or", Object.keys(type.choices).join(",")] : [])].join(" ")];
    case "object":
      return Object.entries<Key>(type.keys).flatMap(([name, key]) =>
        describedReferences(key.type, path ? `${path}.${name}` : name),
      );
    case "map":
      return [
        ...(type.refersTo ? [`${path}.* -> ${type.refersTo}`] : []),
        ...describedReferences(type.of, `${path}.*`),
      ];
    case "list":
      return describedReferences(type.of, `${path}[]`);
    case "either":
      return type.of.flatMap((each: ValueType) => describedReferences(each, path));
    default:
      return [];
  }
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "unless-suggest":
      return "unless suggest";
    case "sibling-in":
      return `if ${condition.key} is ${condition.values.join(",")}`;
    case "sibling-absent":
      return `unless ${condition.key}`;
    case "item":
      return `${condition.which} only`;
  }
}

/** One line of the contract: `path | due | condition, group | owner`, with empty columns at the end left out. */
function contractLine({ path, key }: Described): string {
  const due = key.due ? { proposal: "P", build: "B", pilot: "L", production: "R" }[key.due] : "opt";
  const condition = [key.when ? conditionText(key.when) : "", key.group ? `one of ${key.group}` : ""];
  return [path, due, condition.filter(Boolean).join(", "), key.ownedBy ?? ""].join(" | ").replace(/[ |]+$/, "");
}

/** The lines of a table as {@link contractLine} writes them: the space between columns is for the reader's eye. */
function contractLines(table: string): string[] {
  const lines = table.split("\n").map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .join(" | "),
  );
  return lines.filter(Boolean);
}

const described = describedKeys(Plan);

describe("the language description", () => {
  it("has the keys, due stages, conditions and owning rules of the contract, and no others", () => {
    assert.deepEqual(described.map(contractLine).sort(), contractLines(contract).sort());
  });

  it("refers to what the contract says", () => {
    assert.deepEqual(describedReferences(Plan, "").sort(), contractLines(references).sort());
  });

  it("names every object type that a plan can hold, once", () => {
    const used = new Set<string>();
    const visit = (type: ValueType): void => {
      if (type.kind === "object") {
        used.add(type.name);
        assert.equal(objectTypes[type.name as keyof typeof objectTypes], type, type.name);
        for (const key of Object.values<Key>(type.keys)) visit(key.type);
      } else if (type.kind === "map" || type.kind === "list") visit(type.of);
      else if (type.kind === "either") for (const each of type.of) visit(each);
    };
    visit(Plan);
    assert.deepEqual([...used].sort(), Object.keys(objectTypes).sort());
  });

  it("documents every object type, key and choice in sentences with balanced code marks", () => {
    const documents = [
      ...Object.values(objectTypes).map((type) => ({ at: type.name as string, doc: type.doc })),
      ...described.map(({ path, key }) => ({ at: path, doc: key.doc })),
    ];
    for (const { at, doc } of documents) {
      assert.match(doc, /^[A-Z`].*[.`?)]$/, at);
      assert.equal(doc.split("`").length % 2, 1, `${at} has an unpaired code mark`);
      assert.ok(doc.length <= 320, `${at} is ${doc.length} characters long`);
      assert.doesNotMatch(doc, /[\u2013\u2014]| {2}/, at);
    }
    for (const { path, key } of described) {
      const type = key.type.kind === "list" ? key.type.of : key.type;
      const choices = type.kind === "choice" || type.kind === "reference" ? (type.choices ?? {}) : {};
      for (const [value, doc] of Object.entries(choices)) assert.match(doc, /^[A-Z].*[^.]$/, `${path}: ${value}`);
    }
  });

  it("has placeholders that are plain scalars wherever they stand", () => {
    for (const { path, key } of described) {
      assert.match(key.placeholder, /^[A-Za-z0-9][\w ./-]*[A-Za-z0-9]$/, path);
      assert.ok(key.placeholder.length <= 60, path);
      const read = parse(`{first: <${key.placeholder}>, second: [<${key.placeholder}>]}`);
      assert.deepEqual(read, { first: `<${key.placeholder}>`, second: [`<${key.placeholder}>`] });
    }
  });

  it("lets only rules of the catalogue own a missing key, and only one that has a due stage", () => {
    for (const { path, key } of described) {
      if (!key.ownedBy) continue;
      assert.ok(missingRules.has(key.ownedBy), `${path} is owned by ${key.ownedBy}`);
      assert.ok(key.due, path);
    }
  });

  it("has no section that is due later than what it holds", () => {
    for (const { path, key } of described) {
      if (!key.due) continue;
      for (const inner of described) {
        if (!inner.path.startsWith(`${path}.`) && !inner.path.startsWith(`${path}[]`)) continue;
        if (inner.key.due)
          assert.ok(STAGES.indexOf(inner.key.due) >= STAGES.indexOf(key.due), `${inner.path} in ${path}`);
      }
    }
  });

  it("gives every condition and group a key beside it to speak of", () => {
    for (const type of Object.values<{ name: string; keys: Record<string, Key> }>(objectTypes)) {
      const keys = Object.values(type.keys);
      for (const key of keys) {
        if (key.when && "key" in key.when) assert.ok(key.when.key in type.keys, `${type.name}: ${key.when.key}`);
        if (key.group)
          assert.ok(keys.filter((each) => each.group === key.group).length > 1, `${type.name}: ${key.group}`);
      }
    }
  });

  it("defines every kind of id in the section that is named for it", () => {
    const defined = new Map<string, string>();
    const visit = (type: ValueType, section: string): void => {
      if (type.kind === "map" || type.kind === "id") {
        if (type.defines) defined.set(type.defines, section);
        // A plan names rules, it does not define them.
        if (type.kind === "map" && type.refersTo === "rule") defined.set("rule", section);
      }
      if (type.kind === "map" || type.kind === "list") visit(type.of, section);
      if (type.kind === "object") for (const key of Object.values<Key>(type.keys)) visit(key.type, section);
    };
    for (const [section, key] of Object.entries<Key>(Plan.keys)) visit(key.type, section);
    assert.deepEqual(Object.fromEntries(defined), { ...sectionOfKind });
  });

  it("keeps the sections a catalog lends apart from its header", () => {
    const both = [...CATALOG_SECTIONS, ...CATALOG_HEADER];
    assert.equal(new Set(both).size, both.length);
    for (const section of both) assert.ok(section in Plan.keys, section);
  });

  it("orders keys as the example plan does, at every level, and knows them all", () => {
    const example = new URL("../../examples/ticket-routing/ticket-routing.aiplan", import.meta.url);
    let compared = 0;
    const visit = (value: unknown, type: ValueType, path: string): void => {
      if (type.kind === "list") for (const each of value as unknown[]) visit(each, type.of, `${path}[]`);
      else if (type.kind === "map")
        for (const [id, each] of Object.entries(value as object)) visit(each, type.of, `${path}.${id}`);
      else if (type.kind === "object") {
        const written = Object.keys(value as object);
        const order = Object.keys(type.keys).filter((name) => written.includes(name));
        assert.deepEqual(written, order, path || "the plan");
        compared++;
        for (const name of written)
          visit((value as Record<string, unknown>)[name], type.keys[name].type, `${path}.${name}`);
      }
    };
    visit(parse(readFileSync(example, "utf8")), Plan, "");
    assert.ok(compared > 50);
  });
});

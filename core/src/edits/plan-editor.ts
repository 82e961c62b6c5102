import { sectionOfKind } from "../language/index.ts";
import { type DefinitionKind, isDueWithin, type Key, keysOf, type MapType } from "../language/types.ts";
import { containerType, type MapNode, pathOf } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { metricSpokenOf } from "../workspace/metric-spoken-of.ts";
import { forSnippets, isWritable, MapWriter, merged } from "./map-writer.ts";
import { type Source, type Stub, type StubContext, stubOf } from "./stub.ts";
import type { TextEdit } from "./text-edit.ts";
import { factsAbout, type MetricFacts } from "./value-placeholder.ts";

/** A key to write into a map, in the form of a stub of the description or with a value of one's own. */
export interface KeyInsertion {
  readonly name: string;
  readonly key?: Key;
  readonly value?: Stub | Source;
}

/** Writes into plans as their authors would: in the language's order, with the file's indentation and line ends. */
export class PlanEditor implements StubContext {
  private readonly writable = new Map<MapNode, boolean>();

  /** @param unit one level of indentation, for a file that shows none yet */
  constructor(
    private readonly checked: CheckedPlan,
    private readonly unit?: string,
  ) {}

  /**
   * Stubs hold what is due by the next stage, so that filling them in does not bring up the next gap. Catalogs lend to
   * plans of all stages.
   */
  includes(key: Key): boolean {
    const { file, due } = this.checked;
    if (key.due === undefined || (key.when?.kind === "unless-suggest" && due.onlySuggests)) return false;
    return file.kind === "catalog" || isDueWithin(key.due, file.stage);
  }

  factsOf(metric: string): MetricFacts | undefined {
    return factsAbout(this.checked.definitions.find("metric", metric));
  }

  /** A map of targets gets a line for each metric; a map of definitions one for each id that is used but not defined. */
  idsFor(map: MapType): string[] {
    const { file, definitions } = this.checked;
    if (map.refersTo === "metric") return definitions.of("metric").map(({ id }) => id);
    const used = file.references.filter(({ to, id }) => to === map.defines && definitions.all(to, id).length === 0);
    return [...new Set(used.map(({ id }) => id))];
  }

  /** The stub that the description gives for a key. */
  stub(key: Pick<Key, "type" | "placeholder">, metric?: MetricFacts): Stub {
    return stubOf(key, this, metric);
  }

  /** Can keys be written into a map, as it stands in its file? */
  canInsert(map: MapNode): boolean {
    const known = this.writable.get(map) ?? isWritable(this.fileOf(map), map);
    this.writable.set(map, known);
    return known;
  }

  /** Inserts keys into a map of the plan or of a catalog; a key that is there without a value gets its value. */
  insertKeys(map: MapNode, insertions: readonly KeyInsertion[]): TextEdit[] {
    const { text } = this.fileOf(map);
    return forSnippets(text, this.insertions(map, insertions));
  }

  /** The same for several maps of the plan at once. */
  insertAll(all: readonly { readonly object: MapNode; readonly keys: readonly KeyInsertion[] }[]): TextEdit[] {
    const { file } = this.checked;
    const keysOf = new Map<MapNode, Map<string, KeyInsertion>>();
    for (const { object, keys } of all) {
      const known = keysOf.get(object) ?? new Map<string, KeyInsertion>();
      keysOf.set(object, known);
      for (const key of keys) if (!known.has(key.name)) known.set(key.name, key);
    }
    const byMap = [...keysOf].map(([map, keys]) => ({
      depth: map === file.root ? 0 : pathOf(map).length,
      edits: this.insertions(map, [...keys.values()]),
    }));
    return forSnippets(file.text, merged(file.text, byMap));
  }

  private insertions(map: MapNode, insertions: readonly KeyInsertion[]): TextEdit[] {
    if (!this.canInsert(map)) return [];
    const writer = new MapWriter(this.fileOf(map), map, this.unit);
    const order = Object.keys(namedKeys(map));
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
    const sorted = [...insertions].sort((a, b) => rank(a.name) - rank(b.name));
    for (const { name, key, value } of sorted) {
      const stub =
        value ?? (key ? this.stub(key, factsAbout(metricSpokenOf(map, this.checked.definitions))) : undefined);
      if (stub) writer.add(name, stub, rank);
    }
    return writer.edits();
  }

  /** Can an id be defined in the file: in the section that holds such ids, or in a new one? */
  canDefine(kind: DefinitionKind): boolean {
    const { root } = this.checked.file;
    const name = sectionOfKind[kind];
    const section = root.entry(name)?.value;
    return this.canInsert(section?.kind === "map" ? section : root) && (section?.kind === "map" || !root.has(name));
  }

  /** Inserts a definition of an id, and the section it belongs to where that is not there yet. */
  define(kind: DefinitionKind, id: string, value?: Stub | Source): TextEdit[] {
    const { root } = this.checked.file;
    const name = sectionOfKind[kind];
    const type = root.type?.keys[name as keyof typeof root.type.keys]?.type as MapType | undefined;
    if (type?.kind !== "map") return [];
    const stub = value ?? this.definitionStub({ type: type.of, placeholder: type.keyName });
    const section = root.entry(name)?.value;
    if (section?.kind === "map") return this.insertKeys(section, [{ name: id, value: stub }]);
    return this.insertKeys(root, [{ name, value: { kind: "map", entries: [[id, stub]], inline: false } }]);
  }

  /** Where nothing of a definition is due yet, whoever asks for it early gets all of it rather than nothing. */
  private definitionStub(key: Pick<Key, "type" | "placeholder">): Stub {
    const stub = this.stub(key);
    if (stub.kind !== "scalar" || (key.type.kind !== "object" && key.type.kind !== "map")) return stub;
    return stubOf(key, { includes: ({ due }) => due !== undefined, idsFor: () => [] });
  }

  private fileOf(map: MapNode): PlanFile {
    return map === this.checked.file.root ? this.checked.file : this.checked.fileOf(map.section.uri);
  }
}

function namedKeys(map: MapNode): Readonly<Record<string, Key>> {
  const type = containerType(map);
  return type ? keysOf(type) : {};
}

import type { DefinitionKind, MapType } from "../language/types.ts";
import { pathOfKey } from "../rules/waiver-path.ts";
import { containerType, type MapNode, type Node } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { misspeltKeys } from "../workspace/key-meant.ts";
import type { Look } from "./judgements.ts";
import type { Musts } from "./musts.ts";

/** Says for want of what a rule may have been silent: something that is due, or that is written but can't be relied on. */
export class Wants {
  private readonly known = new Map<MapNode, Map<string, boolean>>();
  private readonly misspelt = new Map<MapNode, ReadonlySet<string>>();
  private readonly undefinedIds: ReadonlySet<string>;

  constructor(
    private readonly checked: CheckedPlan,
    private readonly musts: Musts,
    private readonly isCertain: (value: Node) => boolean,
  ) {
    const { file, definitions } = checked;
    const ids = new Set<string>();
    for (const { to, id } of file.references) if (definitions.all(to, id).length === 0) ids.add(idKey(to, id));
    this.undefinedIds = ids;
  }

  /** The paths of what was wanted in a look, such as `load.peak`. */
  of({ read }: Look): string[] {
    const paths: string[] = [];
    for (const [object, names] of read.absent)
      for (const name of names) if (this.isWanted(object, name)) paths.push(pathOfKey(this.checked.file, object, name));
    return paths;
  }

  private isWanted(object: MapNode, name: string): boolean {
    const names = this.known.get(object) ?? new Map<string, boolean>();
    this.known.set(object, names);
    const known = names.get(name) ?? this.judge(object, name);
    names.set(name, known);
    return known;
  }

  private judge(object: MapNode, name: string): boolean {
    const value = object.entry(name)?.value;
    const isOpen = value?.kind === "scalar" && (value.isPlaceholder || value.isNull);
    if (value && !isOpen && !this.isCertain(value)) return true;
    if (this.musts.gapsOf(object).some(({ lack }) => lack.name === name || lack.alternatives?.includes(name)))
      return true;
    if (value) return false;
    const type = containerType(object);
    if (type?.kind === "object") return this.misspeltIn(object, type.keys).has(name);
    const kind = (type as MapType | undefined)?.defines;
    return kind !== undefined && this.undefinedIds.has(idKey(kind, name));
  }

  private misspeltIn(object: MapNode, keys: object): ReadonlySet<string> {
    const misspelt = this.misspelt.get(object) ?? misspeltKeys(object, keys);
    this.misspelt.set(object, misspelt);
    return misspelt;
  }
}

function idKey(kind: DefinitionKind, id: string): string {
  return `${kind} ${id}`;
}

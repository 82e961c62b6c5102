import { Plan, sectionOfKind } from "../language/index.ts";
import {
  isDueBy,
  type Key,
  keysOf,
  type MapType,
  type ObjectType,
  type Stage,
  type ValueType,
} from "../language/types.ts";
import type { PrincipleId } from "../principles/index.ts";
import { objectsOf } from "../rules/objects-of.ts";
import { pathOfKey } from "../rules/waiver-path.ts";
import { containerType, type MapNode, type Node } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { DueKeys, kindsReferredTo, type Lack } from "../workspace/due.ts";
import { keyedTypes } from "./due-from.ts";

type KeyedType = ObjectType | MapType;

/** A key that an object lacks at the stage at hand. */
export interface Gap {
  readonly object: MapNode;
  readonly lack: Lack;
  /** Such as `load.peak`. */
  readonly path: string;
}

/** A key of the language that is due by now, or several that stand in for each other. */
export interface Must {
  readonly type: KeyedType;
  /** The key, or the group of keys. */
  readonly name: string;
  readonly principle: PrincipleId;
  /** The objects of a plan that are to have it. */
  readonly asked: number;
  readonly gaps: readonly Gap[];
  /** The paths of what would hold such objects, where that is not there itself. */
  readonly lostWith: readonly string[];
}

/** What must be in a plan at its stage, and what of it is there for certain. */
export class Musts {
  readonly all: readonly Must[];
  /** Types of objects that would stand in something due that is not there, and the paths of that. */
  readonly lostTypes = new Map<KeyedType, string[]>();
  /** Sections that are due and not there. */
  readonly lostSections = new Set<string>();
  private readonly due: DueKeys;

  constructor(
    private readonly checked: CheckedPlan,
    isCertain: (value: Node) => boolean,
  ) {
    const { file, workspace, definitions } = checked;
    this.due = new DueKeys(workspace, definitions, isCertain);
    const asked = new Map<KeyedType, number>();
    const gaps = new Map<Key | undefined, Gap[]>();
    for (const object of objectsOf(file)) {
      const type = containerType(object);
      if (!type || object.borrowed) continue;
      asked.set(type, (asked.get(type) ?? 0) + 1);
      for (const gap of this.gapsOf(object)) {
        const key = headOf(type, gap.lack.key);
        gaps.set(key, [...(gaps.get(key) ?? []), gap]);
        if (type === Plan) this.lostSections.add(gap.lack.name);
        for (const lost of typesBelow(gap.lack.key.type))
          this.lostTypes.set(lost, [...(this.lostTypes.get(lost) ?? []), gap.path]);
      }
    }
    this.all = mustsAt(file.stage).map(({ type, name, key }) => ({
      type,
      name,
      principle: key.principle,
      asked: asked.get(type) ?? 0,
      gaps: gaps.get(key) ?? [],
      lostWith: this.lostTypes.get(type) ?? [],
    }));
  }

  /** The paths of gaps in some sections where an id should stand that means something in one of these sections. */
  unnamedIn(sections: readonly string[]): string[] {
    const root = this.checked.file.root;
    return this.all.flatMap(({ gaps }) =>
      gaps
        .filter(({ object, lack }) => sections.includes(object === root ? lack.name : object.section.name))
        .filter(({ lack }) =>
          [...kindsReferredTo(lack.key.type)].some((kind) => sections.includes(sectionOfKind[kind])),
        )
        .map(({ path }) => path),
    );
  }

  /** The keys that an object, of the plan or of a catalog, does not have for certain and that are due by now. */
  gapsOf(object: MapNode): Gap[] {
    const { stage } = this.checked.file;
    return this.due
      .lackedBy(object)
      .filter(({ key }) => isDueBy(key.due, stage))
      .map((lack) => ({ object, lack, path: pathOfKey(this.checked.file, object, lack.name) }));
  }
}

/** Of keys that stand in for each other the first, which speaks for all. */
function headOf(type: KeyedType, key: Key): Key | undefined {
  if (key.group === undefined) return key;
  return Object.values<Key>(keysOf(type)).find(({ group }) => group === key.group);
}

interface DueKey {
  readonly type: KeyedType;
  readonly name: string;
  readonly key: Key;
}

/** Every key of the language that is due by a stage; of those that stand in for each other only the first. */
function mustsAt(stage: Stage): DueKey[] {
  return allDueKeys.filter(({ key }) => key.due !== undefined && isDueBy(key.due, stage));
}

const allDueKeys: readonly DueKey[] = keyedTypes.flatMap((type) =>
  Object.entries<Key>(keysOf(type))
    .filter(([, key]) => key.due !== undefined && headOf(type, key) === key)
    .map(([name, key]) => ({ type, name, key })),
);

const known = new Map<ValueType, ReadonlySet<KeyedType>>();

/** The types of objects that may stand in a value of a type, however deep. */
function typesBelow(type: ValueType): ReadonlySet<KeyedType> {
  const before = known.get(type);
  if (before) return before;
  const found = new Set<KeyedType>();
  known.set(type, found);
  const inside: ValueType[] = [];
  if (type.kind === "object" || type.kind === "map") {
    found.add(type);
    inside.push(...Object.values<Key>(keysOf(type)).map((key) => key.type));
  }
  if (type.kind === "list" || type.kind === "map") inside.push(type.of);
  if (type.kind === "either") inside.push(...type.of);
  for (const one of inside) for (const below of typesBelow(one)) found.add(below);
  return found;
}

import { Plan } from "../language/index.ts";
import type { Key, MapType, ObjectType, ValueType } from "../language/types.ts";

/** A place of the language that has keys of its own: a section of the plan, or something below one. */
export interface ReferenceSection {
  /** `systems.<id>`, `rollout.steps[]`; empty for the root. */
  readonly path: string;
  readonly doc: string;
  readonly keys: Readonly<Record<string, Key>>;
  /** The name of the type of object that stands there. */
  readonly type?: string;
  /** What more may be written there than the keys: own ids, or own words. */
  readonly map?: MapType;
}

/** Every such place in the order of the language, each followed by those below it. */
export function referenceSections(): ReferenceSection[] {
  const root: ReferenceSection = { path: "", doc: Plan.doc, keys: Plan.keys, type: Plan.name };
  return [root, ...below(root)];
}

function below({ path, keys }: ReferenceSection): ReferenceSection[] {
  return Object.entries(keys).flatMap(([name, key]) => ofKey(path === "" ? name : `${path}.${name}`, key));
}

function ofKey(path: string, { type, doc }: Key): ReferenceSection[] {
  return ofType(path, doc, type);
}

function ofType(path: string, doc: string, type: ValueType): ReferenceSection[] {
  switch (type.kind) {
    case "object":
      return ofObject(path, doc, type);
    case "map": {
      const own: ReferenceSection = { path, doc, keys: type.known ?? {}, map: type };
      return [own, ...ofType(`${path}.<${wordFor(type)}>`, docOf(type.of), type.of)];
    }
    case "list":
      return ofType(`${path}[]`, docOf(type.of), type.of);
    case "either":
      return (type.of as ValueType[]).flatMap((one) => ofType(path, doc, one));
    default:
      return [];
  }
}

function ofObject(path: string, doc: string, type: ObjectType): ReferenceSection[] {
  const own = { path, doc: doc === "" ? type.doc : doc, keys: type.keys, type: type.name };
  return [own, ...below(own)];
}

function docOf(type: ValueType): string {
  return type.kind === "object" ? type.doc : "";
}

/** How an id is written in a path: definitions stand as `<id>`, other keys by what they name. */
export function wordFor({ defines, keyName }: MapType): string {
  return defines ? "id" : keyName.replaceAll(" ", "-");
}

/** The path of the section that a key opens; undefined where it opens none. */
export function opened({ path, map }: ReferenceSection, name: string, { type }: Key): string | undefined {
  // A known name of a map, such as a decision, holds what every name in it does.
  if (map && type === map.of) return type.kind === "object" ? `${path}.<${wordFor(map)}>` : undefined;
  return ofType(path === "" ? name : `${path}.${name}`, "", type)[0]?.path;
}

import type { Key, ObjectType, ValueType } from "../../language/types.ts";

/** An object of which one key is chosen among those that stand in for each other: `below`, `above` or `outside`. */
export interface Variant {
  readonly member: string;
  readonly type: ObjectType;
}

/** The forms of an object, one for each key of its first group; none where no keys stand in for each other. */
export function variantsOf(type: ValueType): Variant[] {
  if (type.kind !== "object") return [];
  const object = type as ObjectType;
  const keys = Object.entries<Key>(object.keys);
  const group = keys.find(([, key]) => key.group !== undefined)?.[1].group;
  const members = keys.filter(([, key]) => group !== undefined && key.group === group).map(([name]) => name);
  return members.map((member) => ({
    member,
    type: { ...object, keys: Object.fromEntries(keys.filter(([name]) => name === member || !members.includes(name))) },
  }));
}

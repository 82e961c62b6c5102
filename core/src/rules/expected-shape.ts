import type { ListType, MapType, ObjectType, ScalarType, ValueType } from "../language/types.ts";
import { shapeOf } from "../syntax/structure.ts";
import { listNames } from "./messages.ts";

const SHAPES = { scalar: "a single value", list: "a list", map: "keys with values" } as const;

/** What a value of a type looks like, as a sentence about its key: "`roles` holds one entry for each role …". */
export function expectedShape(name: string, type: ValueType, found: keyof typeof SHAPES): string {
  const instead = `not ${SHAPES[found]}`;
  switch (shapeOf(type)) {
    case "list":
      return `${name} is a list, ${instead}: ${listForm(type as ListType)}.`;
    case "map":
      return `${name} holds ${mapForm(type as ObjectType | MapType)}, ${instead}. Write them on lines of their own below it, each with a colon and without a dash.`;
    default:
      return `${name} takes a single ${scalarForm(type as ScalarType)}, ${instead}.`;
  }
}

function listForm(type: ListType): string {
  return shapeOf(type.of) === "map"
    ? "start each item on a line of its own with `- `"
    : "put the items in brackets, with commas between them";
}

function mapForm(type: ObjectType | MapType): string {
  if (type.kind === "map") return `an entry for each ${type.keyName}, under its name`;
  return `keys such as ${listNames(Object.keys(type.keys).slice(0, 3))}`;
}

function scalarForm(type: ScalarType): string {
  if (type.kind === "quantity") return `value, such as \`${type.example}\``;
  return type.kind === "reference" ? "id" : type.kind === "date" ? "date" : "value";
}

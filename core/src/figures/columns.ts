import type { ContractColumn, Located } from "../artifacts/artifact.ts";
import type { DataSource, SourceColumn } from "../language/index.ts";
import type { Node, NodeOf, ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import { onceFor } from "../workspace/once-for.ts";
import { readType, type TypeFacts, type TypeFamily } from "./column-types.ts";

/** One column of a data source, by its data contract or by the plan's own `columns`. */
export interface Column {
  readonly name: string;
  /** What the database calls it, where the contract says so. */
  readonly physicalName?: string;
  readonly place: Place;
  /** As written: that of the database where it is known, else the contract's own. */
  readonly type?: Located<string>;
  /** None where the type is not known; several where it leaves open which. */
  readonly families: readonly TypeFamily[];
  /** The type is a database's own, which keeps dates as dates however they are shown. */
  readonly isNative: boolean;
  readonly length?: Located<number>;
  readonly format?: Located<string>;
  readonly pattern?: Located<string>;
  /** Is the time zone kept with each time? */
  readonly zoned?: Located<boolean>;
  /** The zone that times without one are in. */
  readonly timeZone?: Located<string>;
  /** Undefined where nothing is said; a data contract always says so. */
  readonly unique: boolean | undefined;
}

export interface SourceColumns {
  readonly from: "contract" | "plan";
  readonly all: readonly Column[];
  /** There are no others: the list could be read whole, and is not an extract of a contract that could not be read. */
  readonly isComplete: boolean;
}

type Source = NodeOf<typeof DataSource>;

/** The columns of a data source; undefined where nothing is known of them. */
export function columnsOf(checked: CheckedPlan, source: Source): SourceColumns | undefined {
  const known = knownColumns(checked);
  const columns = known.has(source) ? known.get(source) : readColumns(checked, source);
  known.set(source, columns);
  return columns;
}

/** Many joins may name one wide table. */
const knownColumns = onceFor((_: CheckedPlan) => new Map<Source, SourceColumns | undefined>());

function readColumns(checked: CheckedPlan, source: Source): SourceColumns | undefined {
  const table = checked.linked("data contract", source.get("contract"));
  if (table && table.columns.size > 0)
    return { from: "contract", all: [...table.columns.values()].map(ofContract), isComplete: true };
  const columns = source.get("columns");
  if (!columns || columns.all.length === 0) return undefined;
  // In braces `{a:1}` is a name without a colon, and one of which a part is its type.
  const isClear = !source.section.broken && columns.all.every(({ key, colon }) => colon && !key.isPlaceholder);
  const all = [...columns.entries].map(({ key, value }) => ofPlan(checked, key, value));
  return { from: "plan", all, isComplete: isClear && !source.has("contract") };
}

/**
 * The column with this name, or with this name in its database. Databases don't tell capitals apart, so another spelling
 * will do where it is the only one.
 */
export function findColumn(columns: readonly Column[], name: string): Column | undefined {
  const exact =
    columns.find((column) => column.name === name) ?? columns.find((column) => column.physicalName === name);
  if (exact) return exact;
  const alike = columns.filter((column) =>
    [column.name, column.physicalName].some((one) => one?.toLowerCase() === name.toLowerCase()),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** What one side of a join names. */
export interface JoinedColumn {
  readonly node: ScalarNode<string>;
  readonly sourceId: string;
  readonly source: Source;
  /** The name of the column, and where it begins in the text of the node. */
  readonly name: string;
  readonly offset: number;
  /** Undefined where nothing is known of the columns of the source. */
  readonly columns: SourceColumns | undefined;
  readonly column: Column | undefined;
}

/** Follows `source.column`; undefined where it can't be read or there is no such source. An id may have dots of its own. */
export function joinedColumn(checked: CheckedPlan, node: ScalarNode<string> | undefined): JoinedColumn | undefined {
  const text = node?.value;
  if (!node || text === undefined) return undefined;
  const sourceId = sourceIdIn(text, checked);
  const source = checked.definitions.find("data-source", sourceId);
  if (sourceId === undefined || !source) return undefined;
  const name = text.slice(sourceId.length + 1);
  const columns = columnsOf(checked, source);
  const column = columns && findColumn(columns.all, name);
  return { node, sourceId, source, name, offset: sourceId.length + 1, columns, column };
}

const longestId = onceFor(({ definitions }: CheckedPlan) =>
  definitions.of("data-source").reduce((longest, { id }) => Math.max(longest, id.length), 0),
);

/** The longest id of a data source that the text begins with, up to a dot. */
function sourceIdIn(text: string, checked: CheckedPlan): string | undefined {
  let dot = text.lastIndexOf(".", longestId(checked));
  while (dot > 0) {
    const id = text.slice(0, dot);
    if (checked.definitions.all("data-source", id).length > 0) return id;
    dot = text.lastIndexOf(".", dot - 1);
  }
  return undefined;
}

/**
 * What the types of the standard may stand for. Its texts may hold UUIDs, for which it has no type; before version 3.1 its
 * dates had to do for timestamps.
 */
const LOGICAL: ReadonlyMap<string, readonly TypeFamily[]> = new Map([
  ["string", ["string", "uuid"]],
  ["number", ["integer", "decimal"]],
  ["integer", ["integer"]],
  ["boolean", ["boolean"]],
  ["date", ["date", "timestamp"]],
  ["timestamp", ["timestamp"]],
  ["time", ["time"]],
  ["object", ["object"]],
  ["array", ["array"]],
]);

/** What a contract says of times whose zone is not kept, where it does not name one: `timezone: false`. */
const NO_ZONE = "false";

function ofContract(column: ContractColumn): Column {
  const { name, logicalType, physicalType, format, pattern, timeZone } = column;
  const physical = physicalType && readType(physicalType.value);
  const logical = logicalType && LOGICAL.get(logicalType.value.toLowerCase());
  const narrowed = physical?.families.filter((family) => !logical || logical.includes(family)) ?? [];
  // In a file of text each value is text to the reader of the file, whatever it stands for.
  const isNative = narrowed.length > 0;
  const alone = logicalType?.value.toLowerCase() === "date" ? (["date"] as const) : logical;
  const families = isNative ? narrowed : (alone ?? []);
  const type = isNative ? physicalType : logicalType;
  const length = column.maxLength ?? (isNative ? lengthOf(physicalType, physical) : undefined);
  const zoned = zonedOf(isNative ? physicalType : undefined, physical, column);
  return {
    name: name.value,
    place: name.place,
    families: withUuid(families, format?.value),
    isNative,
    unique: column.unique || column.primaryKey,
    ...(column.physicalName ? { physicalName: column.physicalName.value } : {}),
    ...(type ? { type } : {}),
    ...(length ? { length } : {}),
    ...(format ? { format } : {}),
    ...(pattern ? { pattern } : {}),
    ...(zoned ? { zoned } : {}),
    ...(timeZone && timeZone.value !== NO_ZONE ? { timeZone } : {}),
  };
}

function ofPlan(checked: CheckedPlan, key: ScalarNode, value: Node): Column {
  const described = value.kind === "map" ? (value as NodeOf<typeof SourceColumn>) : undefined;
  const type = locate(checked, described ? described.get("type") : value);
  const written = locate(checked, described?.get("format"));
  const facts = type && readType(type.value);
  // A format that is still to be written may say that the text holds UUIDs.
  const isOpen = !written && described?.has("format") && facts?.families.includes("string");
  // A format of a text with the signs of a pattern is one: `PO-[0-9]+`.
  const isPattern = written !== undefined && /[[\]{}+*\\^$|]/.test(written.value);
  const length = lengthOf(type, facts);
  const zoned = zonedOf(type, facts);
  return {
    name: key.text,
    place: checked.place(key),
    families: isOpen ? [] : withUuid(facts?.families ?? [], written?.value),
    isNative: false,
    unique: described?.get("unique")?.value,
    ...(type ? { type } : {}),
    ...(length ? { length } : {}),
    ...(written ? { [isPattern ? "pattern" : "format"]: written } : {}),
    ...(zoned ? { zoned } : {}),
  };
}

/** A text that says it holds UUIDs goes with a column of UUIDs. */
function withUuid(families: readonly TypeFamily[], format: string | undefined): readonly TypeFamily[] {
  const holdsUuids = /^(?:uuid|guid)$/i.test(format?.trim() ?? "") && families.includes("string");
  return holdsUuids && !families.includes("uuid") ? [...families, "uuid"] : families;
}

function lengthOf(type: Located<string> | undefined, facts: TypeFacts | undefined): Located<number> | undefined {
  return type && facts?.length !== undefined ? { value: facts.length, place: type.place } : undefined;
}

/** The database's own type says it; else the contract does. */
function zonedOf(
  type: Located<string> | undefined,
  facts: TypeFacts | undefined,
  { withZone, timeZone }: Pick<ContractColumn, "withZone" | "timeZone"> = {},
): Located<boolean> | undefined {
  if (type && facts?.zoned !== undefined) return { value: facts.zoned, place: type.place };
  if (withZone) return { value: true, place: withZone.place };
  return timeZone?.value === NO_ZONE ? { value: false, place: timeZone.place } : undefined;
}

/** The value of a scalar that could be read, with its place. */
function locate(checked: CheckedPlan, node: Node | undefined): Located<string> | undefined {
  return node?.kind === "scalar" && node.value !== undefined
    ? { value: node.value, place: checked.place(node) }
    : undefined;
}

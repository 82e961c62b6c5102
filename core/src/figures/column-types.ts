/** Values of one family can be compared as they are; those of two can not, or only after a conversion. */
export type TypeFamily =
  | "string"
  | "integer"
  | "decimal"
  | "boolean"
  | "date"
  | "timestamp"
  | "time"
  | "uuid"
  | "binary"
  | "object"
  | "array";

/** What a type says of the values. */
export interface TypeFacts {
  /** More than one where the type leaves it open: `number` may hold whole numbers or decimals. */
  readonly families: readonly TypeFamily[];
  /** The most characters of a text: 12 of `varchar(12)`. */
  readonly length?: number;
  /** Is the time zone kept with a time? */
  readonly zoned?: boolean;
}

const NAMES: Readonly<Record<TypeFamily, string>> = {
  string:
    "string str text char character varchar varchar2 nvarchar nvarchar2 nchar bpchar clob nclob tinytext mediumtext longtext ntext citext enum character-varying char-varying national-character national-character-varying utf8 keyword",
  integer:
    "integer int bigint smallint tinyint mediumint byteint hugeint long short int2 int4 int8 int16 int32 int64 int128 uint uint8 uint16 uint32 uint64 serial bigserial smallserial serial2 serial4 serial8",
  decimal:
    "float float4 float8 float16 float32 float64 real double double-precision half binary_float binary_double money smallmoney",
  boolean: "boolean bool bit",
  date: "date date32",
  timestamp:
    "timestamp timestamptz timestamp_tz timestamp_ltz timestamp_ntz timestampltz timestampntz datetime datetime2 smalldatetime datetimeoffset datetime64 date-time timestamp-millis timestamp-micros timestamp-nanos local-timestamp-millis local-timestamp-micros local-timestamp-nanos timestamp-with-time-zone timestamp-with-local-time-zone timestamp-without-time-zone",
  time: "time timetz time-millis time-micros time-with-time-zone time-without-time-zone",
  uuid: "uuid guid uniqueidentifier",
  binary: "binary varbinary bytes bytea blob tinyblob mediumblob longblob raw long-raw fixed image",
  object: "object struct record row map",
  array: "array list",
};

const FAMILY_OF: ReadonlyMap<string, TypeFamily> = new Map(
  (Object.entries(NAMES) as [TypeFamily, string][]).flatMap(([family, names]) =>
    names.split(" ").map((name): [string, TypeFamily] => [name, family]),
  ),
);

/** Types that leave open what they hold, or mean something else in another database. */
const OPEN: ReadonlyMap<string, readonly TypeFamily[]> = new Map([
  ["number", ["integer", "decimal"]],
  ["numeric", ["integer", "decimal"]],
  ["decimal", ["integer", "decimal"]],
  ["dec", ["integer", "decimal"]],
  ["bignumeric", ["integer", "decimal"]],
  ["bigdecimal", ["integer", "decimal"]],
  ["json", ["object", "array"]],
  ["jsonb", ["object", "array"]],
]);

const ZONED = /^(?:timestamptz|timestamp_l?tz|timestampltz|datetimeoffset|timetz)$|-with-(?:local-)?time-zone$/;
const UNZONED = /^(?:timestamp_?ntz|datetime2?|smalldatetime)$|-without-time-zone$|^local-timestamp/;

/** From this length on a limit says nothing of the values: it is what a tool writes where nobody thought of one. */
const NO_LIMIT = 255;

/** No name is nearly so long; it would take for ever to tell that a text of a million letters is none. */
const LONGEST_NAME = 200;

/**
 * What the name of a type says, be it the logical type of a data contract or that of a database: `varchar(12)`,
 * `numeric(10,0)`, `timestamp with time zone`. Undefined where it is not known.
 */
export function readType(text: string): TypeFacts | undefined {
  const type = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  if (/\[\d*\]$/.test(type) || /^array ?[<(]/.test(type)) return { families: ["array"] };
  if (/^(?:struct|map|row|object) ?[<(]/.test(type)) return { families: ["object"] };
  if (type.length > LONGEST_NAME) return undefined;
  const parts = /^([a-z][\w -]*?) ?(?:\(([\w, -]*)\))?((?: [\w ]+)?)$/.exec(type);
  if (!parts) return undefined;
  const [, word = "", argument, suffix = ""] = parts;
  const name = `${word}${suffix.replace(/ (?:unsigned|signed|zerofill)\b/g, "")}`.replaceAll(" ", "-");
  const sizes = argument?.split(",").map((part) => Number.parseInt(part, 10)) ?? [];
  const open = OPEN.get(name);
  if (open) return { families: sizes.length > 0 && open.includes("decimal") ? [numberFamily(sizes)] : open };
  const family = FAMILY_OF.get(name);
  if (!family) return undefined;
  // MySQL keeps booleans in `tinyint(1)`; a bit string is neither.
  if (name === "tinyint" && sizes[0] === 1) return { families: ["integer", "boolean"] };
  if (name === "bit" && (sizes[0] ?? 1) > 1) return undefined;
  const length = family === "string" && (sizes[0] ?? NO_LIMIT) < NO_LIMIT ? sizes[0] : undefined;
  const zoned = ZONED.test(name) ? true : UNZONED.test(name) ? false : undefined;
  return { families: [family], ...(length ? { length } : {}), ...(zoned === undefined ? {} : { zoned }) };
}

/** Of `numeric(precision, scale)`: without digits after the point it holds whole numbers. */
function numberFamily([, scale = 0]: readonly number[]): TypeFamily {
  return scale > 0 ? "decimal" : "integer";
}

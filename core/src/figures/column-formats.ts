import type { Located } from "../artifacts/artifact.ts";
import type { TypeFamily } from "./column-types.ts";
import type { Column } from "./columns.ts";

/** A way in which two columns of one kind are written differently. */
export interface FormatDifference {
  readonly kind: "length" | "format" | "pattern" | "zone";
  /** How each of the two is written, for messages. */
  readonly first: Located<string>;
  readonly second: Located<string>;
}

/** In what the values of two columns differ that hold the same kind of thing. Nothing is said where one of them says nothing. */
export function formatDifferences(a: Column, b: Column): FormatDifference[] {
  const shared = a.families.filter((family) => b.families.includes(family));
  const isText = shared.includes("string");
  const isTime = shared.some((family) => TIMES.has(family));
  const written = isText || isTime;
  // A database keeps dates as dates: their format is only how they are shown.
  const isShownOnly = isTime && a.isNative && b.isNative;
  return [
    isText ? differenceOf("length", a.length, b.length, String) : undefined,
    written && !isShownOnly
      ? differenceOf("format", a.format, b.format, (text) => plainFormat(text, shared))
      : undefined,
    isText ? differenceOf("pattern", a.pattern, b.pattern, plainPattern) : undefined,
    shared.includes("timestamp") || shared.includes("time") ? zoneDifference(a, b) : undefined,
  ].filter((difference) => difference !== undefined);
}

const TIMES: ReadonlySet<TypeFamily> = new Set(["date", "timestamp", "time"]);

function differenceOf<Value extends string | number>(
  kind: FormatDifference["kind"],
  a: Located<Value> | undefined,
  b: Located<Value> | undefined,
  plain: (value: Value) => string | undefined,
): FormatDifference | undefined {
  const [first, second] = [a && plain(a.value), b && plain(b.value)];
  if (!a || !b || first === undefined || second === undefined || first === second) return undefined;
  return { kind, first: { ...a, value: String(a.value) }, second: { ...b, value: String(b.value) } };
}

const PLAIN_DATE = "yyyy-mm-dd";

/** The marks of `strftime`, as other tools write the same. */
const MARKS: Readonly<Record<string, string>> = {
  "%y": "yy",
  "%Y": "yyyy",
  "%m": "mm",
  "%d": "dd",
  "%H": "hh",
  "%M": "mm",
  "%S": "ss",
  "%F": PLAIN_DATE,
  "%T": "hh:mm:ss",
};

/** One spelling for a format; undefined where its name leaves open what is written. */
function plainFormat(text: string, families: readonly TypeFamily[]): string | undefined {
  const plain = text
    .trim()
    .replace(/%[a-zA-Z]/g, (mark) => MARKS[mark] ?? mark)
    .replaceAll("'", "")
    .toLowerCase();
  if (/^iso[ -]?8601$/.test(plain)) return families.includes("date") ? PLAIN_DATE : undefined;
  if (plain === "guid") return "uuid";
  if (families.includes("string") || /yy|dd|hh/.test(plain)) return plain;
  return undefined;
}

/** One spelling for a pattern: anchors count for nothing, and `\d` is a digit. */
function plainPattern(text: string): string {
  return text
    .trim()
    .replace(/^\^|\$$/g, "")
    .replaceAll("\\d", "[0-9]")
    .replace(/^\((?:\?:)?([^()|]*)\)$/, "$1");
}

/** Only one of them keeps the zone with its times, or neither does and they are in different zones. */
function zoneDifference(a: Column, b: Column): FormatDifference | undefined {
  const [first, second] = [a.zoned, b.zoned];
  if (first && second && first.value !== second.value) {
    const said = (zoned: Located<boolean>) => ({ ...zoned, value: zoned.value ? "with" : "without" });
    return { kind: "zone", first: said(first), second: said(second) };
  }
  const keepsZones = first?.value === true && second?.value === true;
  return keepsZones ? undefined : differenceOf("zone", a.timeZone, b.timeZone, plainZone);
}

function plainZone(name: string): string {
  const plain = name.trim().toLowerCase();
  return /^(?:etc\/)?(?:utc|gmt|uct|zulu|universal|greenwich)$|^z$|^[+-]00:?00$/.test(plain) ? "utc" : plain;
}

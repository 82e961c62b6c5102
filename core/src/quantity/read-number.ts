/** A number at the start of a text, or the way in which it departs from how numbers are written here. */
export interface NumberReading {
  /** Length of the number in UTF-16 units, its sign included. */
  readonly length: number;
  /** The number in the language's own spelling: an optional sign, digits, and a point with digits if needed. */
  readonly digits: string;
  /** Absent where the number was written in that spelling, or one that needs no word about it. */
  readonly problem?: "thousands-separator" | "decimal-comma";
}

// A run of digits joined by what people use to group or to part them. A space joins only a group of three digits.
const run = /^([+\-\u2212]?)(\.?\d+(?:[.,_'’]\d+|\s\d{3}(?!\d))*)/;

const plain = /^\d+(?:\.\d+)?$/;
const leadingPoint = /^\.\d+$/;
const decimalComma = /^\d+,\d+$/;
const grouped = /^[1-9]\d{0,2}([,'’]|\s)\d{3}(?:\1\d{3})*(?:\.\d+)?$/;
const groupedByUnderscore = /^\d+(?:_\d+)+(?:\.\d+)?$/;
const groupedInLakhs = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const groupedByPoint = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const groupedWithDecimalComma = /^[1-9]\d{0,2}(?:([.'’]|\s)\d{3})(?:\1\d{3})*,\d+$/;

/** Reads the number that `text` begins with. Undefined where there is none, or none that means one thing. */
export function readNumber(text: string): NumberReading | undefined {
  const match = run.exec(text);
  if (!match) return undefined;
  const [all, sign = "", body = ""] = match;
  const prefix = sign === "\u2212" ? "-" : sign === "+" ? "" : sign;
  const found = (digits: string, problem?: NumberReading["problem"]): NumberReading => {
    const reading = { length: all.length, digits: prefix + digits };
    return problem ? { ...reading, problem } : reading;
  };
  if (plain.test(body)) return found(body);
  if (leadingPoint.test(body)) return found(`0${body}`);
  if (grouped.test(body) || groupedByUnderscore.test(body) || groupedInLakhs.test(body)) {
    return found(body.replace(/[^\d.]/g, ""), "thousands-separator");
  }
  if (groupedByPoint.test(body)) return found(body.replaceAll(".", ""), "thousands-separator");
  if (decimalComma.test(body)) return found(body.replace(",", "."), "decimal-comma");
  if (groupedWithDecimalComma.test(body)) {
    return found(body.replace(/[^\d,]/g, "").replace(",", "."), "decimal-comma");
  }
  return undefined;
}

/**
 * A number in plain decimal digits, never with an exponent, and with no digits that floating point made up:
 * 0.1 + 0.2 gives `0.3`. Reading it gives the same number within one part in 10^14.
 */
export function plainDecimal(value: number): string {
  const [mantissa = "0", exponentText = "0"] = Number(value.toPrecision(15)).toString().split("e");
  const exponent = Number(exponentText);
  if (exponent === 0) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  if (exponent > 0) return sign + whole + fraction.padEnd(exponent, "0");
  return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${fraction}`;
}

import { compare, type Quantity, readQuantity } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";

/** What a scalar says as a number; also where a percentage is expected and a plain number is written, which is a slip. */
export function amountOf(node: ScalarNode | undefined): Quantity | number | undefined {
  const value = node?.value;
  if (typeof value === "number" || (typeof value === "object" && "base" in value)) return value;
  if (!node || value !== undefined || node.type?.kind !== "quantity" || node.type.dimension !== "share")
    return undefined;
  const { quantity } = readQuantity(node.word);
  return quantity?.dimension === "number" ? quantity : undefined;
}

/**
 * How much more the later of two values is: negative, positive, or 0 where they are the same. Undefined where they do not
 * measure the same thing.
 */
export function rise(before: Quantity | number | undefined, after: Quantity | number | undefined): number | undefined {
  if (typeof before === "number" && typeof after === "number") return after - before;
  if (typeof before !== "object" || typeof after !== "object") return undefined;
  return compare(inTermsOf(after, before), before);
}

/**
 * A plain number in place of a percentage, or the other way round, as what it means: `0.88` and `88` are 88%. Who writes 88
 * in place of 93% does not mean 8800%.
 */
export function inTermsOf(value: Quantity, other: Quantity): Quantity {
  if (value.dimension === "number" && other.dimension === "share")
    return isShare(other) ? { ...value, dimension: "share", base: fraction(value.base) } : value;
  if (value.dimension === "share" && other.dimension === "number" && isShare(value))
    return { ...value, dimension: "number", base: fraction(other.base) === other.base ? value.base : value.base * 100 };
  return value;
}

function isShare({ base }: Quantity): boolean {
  return Math.abs(base) <= 1;
}

/** A number from 1 to 100 is taken for a percentage, a smaller one for a fraction. */
function fraction(number: number): number {
  return Math.abs(number) > 1 && Math.abs(number) <= 100 ? number / 100 : number;
}

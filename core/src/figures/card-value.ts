import { type Quantity, readQuantity } from "../quantity/index.ts";

/**
 * A number of a model card, as a value that can be compared with one of the plan. Cards mostly write shares as fractions, `0.876`;
 * above 1 a bare number beside a share is meant in percent. Undefined for 1, which may be either, and for what is no number.
 */
export function cardValue(text: string, like: Quantity): Quantity | undefined {
  const { quantity } = readQuantity(text.trim());
  if (!quantity || like.dimension !== "share" || quantity.unit !== "") return quantity;
  if (quantity.value < 0 || quantity.value > 100 || quantity.value === 1) return undefined;
  const percent = quantity.value < 1 ? quantity.value * 100 : quantity.value;
  return readQuantity(`${Number(percent.toPrecision(12))}%`).quantity;
}

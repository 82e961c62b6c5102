import assert from "node:assert/strict";
import {
  type PlanDate,
  type Quantity,
  readDate,
  readQuantity,
  readUnit,
  type Unit,
} from "../../../core/src/quantity/index.ts";

/** The quantity that a test writes, which must read. */
export function quantity(text: string): Quantity {
  const reading = readQuantity(text);
  assert.ok(reading.quantity, `${text} is no quantity`);
  return reading.quantity;
}

/** The unit that a test writes, which must read. */
export function unit(text: string): Unit {
  const reading = readUnit(text);
  assert.ok(reading.unit, `${text} is no unit`);
  return reading.unit;
}

/** The date that a test writes, which must read. */
export function date(text: string): PlanDate {
  const reading = readDate(text);
  assert.ok(reading.date, `${text} is no date`);
  return reading.date;
}

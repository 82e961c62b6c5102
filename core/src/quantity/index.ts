export { add, divide, multiply, subtract, unitInTimeOf } from "./arithmetic.ts";
export { compare, convertTo, fitsUnit, sameDimension } from "./compare.ts";
export { isCurrencyCode } from "./currency.ts";
export {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  describeDate,
  describeDistance,
  distanceInWords,
  weeksBetween,
} from "./date.ts";
export { describeQuantity } from "./describe.ts";
export { formatBase, formatNumber, formatQuantity, formatReadable, formatRounded } from "./format.ts";
export { listUnits, type UnitChoice, type UnitWords } from "./list-units.ts";
export { type OperatorMeaning, operatorMeaning, readOperator } from "./operator.ts";
export { type DateProblem, type DateReading, type PlanDate, readDate } from "./read-date.ts";
export { readQuantity } from "./read-quantity.ts";
export { readUnit } from "./read-unit.ts";
export type { Quantity, QuantityProblem, QuantityReading, Unit, UnitReading } from "./types.ts";
export { DIMENSIONS, type Dimension } from "./types.ts";
export { millisecondsPerDay, numberWords } from "./units.ts";

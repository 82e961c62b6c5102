import type { ServiceLevel } from "../artifacts/artifact.ts";
import type { Metric } from "../language/index.ts";
import { compare, type Quantity, readQuantity } from "../quantity/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { Place } from "../workspace/checked-plan.ts";

/** What an SLO promises, in the unit of the metric, and where it says so. */
export interface Promised {
  readonly value: Quantity;
  readonly place: Place;
}

/** A value that is so many times as large as another is in another unit. */
const OTHER_UNIT = 10;

/** What the objectives of the SLO promise of the metric, as far as it is certain that they speak of the same. */
export function promisedBy({ objectives }: ServiceLevel, metric: NodeOf<typeof Metric>): Promised[] {
  const unit = metric.get("unit")?.value;
  const [measures, direction] = [metric.get("measures")?.value, metric.get("direction")?.value];
  const isAvailability = measures === "availability" && direction === "higher" && unit?.dimension === "share";
  const isLatency = measures === "latency" && direction === "lower" && unit?.dimension === "duration";
  return objectives.flatMap((objective) => {
    const said = isLatency ? objective.value : isAvailability && !objective.value ? objective.target : undefined;
    // A share is rounded to what people write, so that 0.999 is no more and no less than 99.9%.
    const text = isLatency ? `${said?.value} ${unit.unit}` : `${Number(((said?.value ?? 0) * 100).toPrecision(12))}%`;
    const value = said && readQuantity(text).quantity;
    return value ? [{ value, place: said.place }] : [];
  });
}

/** 1 where a value is better than another, -1 where it is worse, 0 where they are equal. */
export function betterBy(value: Quantity, than: Quantity, metric: NodeOf<typeof Metric>): number | undefined {
  const difference = compare(value, than);
  return difference === undefined
    ? undefined
    : metric.get("direction")?.value === "lower"
      ? 0 - difference
      : difference;
}

/** Files of OpenSLO give a time without its unit: may two times be in the same? */
export function isInSameUnit(a: Quantity, b: Quantity): boolean {
  return a.dimension !== "duration" || (a.base < b.base * OTHER_UNIT && b.base < a.base * OTHER_UNIT);
}

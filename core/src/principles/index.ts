import { agreedSuccess } from "./agreed-success.ts";
import { economicsAtScale } from "./economics-at-scale.ts";
import { escalationBeforeGoLive } from "./escalation-before-go-live.ts";
import { fragmentationFoundEarly } from "./fragmentation-found-early.ts";
import { loadOnLegacy } from "./load-on-legacy.ts";
import { monitoringFromDayOne } from "./monitoring-from-day-one.ts";
import { numericCriteria } from "./numeric-criteria.ts";
import { operatingLimits } from "./operating-limits.ts";
import { outcomeBeforeTechnology } from "./outcome-before-technology.ts";
import { pilotIsNotProduction } from "./pilot-is-not-production.ts";
import type { Principle, PrincipleId } from "./principle.ts";
import { productionReadyData } from "./production-ready-data.ts";
import { reviewIsSignal } from "./review-is-signal.ts";
import { reviewsFollowData } from "./reviews-follow-data.ts";
import { rightOrder } from "./right-order.ts";
import { schemasAgree } from "./schemas-agree.ts";
import { stepwiseOversight } from "./stepwise-oversight.ts";
import { traceability } from "./traceability.ts";
import { workflowRedesign } from "./workflow-redesign.ts";

export type { Principle, PrincipleId, Source } from "./principle.ts";

/** The principles in the order of the catalogue, 1 to 18. */
export const principles: readonly Principle[] = [
  outcomeBeforeTechnology,
  workflowRedesign,
  numericCriteria,
  economicsAtScale,
  monitoringFromDayOne,
  reviewsFollowData,
  stepwiseOversight,
  escalationBeforeGoLive,
  operatingLimits,
  loadOnLegacy,
  productionReadyData,
  schemasAgree,
  fragmentationFoundEarly,
  traceability,
  pilotIsNotProduction,
  rightOrder,
  agreedSuccess,
  reviewIsSignal,
];

const byId = new Map<PrincipleId, Principle>(principles.map((principle) => [principle.id, principle]));

/** The principle with this id; every id of the type has one. */
export function principleById(id: PrincipleId): Principle {
  return byId.get(id)!;
}

import { Actions, AllowedAction } from "./actions.ts";
import { Artifacts } from "./artifacts.ts";
import { DataSource } from "./data-source.ts";
import { Decision } from "./decision.ts";
import { Economics } from "./economics.ts";
import { EscalationPath, EscalationStep } from "./escalation-path.ts";
import { FallbackMode } from "./fallback-mode.ts";
import { Gate } from "./gate.ts";
import { History } from "./history.ts";
import { HumanOversight } from "./human-oversight.ts";
import { Inputs } from "./inputs.ts";
import { Join } from "./join.ts";
import { KillSwitch } from "./kill-switch.ts";
import { Labels } from "./labels.ts";
import { Load } from "./load.ts";
import { LoadTest } from "./load-test.ts";
import { Metric } from "./metric.ts";
import { Monitoring } from "./monitoring.ts";
import { OperatingLimits } from "./operating-limits.ts";
import { OutOfBounds } from "./out-of-bounds.ts";
import { Outcome } from "./outcome.ts";
import { Pilot, PilotDifference } from "./pilot.ts";
import { Plan } from "./plan.ts";
import { Review } from "./review.ts";
import { Role } from "./role.ts";
import { Rollback } from "./rollback.ts";
import { Rollout } from "./rollout.ts";
import { RolloutStep } from "./rollout-step.ts";
import { SourceColumn } from "./source-column.ts";
import { SuccessCriteria } from "./success-criteria.ts";
import { Gap, System } from "./system.ts";
import { Measured, Target } from "./target.ts";
import { Trigger } from "./trigger.ts";
import type { DefinitionKind } from "./types.ts";
import { Waiver } from "./waiver.ts";
import { Workflow } from "./workflow.ts";

export { Decisions } from "./decision.ts";
export { Milestones } from "./milestones.ts";
export * from "./types.ts";
export {
  Actions,
  AllowedAction,
  Artifacts,
  DataSource,
  Decision,
  Economics,
  EscalationPath,
  EscalationStep,
  FallbackMode,
  Gap,
  Gate,
  History,
  HumanOversight,
  Inputs,
  Join,
  KillSwitch,
  Labels,
  Load,
  LoadTest,
  Measured,
  Metric,
  Monitoring,
  OperatingLimits,
  Outcome,
  OutOfBounds,
  Pilot,
  PilotDifference,
  Plan,
  Review,
  Role,
  Rollback,
  Rollout,
  RolloutStep,
  SourceColumn,
  SuccessCriteria,
  System,
  Target,
  Trigger,
  Waiver,
  Workflow,
};

/** Every object type of the language by its name. */
export const objectTypes = {
  Plan,
  Outcome,
  Workflow,
  FallbackMode,
  Metric,
  SuccessCriteria,
  Target,
  Measured,
  Economics,
  Load,
  Pilot,
  PilotDifference,
  System,
  Gap,
  LoadTest,
  DataSource,
  History,
  Labels,
  SourceColumn,
  Join,
  OperatingLimits,
  Inputs,
  Actions,
  AllowedAction,
  OutOfBounds,
  KillSwitch,
  Monitoring,
  Trigger,
  Review,
  EscalationPath,
  EscalationStep,
  HumanOversight,
  Rollout,
  Rollback,
  RolloutStep,
  Gate,
  Role,
  Decision,
  Artifacts,
  Waiver,
} as const;
export type ObjectTypes = typeof objectTypes;

/** The version that `aiplan:` names; a file of a higher one is read as well as it can be. */
export const LANGUAGE_VERSION = 1;

/** A section (top-level key) of a plan or catalog. */
export type Section = keyof typeof Plan.keys;

/** The sections a `kind: catalog` file may lend to the plans that import it. */
export const CATALOG_SECTIONS = [
  "roles",
  "escalation-paths",
  "systems",
  "data-sources",
  "metrics",
  "fallback-modes",
] as const satisfies readonly Section[];

/** The other top-level keys of a catalog. A catalog has no stage and no owner: it is never judged for readiness. */
export const CATALOG_HEADER = ["aiplan", "kind", "name", "title", "imports"] as const satisfies readonly Section[];

/** The section in which something of each kind is written. Rules are the exception: a plan only names them there. */
export const sectionOfKind = {
  role: "roles",
  metric: "metrics",
  "data-source": "data-sources",
  system: "systems",
  "fallback-mode": "fallback-modes",
  "escalation-path": "escalation-paths",
  milestone: "milestones",
  trigger: "triggers",
  review: "reviews",
  join: "joins",
  decision: "decisions",
  "rollout-step": "rollout",
  rule: "waivers",
} as const satisfies Record<DefinitionKind, Section>;

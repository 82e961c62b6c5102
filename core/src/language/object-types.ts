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
import { Waiver } from "./waiver.ts";
import { Workflow } from "./workflow.ts";

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

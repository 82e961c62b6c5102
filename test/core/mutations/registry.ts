import { DATA } from "./data.ts";
import { ECONOMICS } from "./economics.ts";
import { ESCALATION } from "./escalation.ts";
import { EU_AI_ACT } from "./eu-ai-act.ts";
import { HYGIENE } from "./hygiene.ts";
import { LIMITS } from "./limits.ts";
import { MODEL } from "./model.ts";
import { MONITORING } from "./monitoring.ts";
import type { Mutations } from "./mutation.ts";
import { OUTCOME } from "./outcome.ts";
import { ROLLOUT } from "./rollout.ts";
import { SUCCESS } from "./success.ts";
import { SYSTEMS } from "./systems.ts";
import { WRITING } from "./writing.ts";

export const MUTATIONS: Mutations = {
  ...ESCALATION,
  ...MONITORING,
  ...ECONOMICS,
  ...SYSTEMS,
  ...LIMITS,
  ...ROLLOUT,
  ...OUTCOME,
  ...SUCCESS,
  ...DATA,
  ...MODEL,
  ...HYGIENE,
  ...WRITING,
  ...EU_AI_ACT,
};

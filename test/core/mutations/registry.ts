import { ESCALATION } from "./escalation.ts";
import { MONITORING } from "./monitoring.ts";
import type { Mutations } from "./mutation.ts";
import { OUTCOME } from "./outcome.ts";
import { SUCCESS } from "./success.ts";

export const MUTATIONS: Mutations = { ...ESCALATION, ...MONITORING, ...OUTCOME, ...SUCCESS };

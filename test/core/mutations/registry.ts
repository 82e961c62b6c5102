import { DATA } from "./data.ts";
import { ESCALATION } from "./escalation.ts";
import { MODEL } from "./model.ts";
import { MONITORING } from "./monitoring.ts";
import type { Mutations } from "./mutation.ts";
import { OUTCOME } from "./outcome.ts";
import { SUCCESS } from "./success.ts";

export const MUTATIONS: Mutations = { ...ESCALATION, ...MONITORING, ...OUTCOME, ...SUCCESS, ...DATA, ...MODEL };

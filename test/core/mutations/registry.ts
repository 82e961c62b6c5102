import { ESCALATION } from "./escalation.ts";
import { MONITORING } from "./monitoring.ts";
import type { Mutations } from "./mutation.ts";

export const MUTATIONS: Mutations = { ...ESCALATION, ...MONITORING };

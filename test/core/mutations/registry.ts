import { ESCALATION } from "./escalation.ts";
import type { Mutations } from "./mutation.ts";

export const MUTATIONS: Mutations = { ...ESCALATION };

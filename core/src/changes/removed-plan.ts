import type { PlanFile } from "../syntax/plan-file.ts";
import { isFreeKey } from "../syntax/structure.ts";

/** What says which plan it is, and nothing of the system. */
const HEADER: ReadonlySet<string> = new Set(["aiplan", "kind", "name", "title", "owner"]);

/** Does a plan claim that its system is in use? */
export function isLivePlan({ kind, root }: PlanFile): boolean {
  const stage = root.get("stage")?.value;
  return kind === "plan" && (stage === "pilot" || stage === "production");
}

/** Is nothing left of a plan whose system was in use but a file that is empty, or says no more than its name? */
export function isLivePlanRemoved(before: PlanFile, { sections, syntax }: PlanFile): boolean {
  return isLivePlan(before) && syntax.length === 0 && sections.every(({ name }) => HEADER.has(name) || isFreeKey(name));
}

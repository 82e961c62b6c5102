import type { MapNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";

/** Every object of a file that may lack keys, the plan itself and the maps with well-known keys among them. */
export function* objectsOf({ objects, root }: PlanFile): Generator<MapNode> {
  for (const same of objects.values()) yield* same;
  for (const name of ["milestones", "decisions"] as const) {
    const map = root.get(name);
    if (map) yield map;
  }
}

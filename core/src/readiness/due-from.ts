import { objectTypes, Plan } from "../language/index.ts";
import { type Key, keysOf, type MapType, type ObjectType, STAGES, type Stage } from "../language/types.ts";
import type { PrincipleId } from "../principles/index.ts";

/** Every type that names keys: those of objects, and maps with keys of their own, such as `milestones`. */
export const keyedTypes: readonly (ObjectType | MapType)[] = [
  ...Object.values(objectTypes),
  Plan.keys.milestones.type,
  Plan.keys.decisions.type,
];

/** For each principle the earliest stage at which one of its keys is due. */
const stages = ((): ReadonlyMap<PrincipleId, Stage> => {
  const found = new Map<PrincipleId, Stage>();
  for (const type of keyedTypes)
    for (const { principle, due } of Object.values<Key>(keysOf(type))) {
      const known = found.get(principle);
      if (due !== undefined && (known === undefined || STAGES.indexOf(due) < STAGES.indexOf(known)))
        found.set(principle, due);
    }
  return found;
})();

/** The stage from which on a plan must say something about a principle. */
export function dueFrom(id: PrincipleId): Stage {
  return stages.get(id) ?? "proposal";
}

import type { System } from "../language/index.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** A system that an item of work goes through. */
export interface UsedSystem {
  readonly id: string;
  readonly system: NodeOf<typeof System>;
  /** Defined in the plan itself, not lent by a catalog. */
  readonly isOwn: boolean;
}

/**
 * The systems of the plan itself, and those of its catalogs that live data comes from. Of the others in a catalog nothing says
 * that this plan has to do with them.
 */
export function systemsUsed(checked: CheckedPlan): UsedSystem[] {
  const { root } = checked.file;
  const sources = root.get("data-sources")?.items() ?? [];
  const live = sources.filter(({ value }) =>
    value
      .get("used-for")
      ?.items()
      .some((use) => use.value === "inference"),
  );
  const own = new Set(
    root
      .get("systems")
      ?.items()
      .map(({ id }) => id),
  );
  const ids = new Set([...own, ...live.flatMap(({ value }) => value.get("system")?.value ?? [])]);
  return [...ids].flatMap((id) => {
    const system = checked.definitions.find("system", id);
    return system ? [{ id, system, isOwn: own.has(id) }] : [];
  });
}

/** The calls to a system that the user waits for: all of them where the plan doesn't tell them apart. */
export function callsOnPath(system: NodeOf<typeof System>): number | undefined {
  return system.get(system.entry("calls-on-path") ? "calls-on-path" : "calls-per-item")?.value;
}

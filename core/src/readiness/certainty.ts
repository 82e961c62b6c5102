import { SEVERITIES } from "../rules/severity.ts";
import type { Node } from "../syntax/nodes.ts";
import { canBeRead } from "../syntax/reads.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Judgement } from "./judgements.ts";

/**
 * Says whether a value can be relied on: it can be read, and no finding on how the plan is written stands at it, such as
 * that it names what is not there.
 */
export function certainty(writing: readonly Judgement[], checked: CheckedPlan): (value: Node) => boolean {
  const starts = new Set<number>();
  for (const { looks } of writing)
    for (const { findings } of looks)
      for (const { place, severity, missing } of findings)
        if (!missing && place.uri === checked.file.uri && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf("warning"))
          starts.add(place.start);
  const isFaultless = (value: Node): boolean => {
    if (value.kind === "map") return true;
    if (value.kind === "list") return value.all.every(isFaultless);
    return value.section.uri !== checked.file.uri || !starts.has(checked.place(value).start);
  };
  return starts.size === 0 ? canBeRead : (value) => canBeRead(value) && isFaultless(value);
}

import type { ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { joinedColumn } from "./columns.ts";

/** Where the plan names a data source, in the order of the text: alone, or with a column of it. */
export interface NamedSource {
  readonly id: string;
  readonly node: ScalarNode;
}

/** The places where the plan itself names data sources, its own or those of its catalogs. */
export function namedSources(checked: CheckedPlan): NamedSource[] {
  return checked.file.references.flatMap(({ to, id, node }) => {
    if (to !== "data-source") return [];
    // The id of a lent source may have dots of its own, which only its catalog tells.
    const whole = node.type?.kind === "column" ? joinedColumn(checked, node)?.sourceId : undefined;
    return [{ id: whole ?? id, node }];
  });
}

import type { PlanFile } from "../syntax/plan-file.ts";
import type { ProblemKind, ProblemOf } from "../syntax/problems.ts";

/**
 * The problems of one kind that the structure pass left in a file, but for sections whose YAML is broken: what does not
 * fit there may only be garbled.
 */
export function problemsOf<Kind extends ProblemKind>(file: PlanFile, kind: Kind): ProblemOf<Kind>[] {
  return file.problems.filter(
    (problem): problem is ProblemOf<Kind> => problem.kind === kind && !problem.node.section.broken,
  );
}

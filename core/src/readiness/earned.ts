import { STAGES, type Stage } from "../language/types.ts";
import { blockersOf } from "../rules/blockers.ts";
import { everyRule, ruleById } from "../rules/every-rule.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/registry.ts";
import { type Outcome, runAllRules } from "../rules/run.ts";
import { judgedAt } from "../syntax/plan-file.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import { supposing } from "../workspace/supposing.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What stands in the way of the stage that a plan is judged at: also what is silenced, for it is there all the same. */
export function blockersAt(workspace: Workspace, { findings, silenced }: Outcome): Finding[] {
  const all = [...findings, ...silenced.map(({ finding }) => finding)];
  return blockersOf(
    all.filter(({ rule, accepted }) => ruleById.get(rule)?.implies !== "*" && !accepted),
    new CheckedPlan(workspace),
    ruleById,
  );
}

/** Could all of the plan be read, and all the catalogs that it imports? */
export function isReadable({ file, imports, catalogs }: Workspace): boolean {
  const isWhole = [file, ...catalogs].every(
    ({ syntax, sections }) => syntax.length === 0 && sections.every(({ broken }) => !broken),
  );
  return isWhole && imports.every(({ problem }) => problem === undefined);
}

/** The last stage up to which nothing stands in the way of a plan, whatever it claims. */
export function earnedStage(workspace: Workspace): Stage | undefined {
  if (!isReadable(workspace)) return undefined;
  let earned: Stage | undefined;
  for (const stage of STAGES) {
    const { file } = workspace;
    const judged = file.stage === stage ? workspace : supposing(workspace, judgedAt(file, stage), []);
    if (blockersAt(judged, runAllRules(judged, rules, everyRule)).length > 0) return earned;
    earned = stage;
  }
  return earned;
}

import { STAGES, type Stage } from "../language/types.ts";
import { applies, isSwitchedOff } from "../rules/applies.ts";
import { ruleById } from "../rules/every-rule.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/registry.ts";
import { runRule } from "../rules/run.ts";
import { isStructural } from "../rules/silence.ts";
import { isWhole, judgedAt } from "../syntax/plan-file.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import { supposing } from "../workspace/supposing.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { blockersIn, raise } from "./raised.ts";

/** What all rules find in a plan, those included that the configuration switches off, but for those that sum up others. */
export function findingsIn(checked: CheckedPlan): Finding[] {
  const { workspace } = checked;
  return rules
    .filter((rule) => !rule.check.Findings && (applies(rule, workspace) || isSwitchedOff(rule, workspace)))
    .flatMap((rule) => runRule(rule, checked, ruleById));
}

/** Could all of the plan be read, and all the catalogs that it imports? */
export function isReadable({ file, imports, catalogs }: Workspace): boolean {
  return [file, ...catalogs].every(isWhole) && imports.every(({ problem }) => problem === undefined);
}

/**
 * The last stage that nothing stands in the way of, whatever the plan claims. What stands in the way of a stage stands in
 * the way of those after it too, so only the stages around its own need to be tried.
 *
 * @param blockers what stands in the way of the stage that the plan is judged at
 */
export function earnedStage(workspace: Workspace, blockers: readonly Finding[]): Stage | undefined {
  const at = STAGES.indexOf(workspace.file.stage);
  const isFree = (stage: Stage | undefined) => stage !== undefined && blockersAt(workspace, stage).length === 0;
  if (!isReadable(workspace) || blockers.some(({ rule }) => isStructural(ruleById.get(rule)))) return undefined;
  if (blockers.length > 0) return STAGES.slice(0, at).findLast(isFree);
  let earned = at;
  while (isFree(STAGES[earned + 1])) earned++;
  return STAGES[earned];
}

function blockersAt(workspace: Workspace, stage: Stage): Finding[] {
  const checked = new CheckedPlan(supposing(workspace, judgedAt(workspace.file, stage), []));
  return blockersIn(raise(findingsIn(checked), checked), checked);
}

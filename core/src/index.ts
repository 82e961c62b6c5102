/** The whole public face of the core: server, command line, client views and tests import nothing else of it. */

export { type LinkedText, readLinkedText } from "./artifacts/read-artifact.ts";
export { buildStart } from "./changes/build-time.ts";
export type {
  Change,
  ChangedValue,
  ChangeKind,
  CompareOptions,
  JudgedBy,
  NotCompared,
  PlanDifference,
} from "./changes/change.ts";
export type { ChangeExample, ChangeRule } from "./changes/change-rule.ts";
export { comparePlans, judgeComparison } from "./changes/compare-plans.ts";
export { Comparison } from "./changes/comparison.ts";
export { isLivePlan } from "./changes/removed-plan.ts";
export { changeRules } from "./changes/rules/registry.ts";
export { indentUnit } from "./edits/map-writer.ts";
export { applyEdits, type TabStop, type TextEdit } from "./edits/text-edit.ts";
export {
  type Call,
  type CallItem,
  type CallKey,
  callsFrom,
  callsTo,
  kindInWords,
  prepareCalls,
} from "./features/call-hierarchy/index.ts";
export {
  CODE_ACTION_KINDS,
  type CodeAction,
  type CodeActionKind,
  type CodeActionOptions,
  codeActions,
  type Load,
} from "./features/code-actions/index.ts";
export { type CodeLens, standingLens, usesLenses } from "./features/code-lenses.ts";
export { type CompleteOptions, type CompletionItem, type CompletionKind, complete } from "./features/complete/index.ts";
export type { FolderEntry, NearbyFiles } from "./features/complete/nearby-files.ts";
export { type DefinitionAnswer, type DefinitionTarget, define } from "./features/define.ts";
export { type DefinedSymbol, definedSymbols, isMeantBy } from "./features/defined-symbols.ts";
export { type Explanation, everyName, explain } from "./features/explain/index.ts";
export { explainRule } from "./features/explain/rule.ts";
export { type Fold, folds } from "./features/folds.ts";
export { type FormatOptions, format, formatTyped } from "./features/format.ts";
export { type Highlight, highlights } from "./features/highlights.ts";
export { type Hover, type HoverOptions, hover } from "./features/hover/index.ts";
export { documentAt } from "./features/hover/link.ts";
export { type InlayHint, inlayHints } from "./features/inlay-hints.ts";
export { links, type PlanLink } from "./features/links.ts";
export type { Moved } from "./features/moved-link.ts";
export { nextPlaceholder } from "./features/next-placeholder.ts";
export { organizeSections } from "./features/organize-sections.ts";
export { type InlineRun, inlineRuns, plainText } from "./features/plain-text.ts";
export { type ReferencesOptions, references } from "./features/references.ts";
export { prepareRename, type Refusal, type Renameable, rename } from "./features/rename.ts";
export { movedBy, type RenameFilesOptions, renameFiles } from "./features/rename-files.ts";
export { selections } from "./features/selections.ts";
export { type SemanticToken, semanticTokens, type TokenKind } from "./features/semantic-tokens.ts";
export { type PlanSymbol, symbols } from "./features/symbols.ts";
export { jsonSchema } from "./generate/json-schema.ts";
export { referencePage } from "./generate/reference.ts";
export * as language from "./language/index.ts";
export { isProfile, PROFILES, type ProfileId } from "./language/profiles.ts";
export { idFrom } from "./new-plan/id-from.ts";
export type { MetricTemplate } from "./new-plan/metric-template.ts";
export { type NewPlan, newPlan, newPlanSnippet, rolesNamed } from "./new-plan/new-plan.ts";
export { type Autonomy, PLAN_KINDS, type PlanKind } from "./new-plan/plan-kinds.ts";
export type { Cost, CostCurve, CurvePoint, OperatingPoint } from "./pictures/cost.ts";
export type { Day, Figure, Words } from "./pictures/datum.ts";
export type { Alarm, CalledReview, Escalation } from "./pictures/escalation.ts";
export type { Ladder, LadderGate, LadderStep } from "./pictures/ladder.ts";
export type { LoadLimit, LoadPicture } from "./pictures/load.ts";
export { LONGEST_CHAIN, type Paged, type PagingPath } from "./pictures/paging.ts";
export { type Pictures, picturesOf, withPlaces } from "./pictures/pictures.ts";
export { ENVIRONMENTS, type Environment, type Source, type Sources, USES, type Use } from "./pictures/sources.ts";
export {
  type MeasuredFigure,
  MOMENTS,
  type Moment,
  type MomentFigure,
  type TargetScale,
  type Targets,
} from "./pictures/targets.ts";
export { EVENT_KINDS, type EventKind, type Timeline, type TimelineEvent } from "./pictures/timeline.ts";
export * from "./principles/index.ts";
export * from "./quantity/index.ts";
export { SCORE_METHOD } from "./readiness/method.ts";
export {
  type NextStep,
  type PrincipleStanding,
  type PrincipleStatus,
  type Readiness,
  readinessOf,
  type Unjudged,
} from "./readiness/readiness.ts";
export { everyRule, ruleById } from "./rules/every-rule.ts";
export {
  type Acceptance,
  type Finding,
  type Fix,
  inOrderOfText,
  type SilencedFinding,
  type Silencer,
} from "./rules/finding.ts";
export { type DoneFix, type FixAllOptions, type FixedPlan, fixAll, safeRepair } from "./rules/fix-all.ts";
export { FIX_KINDS, type FixKind } from "./rules/fix-kinds.ts";
export { rules } from "./rules/registry.ts";
export type { BadExample, Rule, RuleFacts } from "./rules/rule.ts";
export { ruleIds } from "./rules/rule-ids.ts";
export { type Outcome, runAllRules, runRules } from "./rules/run.ts";
export { heaviestFirst, SEVERITIES, type Severity, severityAt } from "./rules/severity.ts";
export { isStructural } from "./rules/silence.ts";
export { standpointOf } from "./rules/standpoint.ts";
export { headlineOf } from "./rules/words.ts";
export { isWhole, judgedAt, type PlanFile, readPlanFile } from "./syntax/plan-file.ts";
export { CheckedPlan, type Place } from "./workspace/checked-plan.ts";
export {
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  noSuchProfile,
  noSuchRule,
  type Overrides,
  overriding,
  RULE_LEVELS,
  type RuleLevel,
  readConfig,
} from "./workspace/config.ts";
export { didYouMean } from "./workspace/did-you-mean.ts";
export { type FileLink, fileLinks } from "./workspace/file-links.ts";
export { isIgnored } from "./workspace/ignored.ts";
export type { Link, LinkProblem } from "./workspace/linked-files.ts";
export { fileName, isInside, normalUri, resolveLink } from "./workspace/links.ts";
export {
  type Clock,
  type LoadOptions,
  loadWorkspace,
  type ReadOutcome,
  type ReadProblem,
  type Workspace,
} from "./workspace/workspace.ts";

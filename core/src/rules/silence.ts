import type { Waiver } from "../language/index.ts";
import { compareDates } from "../quantity/index.ts";
import type { IgnoreComment } from "../syntax/ignore-comments.ts";
import type { NodeOf } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Finding, SilencedFinding } from "./finding.ts";
import type { RuleFacts } from "./rule.ts";
import { lighter } from "./severity.ts";
import { followPath } from "./waiver-path.ts";

/** Findings as the author and the configuration leave them, and those that an ignore comment covers. */
export interface Sorted {
  readonly kept: readonly Finding[];
  readonly ignored: readonly SilencedFinding[];
}

/**
 * What the author and the configuration have to say on findings: levels of the configuration, then ignore comments,
 * then waivers. An error that every stage has (a broken plan, not a judgement) is neither ignored nor waived.
 */
export function silence(
  findings: readonly Finding[],
  checked: CheckedPlan,
  known: ReadonlyMap<string, RuleFacts>,
): Sorted {
  const levels = checked.workspace.config.rules;
  const kept: Finding[] = [];
  const ignored: SilencedFinding[] = [];
  for (const finding of findings) {
    const level = levels.get(finding.rule);
    const levelled = level && level !== "off" ? { ...finding, severity: level } : finding;
    const isFixed = isStructural(known.get(finding.rule));
    const [ignore] = isFixed ? [] : ignoresOf(checked, finding);
    if (ignore) ignored.push({ finding: levelled, by: { kind: "comment", ...commentOf(ignore, checked) } });
    else kept.push(isFixed ? levelled : accepted(levelled, waiverOf(checked, finding), checked));
  }
  return { kept, ignored };
}

/** A finding of a rule that the configuration switches off. */
export function switchedOff(finding: Finding, { config: { uri } }: Workspace): SilencedFinding {
  return { finding, by: { kind: "configuration", ...(uri === undefined ? {} : { uri }) } };
}

function commentOf({ reason, start, end }: IgnoreComment, { file: { uri } }: CheckedPlan) {
  return { reason, place: { uri, start, end } };
}

/** Does the rule report a broken plan, whatever its stage? Then it can't be silenced in the plan itself. */
export function isStructural(rule: RuleFacts | undefined): boolean {
  return rule?.severity.proposal === "error";
}

/** The ignore comments of the plan that cover a finding. */
export function ignoresOf({ file }: CheckedPlan, { rule, place }: Finding): IgnoreComment[] {
  if (place.uri !== file.uri) return [];
  return file.ignores.filter(
    ({ rule: ignored, reason, covers }) =>
      ignored === rule && reason !== "" && covers.start <= place.start && place.start <= covers.end,
  );
}

/** What a waiver must say to count: a risk that nobody took, or that never ends, is not accepted. */
export const REQUIRED_OF_WAIVERS = ["reason", "approved-by", "expires"] as const;

/** What is left of a finding that a waiver covers: information, which says that somebody took the risk, and where. */
function accepted(finding: Finding, waiver: NodeOf<typeof Waiver> | undefined, checked: CheckedPlan): Finding {
  const approver = waiver?.get("approved-by")?.value;
  const reason = waiver?.get("reason")?.value;
  const expires = waiver?.get("expires")?.value;
  if (!waiver?.key || approver === undefined || reason === undefined || !expires) return finding;
  const place = checked.place(waiver.key);
  return {
    ...finding,
    severity: lighter(finding.severity, "info"),
    accepted: { approver, reason, expires: expires.text, place },
    message: `${finding.message} Accepted by \`${approver}\` until ${expires.text}.`,
    related: [...finding.related, { place, message: "The waiver that accepts it" }],
  };
}

/** The waiver that covers a finding: one that is complete covers its rule, at the path of keys it names or everywhere, until it expires. */
function waiverOf(checked: CheckedPlan, finding: Finding): NodeOf<typeof Waiver> | undefined {
  const waiver = checked.file.root.get("waivers")?.get(finding.rule) as NodeOf<typeof Waiver> | undefined;
  const expires = waiver?.get("expires")?.value;
  if (!waiver || !expires || REQUIRED_OF_WAIVERS.some((name) => waiver.get(name)?.value === undefined))
    return undefined;
  const { clock } = checked.workspace;
  if (clock && compareDates(clock.date, expires) > 0) return undefined;
  const at = waiver.get("at")?.value;
  return at === undefined || covers(checked, at, finding) ? waiver : undefined;
}

function covers(checked: CheckedPlan, path: string, { place, missing }: Finding): boolean {
  const { file } = checked;
  const { node, rest } = followPath(file.root, path);
  const [absent] = rest;
  if (absent !== undefined) {
    if (rest.length > 1 || missing?.object !== node) return false;
    return missing.lacks.every(({ name, alternatives }) => name === absent || alternatives?.includes(absent));
  }
  const from = node.key && node.parent?.kind !== "list" ? checked.place(node.key) : checked.place(node);
  const to = checked.place(node);
  return place.uri === file.uri && from.start <= place.start && place.end <= Math.max(from.end, to.end);
}

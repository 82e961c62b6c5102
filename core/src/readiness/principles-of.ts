import { isDueBy } from "../language/types.ts";
import { type PrincipleId, principles } from "../principles/index.ts";
import { gravestFirst } from "../rules/blockers.ts";
import { ruleById } from "../rules/every-rule.ts";
import type { Finding } from "../rules/finding.ts";
import { keyNameOf, keyOf } from "../rules/key-of.ts";
import { pathOfKey } from "../rules/waiver-path.ts";
import { scalarAt } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { dueFrom } from "./due-from.ts";
import { type Item, met } from "./items.ts";
import type { Raised } from "./raised.ts";
import type { PrincipleStanding, PrincipleStatus, Unjudged } from "./readiness.ts";
import { shareOf } from "./score.ts";

/** With less than this of what must be there a principle counts as missing: a line or two make no start. */
const LEAST_THERE = 1 / 2;

/** How a plan stands on each of the principles. */
export function principlesOf(
  checked: CheckedPlan,
  raised: readonly Raised[],
  items: ReadonlyMap<PrincipleId, readonly Item[]>,
): PrincipleStanding[] {
  const against = new Map<PrincipleId, Raised[]>();
  for (const one of raised)
    for (const id of principlesAgainst(one.finding, checked, items)) against.set(id, [...(against.get(id) ?? []), one]);
  return principles.map((principle) => {
    const own = against.get(principle.id) ?? [];
    const open = own.filter(({ silenced }) => !silenced).map(({ finding }) => finding);
    const from = dueFrom(principle.id);
    const isDue = isDueBy(from, checked.file.stage);
    const counted = isDue ? (items.get(principle.id) ?? []) : [];
    const share = shareOf(counted);
    return {
      principle,
      status: own.length === 0 && !isDue ? "not-yet-due" : statusOf(counted, share, own.length),
      dueFrom: from,
      share,
      findings: open.filter(({ accepted }) => !accepted).sort(gravestFirst(checked)),
      silenced: own.flatMap(({ silenced }) => silenced ?? []),
      accepted: open.filter(({ accepted }) => accepted).sort(gravestFirst(checked)),
      unjudged: unjudgedIn(counted),
    };
  });
}

/** Where a rule was silent for want of something, each want once. */
function unjudgedIn(items: readonly Item[]): Unjudged[] {
  return items.flatMap(({ kind, flaws }) => {
    const silent = kind === "check" ? flaws.filter(({ findings }) => findings.length === 0) : [];
    const lacks = new Set(silent.flatMap((flaw) => flaw.lacks));
    return [...lacks].map((path) => ({ rule: silent[0]?.rule ?? "", lacks: path }));
  });
}

function statusOf(items: readonly Item[], share: number, against: number): PrincipleStatus {
  if (share === 1 && against === 0) return "met";
  const musts = items.filter(({ kind }) => kind === "must");
  const there = musts.reduce((sum, must) => sum + met(must), 0);
  return musts.length > 0 && there < musts.length * LEAST_THERE ? "missing" : "partly";
}

/** Those that a finding counts for, and the one that takes the value for missing at which it stands. */
function principlesAgainst(
  finding: Finding,
  checked: CheckedPlan,
  items: ReadonlyMap<PrincipleId, readonly Item[]>,
): Set<PrincipleId> {
  const found = principlesOfFinding(finding, checked);
  const { missing, place } = finding;
  const value = missing || place.uri !== checked.file.uri ? undefined : scalarAt(checked.file, place.start);
  const principle = value && keyOf(value)?.principle;
  if (!principle) return found;
  const holder = (value.parent?.kind === "list" ? value.parent.parent : value.parent) ?? checked.file.root;
  if (holder.kind !== "map") return found;
  const path = pathOfKey(checked.file, holder, keyNameOf(value));
  const isGap = ({ kind, flaws }: Item) => kind === "must" && flaws.some(({ lacks }) => lacks.includes(path));
  return items.get(principle)?.some(isGap) ? found.add(principle) : found;
}

/**
 * The principles that a finding counts for: those that the keys serve which it says are missing, or the one that serves the key
 * which is left open; else that of its rule.
 */
export function principlesOfFinding({ rule, missing, place }: Finding, { file }: CheckedPlan): Set<PrincipleId> {
  if (rule === "missing-key" && missing)
    return new Set(missing.lacks.flatMap(({ key }) => (isDueBy(key.due, file.stage) ? [key.principle] : [])));
  const left = rule === "placeholder-left" && place.uri === file.uri ? scalarAt(file, place.start) : undefined;
  const principle = (left && keyOf(left)?.principle) ?? ruleById.get(rule)?.principle;
  return new Set(principle ? [principle] : []);
}

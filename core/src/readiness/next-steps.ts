import type { PrincipleId } from "../principles/index.ts";
import type { Finding } from "../rules/finding.ts";
import { heaviestFirst } from "../rules/severity.ts";
import { headlineOf } from "../rules/words.ts";
import { containerType } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Item } from "./items.ts";
import type { Musts } from "./musts.ts";
import type { Raised } from "./raised.ts";
import type { NextStep } from "./readiness.ts";
import { settled } from "./settled.ts";

/** More than these are a list that nobody reads. */
const MOST_STEPS = 5;

/** What gains are reckoned from. */
export interface Reckoning {
  /** The plan as it counts. */
  readonly counted: CheckedPlan;
  readonly musts: Musts;
  readonly items: ReadonlyMap<PrincipleId, readonly Item[]>;
  /** The points of a plan in which items are these, and nothing stands in its way. */
  readonly pointsWith: (items: ReadonlyMap<PrincipleId, readonly Item[]>, isClear: boolean) => number;
  readonly isClear: boolean;
  readonly blockers: ReadonlySet<Finding>;
}

/** The changes that bring a plan forward most, the best first. */
export function nextSteps(raised: readonly Raised[], reckoning: Reckoning): NextStep[] {
  const { blockers, pointsWith, items, isClear, counted, musts } = reckoning;
  const now = pointsWith(items, isClear);
  const alike = new Map<string, Finding[]>();
  for (const { finding, silenced } of raised) {
    if (silenced || finding.accepted) continue;
    const kind = likenessOf(finding);
    alike.set(kind, [...(alike.get(kind) ?? []), finding]);
  }
  const steps = [...alike.values()].flatMap((same): NextStep[] => {
    const [finding, ...others] = same.sort(heaviestFirst);
    if (!finding) return [];
    const left = [...blockers].filter((blocker) => !same.includes(blocker)).length;
    const after = settled(items, same, musts, counted);
    const then = pointsWith(after, isClear || (left === 0 && isWhole(after)));
    const title = headlineOf(finding.message);
    const gain = Math.floor((then - now) * 10 + 1e-6) / 10;
    return [{ title, gain, blocks: same.some((one) => blockers.has(one)), finding, others: others.length }];
  });
  return steps.sort(bestFirst).slice(0, MOST_STEPS);
}

/** Of a part that can't be read nobody says what it lacks: with that settled, more will stand in the way. */
function isWhole(items: Reckoning["items"]): boolean {
  return [...items.values()].every((own) => own.every(({ kind, flaws }) => kind === "check" || flaws.length === 0));
}

/** Findings are alike that say the same of different places. */
function likenessOf({ rule, missing }: Finding): string {
  if (!missing) return rule;
  const type = containerType(missing.object);
  return [rule, type?.kind === "object" ? type.name : "", ...missing.lacks.map(({ name }) => name)].join(" ");
}

function bestFirst(a: NextStep, b: NextStep): number {
  const canFix = ({ finding }: NextStep) => finding.fixes.some(({ preferred }) => preferred);
  return (
    Number(b.blocks) - Number(a.blocks) ||
    b.gain - a.gain ||
    Number(canFix(b)) - Number(canFix(a)) ||
    heaviestFirst(a.finding, b.finding) ||
    a.finding.place.start - b.finding.place.start
  );
}

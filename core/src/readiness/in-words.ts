import type { Stage } from "../language/types.ts";

/** Where a plan stands in figures, however else it is described. */
export interface StandingFigures {
  /** 0 to 100, a whole number. */
  readonly score: number;
  readonly claimed?: Stage | undefined;
  readonly earned?: Stage | undefined;
  readonly blockers: readonly unknown[];
}

/** `74/100`: the same in every view. */
export function scoreInWords({ score }: Pick<StandingFigures, "score">): string {
  return `${score}/100`;
}

/** The stage that a plan earns, beside the one that it claims where that is another: `earns build, claims pilot`. */
export function stagesInWords({ claimed, earned }: Pick<StandingFigures, "claimed" | "earned">): string {
  const earns = earned === undefined ? "earns no stage yet" : `earns ${earned}`;
  if (claimed === undefined) return `${earns}, claims none`;
  return claimed === earned ? earns : `${earns}, claims ${claimed}`;
}

/** What stands between a plan and the stage that it is judged at; nothing where nothing does. */
export function blockersInWords({ blockers }: Pick<StandingFigures, "blockers">): string | undefined {
  return blockers.length === 0 ? undefined : `${blockers.length} to settle`;
}

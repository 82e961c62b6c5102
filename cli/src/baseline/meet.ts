import { SEVERITIES } from "@aiplan/core";
import type { ReportedFinding } from "../report/file-report.ts";
import type { KnownFinding } from "./baseline-file.ts";

/**
 * What a finding is to a baseline: `unchanged` is in it; `updated` as well, but it weighs more by now, or more is missing;
 * `new` is not.
 */
export type BaselineState = "unchanged" | "updated" | "new";

type Meets = (finding: ReportedFinding, known: KnownFinding) => boolean;

/** The closest first, so that of several in one place none takes what is closer to another. */
const WAYS_TO_MEET: readonly { readonly state: BaselineState; readonly meets: Meets }[] = [
  {
    state: "unchanged",
    meets: (finding, known) => finding.severity === known.severity && lacksTheSame(finding, known),
  },
  { state: "unchanged", meets: (finding, known) => !isHeavier(finding, known) && lacksNoMore(finding, known) },
  { state: "updated", meets: () => true },
];

/** A known finding that is there no more. */
export interface GoneFinding extends Omit<KnownFinding, "count"> {
  /** How many findings of its rule in the same place came before it, if it came last of all. */
  readonly before: number;
}

export interface Met {
  /** In the order of the findings. */
  readonly states: readonly BaselineState[];
  readonly gone: readonly GoneFinding[];
}

/** Holds the findings of a plan against what is known of it. Each of those is met once: equal ones are counted. */
export function meet(findings: readonly ReportedFinding[], known: readonly KnownFinding[]): Met {
  const left = known.map(({ count }) => count);
  const byPlace = new Map<string, number[]>();
  for (const [index, one] of known.entries()) byPlace.set(placeOf(one), [...(byPlace.get(placeOf(one)) ?? []), index]);
  const states: BaselineState[] = findings.map(() => "new");
  const open = new Set(findings.keys());
  for (const { state, meets } of WAYS_TO_MEET)
    for (const index of open) {
      const finding = findings[index]!;
      const place = placeOf({ rule: finding.rule, ...finding.identity });
      const met = byPlace.get(place)?.find((one) => left[one]! > 0 && meets(finding, known[one]!));
      if (met === undefined) continue;
      left[met]!--;
      states[index] = state;
      open.delete(index);
    }
  const inPlace = new Map<string, number>();
  const next = (place: string) => {
    const before = inPlace.get(place) ?? 0;
    inPlace.set(place, before + 1);
    return before;
  };
  for (const { rule, identity } of findings) next(placeOf({ rule, ...identity }));
  const gone = known.flatMap(({ count: _, ...one }, index) =>
    Array.from({ length: left[index]! }, () => ({ ...one, before: next(placeOf(one)) })),
  );
  return { states, gone };
}

function placeOf({ rule, file, at }: Pick<KnownFinding, "rule" | "file" | "at">): string {
  return JSON.stringify([rule, file, at]);
}

function isHeavier({ severity }: ReportedFinding, known: KnownFinding): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(known.severity);
}

function lacksNoMore({ identity: { missing = [] } }: ReportedFinding, known: KnownFinding): boolean {
  return missing.every((key) => known.missing?.includes(key));
}

function lacksTheSame({ identity: { missing = [] } }: ReportedFinding, known: KnownFinding): boolean {
  return missing.join() === (known.missing ?? []).join();
}

import { heaviestFirst } from "@aiplan/core";
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

/** Known findings that are there no more. */
export interface GoneFinding extends KnownFinding {
  /** How many findings of the rule are still in that place: as if those that are gone had come last. */
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
  const lacking = [...known.keys()].filter((one) => known[one]!.missing !== undefined);
  for (const index of open) {
    const covered = lacking.find((one) => covers(known[one]!, findings[index]!));
    if (covered === undefined) continue;
    states[index] = "unchanged";
    left[covered] = Math.max(0, left[covered]! - 1);
  }
  const inPlace = new Map<string, number>();
  for (const { rule, identity } of findings) addTo(inPlace, placeOf({ rule, ...identity }), 1);
  const gone = known.flatMap((one, index) => {
    const count = left[index]!;
    return count > 0 ? [{ ...one, count, before: addTo(inPlace, placeOf(one), count) }] : [];
  });
  return { states, gone };
}

/** Adds to a count, and returns what it was. */
function addTo(counts: Map<string, number>, key: string, more: number): number {
  const before = counts.get(key) ?? 0;
  counts.set(key, before + more);
  return before;
}

/**
 * Was all of it missing when the baseline was written, of which now a part is there? Who begins to write what is missing is
 * not to be told of the rest as if it were new.
 */
function covers(known: KnownFinding, finding: ReportedFinding): boolean {
  const { rule, identity } = finding;
  if (rule !== known.rule || identity.file !== known.file || isHeavier(finding, known)) return false;
  const wholes = known.missing?.map((key) => (known.at === "" ? key : `${known.at}.${key}`)) ?? [];
  return identity.missing !== undefined && wholes.some((whole) => `${identity.at}.`.startsWith(`${whole}.`));
}

function placeOf({ rule, file, at }: Pick<KnownFinding, "rule" | "file" | "at">): string {
  return JSON.stringify([rule, file, at]);
}

function isHeavier(finding: ReportedFinding, known: KnownFinding): boolean {
  return heaviestFirst(finding, known) < 0;
}

function lacksNoMore({ identity: { missing = [] } }: ReportedFinding, known: KnownFinding): boolean {
  return missing.every((key) => known.missing?.includes(key));
}

function lacksTheSame({ identity: { missing = [] } }: ReportedFinding, known: KnownFinding): boolean {
  return missing.join() === (known.missing ?? []).join();
}

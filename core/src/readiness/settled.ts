import type { PrincipleId } from "../principles/index.ts";
import type { Finding } from "../rules/finding.ts";
import type { MapNode } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Flaw, Item } from "./items.ts";
import type { Musts } from "./musts.ts";

type Items = ReadonlyMap<PrincipleId, readonly Item[]>;

/** The items as they would be with some findings settled for good: what could not be judged for want of it then holds. */
export function settled(items: Items, findings: readonly Finding[], musts: Musts, checked: CheckedPlan): Items {
  const there = new Set(pathsOf(findings, musts, checked));
  const isThere = (path: string): boolean => {
    const end = path.lastIndexOf(".");
    return there.has(path) || (end > 0 && isThere(path.slice(0, end)));
  };
  const isSettled = (flaw: Flaw) =>
    flaw.lacks.every(isThere) && flaw.findings.every((one) => findings.some((finding) => isSame(one, finding)));
  return new Map(
    [...items].map(([id, own]) => [
      id,
      own.map((item) =>
        item.flaws.some(isSettled) ? { ...item, flaws: item.flaws.filter((flaw) => !isSettled(flaw)) } : item,
      ),
    ]),
  );
}

/** The paths of what is due and will be there: what findings say is missing, or where they stand at what can't be relied on. */
function pathsOf(findings: readonly Finding[], musts: Musts, checked: CheckedPlan): string[] {
  const gaps = musts.all.flatMap((must) => must.gaps);
  return findings.flatMap(({ missing, place }) =>
    gaps
      .filter(({ object, lack }) => {
        if (missing) return isSamePlace(missing.object, object) && missing.lacks.some(({ name }) => name === lack.name);
        const value = object.entry(lack.name)?.value;
        if (value === undefined || value.kind === "map" || place.uri !== checked.file.uri) return false;
        const { start, end } = checked.place(value);
        return start <= place.start && place.end <= end;
      })
      .map(({ path }) => path),
  );
}

/** The same object, be it read once or twice. */
function isSamePlace(a: MapNode, b: MapNode): boolean {
  return a.section?.name === b.section?.name && a.start === b.start && a.section?.uri === b.section?.uri;
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.place.start === b.place.start && a.place.uri === b.place.uri;
}

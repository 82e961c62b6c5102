import type { MapNode, Node, ScalarNode } from "../syntax/nodes.ts";
import type { ChangeContext, Judgement } from "./change-context.ts";
import { type Consequence, moved, reportLost, reportMoved } from "./judging.ts";
import { saysNothing } from "./meaning.ts";

type Report = Judgement & Pick<Consequence, "severity">;

/** The keys that bound what an alarm or a gate lets pass: the lowest value, the highest, or both as a range. */
export interface BoundKeys {
  readonly low: string;
  readonly high: string;
  readonly range: string;
}

export interface BoundWords {
  /** A bound has moved outwards. */
  readonly wider: Report;
  /** There is no bound on a side any more. */
  readonly open: (side: "low" | "high") => Report;
  /** There is none at all. */
  readonly lost: Consequence;
}

/** Says that more passes than did: a bound moved outwards, or is gone, under whichever key it stands. */
export function judgeBounds(
  before: MapNode,
  after: MapNode,
  keys: BoundKeys,
  { wider, open, lost }: BoundWords,
  context: ChangeContext,
): void {
  const names = [keys.low, keys.high, keys.range];
  const left = names.flatMap((name) => after.entry(name)?.value ?? []).filter((node) => !saysNothing(node));
  if (left.length === 0) {
    for (const name of names) reportLost(before, after, name, lost, context);
    return;
  }
  for (const side of ["low", "high"] as const) {
    const [was, is] = [before, after].map((node) => boundOf(node, keys, side));
    const worse = side === "low" ? "lower" : "higher";
    if (!was?.value) continue;
    if (is && was.key && is.key) reportMoved(was, is, worse, wider, context);
    else if (moved(was, is) === worse) {
      const [range, rangeNow] = [before, after].map((node) => node.entry(keys.range)?.value);
      context.report({ before: range ?? was, after: rangeNow ?? is }, wider, wider);
      // Of both ends of a range one sentence tells.
      return;
    } else if (!is && left.every(canBeRead)) {
      const report = open(side);
      context.report({ before: was, after: left[0] }, report, report);
    }
  }
}

/** The bound on a side, by itself or as an end of a range. */
function boundOf(node: MapNode, keys: BoundKeys, side: "low" | "high"): ScalarNode | undefined {
  const alone = node.entry(keys[side])?.value;
  if (alone?.kind === "scalar" && !saysNothing(alone)) return alone;
  const range = node.entry(keys.range)?.value;
  const end = range?.kind === "list" ? range.all[side === "low" ? 0 : 1] : undefined;
  return end?.kind === "scalar" && !saysNothing(end) ? end : undefined;
}

function canBeRead(node: Node): boolean {
  const parts = node.kind === "list" ? node.all : [node];
  return parts.every((part) => part.kind === "scalar" && part.value !== undefined);
}

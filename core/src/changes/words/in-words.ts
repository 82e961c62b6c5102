import type { Node } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { Change, ChangedValue } from "../change.ts";
import type { Difference } from "../comparison.ts";
import type { Versions } from "../meaning.ts";
import { sentenceOf } from "./sentence.ts";

/** A change as its readers see it, but for its judgement. */
export function inWords(difference: Difference, { before, after }: Versions): Omit<Change, "judgement"> {
  return {
    path: difference.path.join("."),
    kind: difference.kind,
    words: sentenceOf(difference),
    ...(difference.before ? { before: valueIn(before.checked, difference.before, difference) } : {}),
    ...(difference.after ? { after: valueIn(after.checked, difference.after, difference) } : {}),
  };
}

const LONGEST = 200;

function valueIn(checked: CheckedPlan, node: Node, { kind }: Difference): ChangedValue {
  const key = node.key && node.parent?.kind !== "list" ? node.key : undefined;
  const at = kind === "renamed" && key ? key : node;
  const place = checked.place(at);
  const written = at.kind === "scalar" ? at.text : checked.fileOf(place.uri).text.slice(place.start, place.end);
  const line = written.trim().replace(/\s+/g, " ");
  const text = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  return { text, place: node.kind === "scalar" || !key ? place : checked.place(key) };
}

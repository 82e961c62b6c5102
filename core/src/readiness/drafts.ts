import { isDueBy, type Key, keysOf } from "../language/types.ts";
import { containerType, type MapNode, type Node, walk } from "../syntax/nodes.ts";
import { judgedAt, type PlanFile, readPlanFile, spanIn } from "../syntax/plan-file.ts";
import { CheckedPlan } from "../workspace/checked-plan.ts";
import { supposing } from "../workspace/supposing.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** An entry with a placeholder in which no more than this is answered of what is due. */
const MOST_OF_A_DRAFT = 0.4;

/**
 * The plan without the entries that are only begun, such as an alarm that is still made of placeholders: they change nothing
 * until they say something. All that is left stands where it stood.
 */
export function withoutDrafts(workspace: Workspace): Workspace {
  const { file } = workspace;
  if (!file.problems.some(({ kind }) => kind === "placeholder")) return workspace;
  const text = draftsIn(workspace).reduce((left, draft) => blanked(left, file, draft), file.text);
  if (text === file.text) return workspace;
  const read = readPlanFile(file.uri, text);
  if (read.syntax.length > file.syntax.length) return workspace;
  return supposing(workspace, file.isStageSupposed ? judgedAt(read, file.stage) : read, []);
}

/** The entries under ids of the author's own that are only begun, without those inside of others. */
function draftsIn(workspace: Workspace): MapNode[] {
  const { due, file } = new CheckedPlan(workspace);
  const known = new Map<MapNode, boolean>();
  const drafts = [...file.objects.values()].flat().filter((object) => isEntry(object) && isDraft(object));
  return drafts.filter((object) => !drafts.some((other) => other !== object && isInside(object, other)));

  function isDraft(object: MapNode): boolean {
    const before = known.get(object);
    if (before !== undefined) return before;
    const type = containerType(object);
    const hasPlaceholder = [...walk(object)].some((node) => node.kind === "scalar" && node.isPlaceholder);
    if (!type || object.borrowed || !hasPlaceholder) return false;
    const isDue = ({ due: from }: Key) => from !== undefined && isDueBy(from, file.stage);
    const present = Object.entries<Key>(keysOf(type)).filter(([name, key]) => isDue(key) && object.has(name));
    const answered = present.filter(([name]) => isAnswered(object.entry(name)?.value)).length;
    const absent = due.lackedBy(object).filter(({ key }) => isDue(key)).length;
    const draft = answered <= MOST_OF_A_DRAFT * (present.length + absent);
    known.set(object, draft);
    return draft;
  }

  function isAnswered(value: Node | undefined): boolean {
    if (value?.kind === "scalar") return !value.isPlaceholder;
    if (value?.kind !== "list") return value !== undefined;
    return value.all.some((item) => (item.kind === "map" ? !isDraft(item) : isAnswered(item)));
  }
}

function isEntry(object: MapNode): boolean {
  const holder = object.parent;
  return holder?.kind === "map" && containerType(holder)?.kind === "map";
}

function isInside(object: MapNode, other: MapNode): boolean {
  for (let at: Node | undefined = object.parent; at; at = at.parent) if (at === other) return true;
  return false;
}

/** The text with spaces in place of an entry, and of the comma that belongs to it. */
function blanked(text: string, file: PlanFile, entry: MapNode): string {
  const { start, end } = spanIn(file, entry);
  let from = entry.key ? spanIn(file, entry.key).start : start;
  let to = end;
  if (entry.parent?.kind === "map" && entry.parent.flow) {
    const comma = /^\s*,/.exec(text.slice(to))?.[0].length ?? 0;
    to += comma;
    if (comma === 0) from -= /,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0;
  }
  return text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, " ") + text.slice(to);
}

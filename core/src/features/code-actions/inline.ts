import { withoutGap } from "../../edits/definition-text.ts";
import { EditedText } from "../../edits/edited-text.ts";
import { spanToRemove } from "../../edits/remove-item.ts";
import type { TextEdit } from "../../edits/text-edit.ts";
import { lineEnd, lineStart, nextLine } from "../../edits/text-lines.ts";
import { sectionOfKind } from "../../language/sections.ts";
import type { Finding } from "../../rules/finding.ts";
import type { ListNode, ScalarNode } from "../../syntax/nodes.ts";
import { type PlanFile, readPlanFile, spanIn } from "../../syntax/plan-file.ts";
import type { Definition } from "../../syntax/structure.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { fileName } from "../../workspace/links.ts";
import { onceFor } from "../../workspace/once-for.ts";
import { touches } from "../locate.ts";
import type { ActionContext, CodeAction } from "./action.ts";
import {
  contentsOf,
  isSound,
  keyOf,
  linksStay,
  type Movable,
  movable,
  referencesIn,
  saysTheSame,
  writeInto,
} from "./copy-definitions.ts";
import { sameFindings } from "./same-findings.ts";

/** Makes the plan independent of a catalog that it imports at the cursor: what it uses of it becomes its own. */
export function inlining({ plan, findings, span }: ActionContext): CodeAction[] {
  const { file, workspace } = plan;
  const found = workspace.imports.find(
    ({ from, node, target }) => from === file && target && !node.borrowed && touches(spanIn(file, node), span.start),
  );
  if (!found?.target || file.kind !== "plan" || !isSound(file) || !isSound(found.target)) return [];
  const known = offersOf(plan);
  const offers = known.get(found.node) ?? inliningOf(plan, findings, found.node, found.target);
  known.set(found.node, offers);
  return offers;
}

/** Editors ask again with every move of the cursor, and each answer checks the plan anew. */
const offersOf = onceFor((_plan: CheckedPlan) => new Map<ScalarNode, CodeAction[]>());

function inliningOf(
  plan: CheckedPlan,
  findings: readonly Finding[],
  node: ScalarNode,
  catalog: PlanFile,
): CodeAction[] {
  const list = plan.file.root.get("imports");
  const copied = usedOf(plan, catalog);
  const result = list && copied && afterCopy(plan, copied, catalog, importRemoved(plan.file, list, node));
  if (!result || !sameFindings(plan.workspace, findings, [result.after])) return [];
  return [
    {
      title: `Copy what this plan uses of ${fileName(catalog.uri)} into the plan, and drop the import`,
      kind: "refactor.inline",
      preferred: false,
      createsFile: false,
      edits: () => result.edits,
    },
  ];
}

/** What the plan uses of a catalog, in the catalog's order; undefined where that is nothing, or can't be copied. */
function usedOf({ file, workspace, definitions }: CheckedPlan, catalog: PlanFile): Movable[] | undefined {
  const used = new Set<Definition>();
  const waiting = [...file.references];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { to, id } = next;
    const target = catalog.definitions.find((one) => one.kind === to && one.id === id);
    if (!target || used.has(target)) continue;
    if (definitions.all(to, id).length > 1 || !linksStay(catalog, target, file.uri, workspace.root)) return undefined;
    used.add(target);
    waiting.push(...referencesIn(catalog, target));
  }
  const copied = catalog.definitions.flatMap((one) => (used.has(one) ? (movable(catalog, one) ?? []) : []));
  return copied.length > 0 && copied.length === used.size ? copied : undefined;
}

function afterCopy(
  { file, workspace }: CheckedPlan,
  copied: readonly Movable[],
  { uri }: PlanFile,
  removal: readonly TextEdit[] | undefined,
): { readonly edits: TextEdit[]; readonly after: PlanFile } | undefined {
  if (!removal) return undefined;
  const edited = new EditedText(file.text);
  edited.apply(removal);
  if (!writeInto(edited, file.uri, workspace, copied, undefined)) return undefined;
  const after = readPlanFile(file.uri, edited.text);
  const expected = new Map(contentsOf(file));
  const lent = contentsOf(workspace.catalogs.find((one) => one.uri === uri)!);
  for (const { kind, id } of copied) {
    const key = keyOf(sectionOfKind[kind], id);
    expected.set(key, lent.get(key)!);
  }
  return isSound(after) && saysTheSame(after, expected) ? { edits: edited.edits(file.uri), after } : undefined;
}

/** Takes an import out of its list, and the list where it is the only one. A comment about it stays. */
function importRemoved(file: PlanFile, list: ListNode, node: ScalarNode): TextEdit[] | undefined {
  const { text, uri } = file;
  const items = list.all.map((item) => spanIn(file, item));
  const index = list.all.indexOf(node);
  const item = items[index];
  if (!item || list.borrowed) return undefined;
  if (items.length > 1) {
    const span = spanToRemove(text, items, index, list.flow);
    return span && [{ uri, ...span, newText: "" }];
  }
  const key = spanIn(file, list.section.key);
  const end = nextLine(text, Math.max(item.end, spanIn(file, list).end));
  if (!text.slice(key.start, end).replace(text.slice(item.start, item.end), "").includes("#"))
    return [{ uri, ...withoutGap(text, { start: key.start, end }), newText: "" }];
  if (list.flow) return [{ uri, ...item, newText: "" }];
  const dash = lineStart(text, item.start) + text.slice(lineStart(text, item.start)).indexOf("-");
  const blanks = /^[ \t]*/.exec(text.slice(item.end, lineEnd(text, item.end)))?.[0].length ?? 0;
  const colon = text.indexOf(":", key.end) + 1;
  return [
    { uri, start: colon, end: colon, newText: " []" },
    { uri, start: dash, end: item.end + blanks, newText: "" },
  ];
}

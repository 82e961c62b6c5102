import type { Stub } from "../../edits/stub.ts";
import { containerType } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { contextOf } from "./context.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import type { CompleteOptions, CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { MARKER, probe } from "./probe.ts";
import { completeIgnore } from "./rules.ts";
import { completeStubs } from "./stubs.ts";
import { completeValues } from "./values.ts";
import { wholeStub } from "./whole-stub.ts";

export type { CompleteOptions, CompletionItem, CompletionKind } from "./item.ts";

/**
 * What may be written at an offset (UTF-16) of the plan's text, in the order in which it is to be shown. Works on lines
 * that are only half typed; says nothing where the text is free.
 */
export function complete(plan: CheckedPlan, offset: number, options: CompleteOptions): CompletionItem[] {
  const { file } = plan;
  const cursor = cursorAt(file.text, offset, file.syntax.length === 0);
  if (!cursor) return [];
  const items =
    cursor.kind === "comment" ? completeIgnore(file.text, cursor.start, offset) : atCursor(plan, cursor, options);
  const labels = new Set<string>();
  const once = items.filter(({ label }) => !labels.has(label) && labels.add(label));
  return once.map((item, index) => ({ ...item, sortText: String(index).padStart(4, "0") }));
}

function atCursor(plan: CheckedPlan, cursor: Cursor, options: CompleteOptions): CompletionItem[] {
  const items: CompletionItem[] = [];
  if (cursor.kind === "key" || cursor.kind === "line") {
    const slot = probe(plan.file, cursor, "key");
    if (slot) items.push(...completeKeys(contextOf(plan, cursor, slot, options)));
  }
  if (cursor.kind === "key" || cursor.hasRest) return items;
  const slot = probe(plan.file, cursor, "value");
  if (slot) {
    const context = contextOf(plan, cursor, slot, options);
    items.push(...completeValues(context));
    if (cursor.kind !== "line" || cursor.afterDash)
      items.push(...completeStubs(context, dueParts(plan, cursor, options)));
  }
  if (cursor.kind === "line" && !cursor.afterDash) {
    const item = probe(plan.file, cursor, "dash");
    if (item) {
      const context = contextOf(plan, cursor, item, options, "- ");
      items.push(...completeValues(context), ...completeStubs(context, undefined));
    }
  }
  return items;
}

/** What an object at the cursor would lack: that depends on where it stands, such as first or later in its list. */
function dueParts(plan: CheckedPlan, cursor: Cursor, options: CompleteOptions): Stub | undefined {
  const slot = probe(plan.file, cursor, "braces");
  if (!slot?.map) return undefined;
  const { marked, editor } = contextOf(plan, cursor, slot, options);
  const type = containerType(slot.map);
  const lacked = marked.due.lackedBy(slot.map).filter(({ name, key }) => name !== MARKER && editor.includes(key));
  if (type?.kind !== "object" || lacked.length === 0) return undefined;
  return { kind: "map", entries: lacked.map(({ name, key }) => [name, wholeStub(editor, key)]), inline: type.inline };
}

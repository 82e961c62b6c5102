import { PlanEditor } from "../../edits/plan-editor.ts";
import type { Stub } from "../../edits/stub.ts";
import { containerType, isPlaceholder } from "../../syntax/nodes.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { type Context, contextOf } from "./context.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { completeDocuments } from "./documents.ts";
import type { CompleteOptions, CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { type Form, probe } from "./probe.ts";
import { completeIgnore } from "./rules.ts";
import { type Scope, scopeOf } from "./scope.ts";
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
  const scope = scopeOf(file, offset);
  const cursor = cursorAt(file.text, offset, scope);
  if (!cursor) return [];
  const items =
    cursor.kind === "comment"
      ? completeIgnore(file.text, cursor.start, offset, options)
      : [...wholeFiles(file, cursor, options), ...atCursor({ plan, scope, cursor, options })];
  const labels = new Set<string>();
  const once = items.filter(({ label }) => !labels.has(label) && labels.add(label));
  const filter =
    cursor.kind === "comment" ? {} : overPlaceholder(file.text.slice(cursor.token.start, cursor.token.end));
  return once.map((item, index) => ({ ...item, ...filter, sortText: String(index).padStart(4, "0") }));
}

/** A whole file is one to fill in step by step. */
function wholeFiles(file: PlanFile, cursor: Cursor, { snippets }: CompleteOptions): CompletionItem[] {
  return snippets ? completeDocuments(file, cursor) : [];
}

/** Clients offer what begins as the token does; a placeholder is to be replaced by what reads otherwise. */
function overPlaceholder(token: string): { filterText?: string } {
  return isPlaceholder(token) ? { filterText: token } : {};
}

interface Request {
  readonly plan: CheckedPlan;
  readonly scope: Scope;
  readonly cursor: Cursor;
  readonly options: CompleteOptions;
}

function atCursor(request: Request): CompletionItem[] {
  const { kind, hasRest, hasChildren, afterDash } = request.cursor;
  const items: CompletionItem[] = [];
  if (kind === "key" || kind === "line") items.push(...inForm(request, "key", completeKeys));
  if (kind === "key" || hasRest || hasChildren) return items;
  items.push(...inForm(request, "value", completeValues));
  if (kind !== "line" || afterDash)
    items.push(...inForm(request, "value", (context) => completeStubs(context, dueParts(request))));
  else items.push(...inForm(request, "dash", (context) => [...completeValues(context), ...completeStubs(context)]));
  return items;
}

/** What there is to write if the cursor is where something of this form stands; nothing where it can't stand. */
function inForm(
  { plan, scope, cursor, options }: Request,
  form: Form,
  completer: (context: Context) => CompletionItem[],
): CompletionItem[] {
  const slot = probe(plan.file, scope, cursor, form);
  return slot ? completer(contextOf(plan, cursor, slot, options, form === "dash" ? "- " : "")) : [];
}

/** What an object at the cursor would lack: that depends on where it stands, such as first or later in its list. */
function dueParts({ plan, scope, cursor }: Request): Stub | undefined {
  const map = probe(plan.file, scope, cursor, "braces")?.map;
  const type = map && containerType(map);
  if (!map || type?.kind !== "object") return undefined;
  const editor = new PlanEditor(plan);
  const lacked = plan.due.lackedBy(map).filter(({ key }) => editor.includes(key));
  if (lacked.length === 0) return undefined;
  return { kind: "map", entries: lacked.map(({ name, key }) => [name, wholeStub(editor, key)]), inline: type.inline };
}

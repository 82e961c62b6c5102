import { indentUnit } from "../../edits/map-writer.ts";
import { PlanEditor } from "../../edits/plan-editor.ts";
import { lineEndOf } from "../../edits/text-lines.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { Cursor } from "./cursor.ts";
import type { CompleteOptions } from "./item.ts";
import type { NearbyFiles } from "./nearby-files.ts";
import type { Slot } from "./probe.ts";
import { ItemWriter } from "./writer.ts";

/** What every kind of item is made from: the plan, the slot at the cursor, and the hand that writes there. */
export interface Context {
  readonly plan: CheckedPlan;
  readonly editor: PlanEditor;
  readonly cursor: Cursor;
  readonly slot: Slot;
  readonly writer: ItemWriter;
  readonly files: NearbyFiles | undefined;
}

/** @param dash written before each item */
export function contextOf(plan: CheckedPlan, cursor: Cursor, slot: Slot, options: CompleteOptions, dash = ""): Context {
  const { file } = plan;
  return {
    plan,
    editor: new PlanEditor(plan),
    cursor,
    slot,
    writer: new ItemWriter(file.text, cursor, { eol: lineEndOf(file.text), unit: indentUnit(file) }, options, dash),
    files: options.files,
  };
}

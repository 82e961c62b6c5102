import { indentUnit } from "../../edits/map-writer.ts";
import { PlanEditor } from "../../edits/plan-editor.ts";
import { lineEndOf } from "../../edits/text-lines.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { Cursor } from "./cursor.ts";
import type { CompleteOptions } from "./item.ts";
import type { Slot } from "./probe.ts";
import { ItemWriter } from "./writer.ts";

/** What every kind of item is made from: the plan, the slot at the cursor, and the hand that writes there. */
export interface Context {
  readonly plan: CheckedPlan;
  /** The plan as it reads with the marker at the cursor, where its half-typed line does no harm. */
  readonly marked: CheckedPlan;
  readonly editor: PlanEditor;
  readonly cursor: Cursor;
  readonly slot: Slot;
  readonly writer: ItemWriter;
}

/** @param dash written before each item */
export function contextOf(plan: CheckedPlan, cursor: Cursor, slot: Slot, options: CompleteOptions, dash = ""): Context {
  const { file } = plan;
  return {
    plan,
    marked: markedPlan(plan, slot.file),
    editor: new PlanEditor(plan),
    cursor,
    slot,
    writer: new ItemWriter(file.text, cursor, { eol: lineEndOf(file.text), unit: indentUnit(file) }, options, dash),
  };
}

function markedPlan(plan: CheckedPlan, file: PlanFile): CheckedPlan {
  return new CheckedPlan({ ...plan.workspace, file });
}

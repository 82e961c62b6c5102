import type { PlanEditor } from "../../edits/plan-editor.ts";
import type { Stub } from "../../edits/stub.ts";
import type { ListType, MapType, ObjectType, ValueType } from "../../language/types.ts";
import type { Context } from "./context.ts";
import type { CompletionItem } from "./item.ts";
import { variantsOf } from "./variants.ts";
import { wholeStub } from "./whole-stub.ts";

/** A whole value with its parts left to write: for objects, maps, and lists of objects. */
export function completeStubs(context: Context, due?: Stub): CompletionItem[] {
  const { slot, writer, editor } = context;
  return slot.types.filter(hasParts).flatMap((type) => {
    const stub = type.kind === "object" && due ? due : stubFor(editor, type);
    const others = variantsOf(type).map((variant) => stubFor(editor, variant.type));
    return [stub, ...others].map((one) => ({
      label: labelOf(one),
      kind: "snippet" as const,
      ...docOf(type),
      insert: writer.stub(one),
    }));
  });
}

function hasParts(type: ValueType): boolean {
  if (type.kind === "list") return (type as ListType).length !== undefined || hasParts((type as ListType).of);
  return type.kind === "object" || (type.kind === "map" && (type as MapType).defines !== undefined);
}

function stubFor(editor: PlanEditor, type: ValueType): Stub {
  return wholeStub(editor, { type, placeholder: type.kind === "map" ? (type as MapType).keyName : "value" });
}

function docOf(type: ValueType): { documentation?: string } {
  const object = (type.kind === "list" || type.kind === "map" ? (type as ListType).of : type) as ObjectType;
  return object.kind === "object" ? { documentation: object.doc } : {};
}

function labelOf(stub: Stub): string {
  if (stub.kind === "scalar") return stub.text;
  if (stub.kind === "list") return `[${stub.items.map(labelOf).join(", ")}]`;
  return `{${stub.entries.map(([name]) => name).join(", ")}}`;
}

import type { PlanEditor } from "../../edits/plan-editor.ts";
import type { Stub } from "../../edits/stub.ts";
import type { MetricFacts } from "../../edits/value-placeholder.ts";
import { type Key, type ListType, leadsGroup, type MapType, type ObjectType } from "../../language/types.ts";

type Described = Pick<Key, "type" | "placeholder">;

/**
 * The stub of a value that somebody asks for. Where nothing in an object is due yet, they get what will be; where
 * nothing ever is, all of its keys.
 */
export function wholeStub(editor: PlanEditor, { type, placeholder }: Described, metric?: MetricFacts): Stub {
  const stub = editor.stub({ type, placeholder }, metric);
  switch (type.kind) {
    case "object":
      return stub.kind === "scalar" ? allOf(editor, type as ObjectType, metric) : stub;
    case "list": {
      const { of } = type as ListType;
      const inner = { type: of, placeholder };
      return stub.kind === "list" && of.kind === "object" ? { ...stub, items: [wholeStub(editor, inner)] } : stub;
    }
    case "map": {
      const inner = { type: (type as MapType).of, placeholder };
      if (stub.kind !== "map" || inner.type.kind !== "object") return stub;
      const entries = stub.entries.map(
        ([id, value]) => [id, value.kind === "scalar" ? wholeStub(editor, inner) : value] as const,
      );
      return { ...stub, entries };
    }
    default:
      return stub;
  }
}

function allOf(editor: PlanEditor, type: ObjectType, metric: MetricFacts | undefined): Stub {
  const keys = Object.entries<Key>(type.keys);
  const due = keys.filter(([, key]) => key.due !== undefined);
  const chosen = due.length > 0 ? due : keys;
  const apart = chosen.filter(([name]) => leadsGroup(name, type.keys, metric?.direction));
  return {
    kind: "map",
    entries: apart.map(([name, key]) => [name, wholeStub(editor, key, metric)]),
    inline: type.inline,
  };
}

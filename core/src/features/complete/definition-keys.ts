import type { MapType } from "../../language/types.ts";
import type { Context } from "./context.ts";
import { kindName } from "./ids.ts";
import type { CompletionItem } from "./item.ts";
import { MARKER } from "./probe.ts";
import { waivableRules } from "./rules.ts";
import { variantsOf } from "./variants.ts";
import { wholeStub } from "./whole-stub.ts";

/** The ids that a map waits for: those it refers to, or those that are used elsewhere and defined nowhere. */
export function definitionKeys(context: Context, type: MapType, there: ReadonlySet<string>): CompletionItem[] {
  const { editor } = context;
  const stub = (id?: string) => {
    const metric = type.refersTo === "metric" && id !== undefined ? editor.factsOf(id) : undefined;
    return wholeStub(editor, { type: type.of, placeholder: type.keyName }, metric);
  };
  if (type.refersTo === "rule")
    return waivableRules()
      .filter(({ id }) => !there.has(id))
      .map(({ id, summary }) => ({
        label: id,
        kind: "rule",
        documentation: summary,
        insert: context.writer.key(id, stub()),
      }));
  const ids = editor.idsFor(type).filter((id) => !there.has(id) && id !== MARKER);
  const items = ids.map(
    (id): CompletionItem => ({
      label: id,
      kind: "id",
      detail: detailOf(type),
      insert: context.writer.key(id, stub(id)),
    }),
  );
  const { hasColon, hasRest, hasChildren } = context.cursor;
  if (hasColon || hasRest || hasChildren) return items;
  const fresh = `<${type.keyName}>`;
  const isNew = type.defines !== undefined;
  if (!isNew) return items;
  const label = `new ${type.keyName}`;
  const variants = variantsOf(type.of).map(({ member, type: of }): CompletionItem => {
    const value = wholeStub(editor, { type: of, placeholder: type.keyName });
    return { label: `${label}, ${member}`, kind: "snippet", insert: context.writer.key(fresh, value) };
  });
  const one: CompletionItem = { label, kind: "snippet", insert: context.writer.key(fresh, stub()) };
  return [...items, ...(variants.length > 0 ? variants : [one])];
}

function detailOf({ refersTo, defines }: MapType): string {
  return refersTo ? kindName(refersTo) : `${defines ? kindName(defines) : "id"} that is used and not defined yet`;
}

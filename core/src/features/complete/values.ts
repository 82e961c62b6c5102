import { LANGUAGE_VERSION, Plan } from "../../language/index.ts";
import type { ListType, ScalarType, ValueType } from "../../language/types.ts";
import { completeColumn, completeField } from "./columns.ts";
import type { Context } from "./context.ts";
import { completeDate } from "./dates.ts";
import { completeNewId, completeReference } from "./ids.ts";
import type { CompletionItem } from "./item.ts";
import { completeLink } from "./links.ts";
import { completeSlice } from "./slices.ts";
import type { Suggestion } from "./suggestion.ts";
import { completeUnitName } from "./unit-names.ts";
import { completeUnit } from "./units.ts";

/** The scalars that may be written where the cursor is; for a list, each as its first item. */
export function completeValues(context: Context): CompletionItem[] {
  const { slot, writer, cursor } = context;
  const items: CompletionItem[] = [];
  for (const type of slot.types) {
    if (type.kind === "list" && cursor.kind === "value") {
      const { of } = type as ListType;
      if (isScalar(of))
        items.push(
          ...suggestions(context, of).map((one) => toItem(asWhole(one), writer.listOf(one.whole ?? one.text))),
        );
    } else if (isScalar(type)) {
      const there = itemsThere(context);
      for (const one of suggestions(context, type))
        if (!there.has(one.whole ?? one.text))
          items.push(toItem(one, writer.value(one.text, one.part, one.afterBlank)));
    }
  }
  return items;
}

function suggestions(context: Context, type: ScalarType): Suggestion[] {
  switch (type.kind) {
    case "choice":
      return Object.entries(type.choices).map(([text, detail]) => ({ text, kind: "value", detail }));
    case "boolean":
      return ["true", "false"].map((text) => ({ text, kind: "value" }));
    case "number": {
      const isVersion = context.slot.node.key?.text === "aiplan" && type === Plan.keys.aiplan.type;
      return isVersion ? [{ text: String(LANGUAGE_VERSION), kind: "value" }] : [];
    }
    case "date":
      return completeDate(context, type);
    case "quantity":
      return completeUnit(context, type);
    case "unit":
      return completeUnitName(context);
    case "id":
      return completeNewId(context, type);
    case "reference":
      return completeReference(context, type);
    case "column":
      return completeColumn(context);
    case "text":
      return [...completeSlice(context), ...completeField(context)];
    case "link":
      return completeLink(context, type);
  }
}

/** What the list around the cursor holds already. */
function itemsThere({ slot }: Context): Set<string> {
  const list = slot.node.parent;
  if (list?.kind !== "list") return new Set();
  return new Set(list.all.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])));
}

/** A part of a scalar, in place of all of it. */
function asWhole(one: Suggestion): Suggestion {
  return one.whole === undefined ? one : { ...one, text: one.whole, label: one.label ?? one.text };
}

function toItem(suggestion: Suggestion, insert: CompletionItem["insert"]): CompletionItem {
  const { text, label, kind, detail, documentation, passing } = suggestion;
  return {
    label: label ?? text,
    kind,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation } : {}),
    insert,
    ...(label === undefined ? {} : { filterText: text }),
    ...(passing ? { passing } : {}),
  };
}

function isScalar(type: ValueType): type is ScalarType {
  return !["list", "map", "object", "either", "any"].includes(type.kind);
}

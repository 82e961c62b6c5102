import { type Column, columnsOf } from "../../figures/columns.ts";
import { DataSource, Labels } from "../../language/index.ts";
import type { Context } from "./context.ts";
import { definitionsOf } from "./ids.ts";
import type { Suggestion } from "./suggestion.ts";

/** `source.column` for the columns that are known; for a source of which none are, what comes before the column. */
export function completeColumn(context: Context): Suggestion[] {
  return definitionsOf(context, "data-source").flatMap(({ id }): Suggestion[] => {
    const columns = columnsIn(context, id);
    if (columns.length === 0) return [{ text: `${id}.`, kind: "id", detail: "data source; a column follows" }];
    return columns.map((column) => suggestionOf(column, `${id}.${column.name}`));
  });
}

/** The columns of the data source that a key names one of: where the right answers stand. */
export function completeField(context: Context): Suggestion[] {
  const { map, node } = context.slot;
  if (map?.type !== Labels || node.key?.text !== "field") return [];
  const source = map.parent?.kind === "map" && map.parent.type === DataSource ? map.parent.key?.text : undefined;
  return source === undefined ? [] : columnsIn(context, source).map((column) => suggestionOf(column, column.name));
}

/** Links are followed for the plan as it stands, so the source is looked up there. */
function columnsIn({ plan }: Context, source: string): readonly Column[] {
  const definition = plan.definitions.find("data-source", source);
  return (definition && columnsOf(plan, definition)?.all) ?? [];
}

function suggestionOf({ type }: Column, text: string): Suggestion {
  return { text, kind: "value", detail: type ? `column, ${type.value}` : "column" };
}

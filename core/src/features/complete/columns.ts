import type { Context } from "./context.ts";
import { definitionsOf } from "./ids.ts";
import type { Suggestion } from "./suggestion.ts";

/** `source.column` for the columns that the plan declares; for a source with a contract, what comes before the column. */
export function completeColumn(context: Context): Suggestion[] {
  return definitionsOf(context, "data-source").flatMap(({ id, value }): Suggestion[] => {
    const columns = value.kind === "map" ? value.entry("columns")?.value : undefined;
    if (columns?.kind !== "map" || columns.all.length === 0)
      return [{ text: `${id}.`, kind: "id", detail: "data source; a column follows" }];
    return [...columns.entries].map(({ key, value: type }) => ({
      text: `${id}.${key.text}`,
      kind: "value",
      detail: type.kind === "scalar" && type.text ? `column, ${type.text}` : "column",
    }));
  });
}

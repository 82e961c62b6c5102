import type { ReportPlace } from "../data/index.ts";

/** What stands in a cell, and the place in the plan that says so; undefined where the plan doesn't say, empty where nothing is to be said. */
export type Cell = string | { readonly text: string; readonly at?: ReportPlace } | undefined;

export interface Column {
  readonly title: string;
  /** Numbers stand below each other. */
  readonly isNumber?: boolean;
}

/** All that a picture shows, in words: for those who cannot see it, and for those who want the numbers. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Ids one after the other; nothing where there are none. */
export function listed(ids: readonly string[]): Cell {
  return ids.length > 0 ? ids.join(", ") : undefined;
}

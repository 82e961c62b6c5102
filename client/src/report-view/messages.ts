import type { PlanReport } from "@aiplan/report";

/** What the view of a report is told. */
export type ToView =
  | { readonly type: "report"; readonly report: PlanReport }
  /** Makes a file of the report that it was told last, and answers with the same number. */
  | { readonly type: "export"; readonly request: number; readonly format: TextFormat };

/** What the view of a report tells. */
export type FromView =
  /** It can be told something. */
  | { readonly type: "ready" }
  | { readonly type: "go-to"; readonly place: ViewPlace }
  | { readonly type: "fix"; readonly place: ViewPlace; readonly rule: string; readonly title: string }
  | { readonly type: "exported"; readonly request: number; readonly text: string };

/** The formats that only the view can make: what draws is nowhere else in the extension. */
export type TextFormat = "html" | "markdown";

/** As editors count: from zero, in UTF-16 units. */
export interface ViewPlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** What VS Code keeps of a view that is hidden, and across a restart. */
export interface ViewState {
  /** The plan. */
  readonly uri?: string;
  /** In CSS pixels from the top. */
  readonly scroll?: number;
  /** By the names of the details that can be opened: true where they are open. */
  readonly details?: Readonly<Record<string, boolean>>;
}

import type { Looks } from "../../format/format.ts";
import type { DiffResult } from "../plan-diff.ts";
import { jsonDiff } from "./json.ts";
import { markdownDiff } from "./markdown.ts";
import { prettyDiff } from "./pretty.ts";

/** How a comparison looks, by the name it has on the command line. */
export const DIFF_FORMATS = {
  pretty: prettyDiff,
  json: jsonDiff,
  markdown: markdownDiff,
} satisfies Record<string, (result: DiffResult, looks: Looks) => string>;

export type DiffFormatName = keyof typeof DIFF_FORMATS;

import type { PlanFile } from "@aiplan/core";
import { pathOf } from "../file-uri.ts";
import type { SourceOf } from "../report/report-of.ts";
import { SourceText } from "../report/source-text.ts";
import { shownPath } from "../shown-path.ts";
import type { FoundFile } from "./find-files.ts";
import type { Workspaces } from "./workspace-of.ts";

/**
 * Gives the texts of a plan and of the files around it, each read once. One that cannot be read is empty.
 *
 * @param root the absolute path of the folder outside of which nothing is read
 * @param cwd absolute: what the paths that are shown start from
 */
export function sourcesOf(
  { shown }: FoundFile,
  { uri, text }: PlanFile,
  workspaces: Workspaces,
  root: string,
  cwd: string,
): SourceOf {
  const sources = new Map([[uri, new SourceText(shown, text)]]);
  return async (uri: string) => {
    const known = sources.get(uri);
    if (known) return known;
    const other = await workspaces.read(uri, root);
    const source = new SourceText(shownPath(pathOf(uri), cwd), "text" in other ? other.text : "");
    sources.set(uri, source);
    return source;
  };
}

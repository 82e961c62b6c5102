import { applyEdits, format, indentUnit, isWhole, readPlanFile } from "@aiplan/core";
import type { FoundFile } from "../check/find-files.ts";
import { uriOf } from "../file-uri.ts";
import type { Rewritten } from "./rewrite-files.ts";

/** A plan with tidy white space, indented as wide as it is. What cannot be read stays as it is, and that is said. */
export async function tidied({ path, shown }: FoundFile, before: string): Promise<Rewritten> {
  const file = readPlanFile(uriOf(path), before);
  const problems = isWhole(file) ? [] : ["What is not YAML stays as it is. Run `aiplan check` to see what that is."];
  if (file.refusal?.reason === "several-documents") problems.push("It holds several plans, so it stays as it is.");
  return { text: applyEdits(before, format(file, { tabSize: indentUnit(file).length })), report: [shown], problems };
}

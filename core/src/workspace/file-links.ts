import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { looksLikePath, resolveLink } from "./links.ts";

/** A value of a plan that names another file. */
export interface FileLink {
  readonly node: ScalarNode<string>;
  /** The URI of the file, be it there or not. */
  readonly uri: string;
  readonly isImport: boolean;
}

/** The links of a file, imports among them, that lead to files below `root`. */
export function fileLinks(file: PlanFile, root: string): FileLink[] {
  return file.links.flatMap((node) => {
    const { type, value } = node;
    if (type?.kind !== "link" || value === undefined || (type.orText && !looksLikePath(value))) return [];
    const target = resolveLink(value, file.uri, root);
    return target.kind === "file" ? [{ node, uri: target.uri, isImport: type.artifact === "plan catalog" }] : [];
  });
}

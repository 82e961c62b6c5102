import { Decision } from "../language/index.ts";
import type { Node } from "../syntax/nodes.ts";

/**
 * The roles that a decision names as accountable, where that is not one: written as a list, or as `a, b` or `a and b`.
 * Undefined for every other value.
 */
export function accountableRoles(node: Node): readonly string[] | undefined {
  if (node.parent?.kind !== "map" || node.parent.type !== Decision || node.key?.text !== "accountable")
    return undefined;
  if (node.kind === "list" && node.all.length !== 1)
    return node.all.map((item) => (item.kind === "scalar" ? item.text : "")).filter((id) => id !== "");
  if (node.kind !== "scalar" || node.isPlaceholder) return undefined;
  const ids = node.text.split(/\s*[,;&+/]\s*|\s+(?:and|or)\s+/).filter((id) => id !== "");
  return ids.length > 1 ? ids : undefined;
}

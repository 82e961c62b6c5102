import { Plan } from "../language/index.ts";
import type { Key } from "../language/types.ts";
import { containerType, type Node } from "../syntax/nodes.ts";

/** What the language says of the key under which a value stands, or under which the list stands that it is in. */
export function keyOf(node: Node): Key | undefined {
  if (node.parent?.kind === "list") return keyOf(node.parent);
  const type = node.parent ? containerType(node.parent) : Plan;
  const keys: Readonly<Record<string, Key>> = (type?.kind === "object" ? type.keys : type?.known) ?? {};
  const name = node.key?.text ?? "";
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** The name of that key, as the author wrote it. */
export function keyNameOf(node: Node): string {
  return node.key?.text ?? (node.parent?.kind === "list" ? keyNameOf(node.parent) : "");
}

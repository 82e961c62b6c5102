import type { ObjectType } from "../../language/types.ts";
import { kindName, shown } from "../../rules/words.ts";
import { containerType, type MapNode, type Node } from "../../syntax/nodes.ts";
import { ITEMS, LABELS, OWNERLESS } from "./labels.ts";

/** What a part of a plan is called within a sentence: "month-6 target of `accuracy`". */
export function subjectOf(node: Node): string {
  const { parent } = node;
  if (!parent) return sectionSubject(node);
  if (parent.kind === "list") return itemSubject(node);
  const type = containerType(parent);
  const name = node.key?.text ?? "";
  if (type?.kind === "map") {
    const kind = type.defines ? (ITEMS[type.defines] ?? kindName(type.defines)) : undefined;
    if (kind) return `${kind} ${shown(name)}`;
    if (type.refersTo === "metric") return `targets of ${shown(name)}`;
    if (type.refersTo === "rule") return `waiver of ${shown(name)}`;
    const ids = `${type.keyName} ${shown(name)}`;
    return type.keyName === "action" ? ids : `${ids} of ${subjectOf(parent)}`;
  }
  const typed = type?.kind === "object" ? `${type.name}.${name}` : "";
  const label = Object.hasOwn(LABELS, typed) ? (LABELS[typed] as string) : plain(name, type);
  const owner = OWNERLESS.has(typed) ? "" : ownerOf(parent);
  return `${label}${owner}`;
}

function sectionSubject({ kind, section: { name } }: Node): string {
  const label = LABELS[`Plan.${name}`];
  return kind === "scalar" ? (label ?? shown(name)) : `section ${shown(name)}`;
}

/** " of data source `tickets`", " in `economics`". */
function ownerOf(map: MapNode): string {
  if (!map.parent) return ` in ${shown(map.section.name)}`;
  const type = containerType(map);
  if (type?.kind === "object" && type.name === "Target") return ` of ${shown(map.key?.text ?? "")}`;
  if (type?.kind === "object" && type.name === "Measured") return map.parent.kind === "map" ? ownerOf(map.parent) : "";
  if (type?.kind === "object" && type.name === "Gate") return ` of the ${subjectOf(map)}`;
  if (type?.kind === "object" && (type.name === "Labels" || type.name === "History") && map.parent.kind === "map")
    return ownerOf(map.parent);
  const isNamed = map.parent.kind === "list" || containerType(map.parent)?.kind === "map";
  return isNamed ? ` of ${subjectOf(map)}` : ` of the ${subjectOf(map).replace(/ in `[^`]*`$/, "")}`;
}

function itemSubject(node: Node): string {
  const list = node.parent;
  if (list?.kind !== "list") return "";
  const number = list.all.indexOf(node) + 1;
  if (node.kind !== "map") return `${node.kind === "scalar" ? shown(node.word) : number} in ${subjectOf(list)}`;
  const type = containerType(node);
  const named = (key: string) => {
    const value = node.entry(key)?.value;
    return value?.kind === "scalar" && value.word !== "" ? shown(value.word) : undefined;
  };
  const owner = list.parent?.kind === "map" ? ownerOf(list.parent) : "";
  switch (type?.kind === "object" ? type.name : "") {
    case "RolloutStep":
      return `rollout step ${named("id") ?? number}`;
    case "EscalationStep":
      return `step ${number}${owner}`;
    case "Gate":
      return `gate on ${named("metric") ?? number}${owner}`;
    case "Gap":
      return `gap ${number}${owner}`;
    case "PilotDifference":
      return `difference ${number} between pilot and production`;
    default:
      return `item ${number} of ${subjectOf(list)}`;
  }
}

/** A key of the language as a person says it: "log retention". Others are the author's own words. */
function plain(key: string, type: ObjectType | undefined): string {
  return type && Object.hasOwn(type.keys, key) ? key.replaceAll("-", " ") : shown(key);
}

import { URI } from "vscode-uri";
import type { PlanDate, Quantity, Unit } from "../quantity/index.ts";
import { containerType, type Node, type ScalarNode, type ScalarValue } from "../syntax/nodes.ts";
import { resolveLink } from "../workspace/links.ts";
import { isOrdered } from "./ordered.ts";
import type { Renames } from "./renames.ts";
import type { Version } from "./version.ts";

/**
 * What a part of a plan says, whatever its spelling: parts that say the same give the same text. Dates of milestones count
 * by their names.
 *
 * @param renames given for the version before: ids then go by their names in the one after
 */
export function meaningOf(node: Node | undefined, version: Version, renames?: Renames): string {
  if (!node || saysNothing(node)) return "";
  if (node.kind === "scalar") return scalarMeaning(node, version, renames);
  if (node.kind === "list") {
    const items = node.all.map((item) => meaningOf(item, version, renames));
    return `[${(isOrdered(node) ? items : items.sort()).join(",")}]`;
  }
  const entries = [...node.entries].flatMap(({ key, value }) => {
    const said = meaningOf(value, version, renames);
    return said === "" && containerType(node)?.kind !== "map" ? [] : [`${JSON.stringify(key.text)}:${said}`];
  });
  return `{${entries.sort().join(",")}}`;
}

/** Do two scalars, one of each version, say the same? */
export function saySame(before: ScalarNode, after: ScalarNode, versions: Versions): boolean {
  const { renames } = versions;
  if (scalarMeaning(before, versions.before, renames) === scalarMeaning(after, versions.after, undefined))
    return nounOf(before.value) === nounOf(after.value) || !nounOf(before.value) || !nounOf(after.value);
  const dates = [versions.before.checked.dateOf(asDate(before)), versions.after.checked.dateOf(asDate(after))];
  return dates[0] !== undefined && dates[0].epochDay === dates[1]?.epochDay;
}

export interface Versions {
  readonly before: Version;
  readonly after: Version;
  readonly renames: Renames;
}

/** Nothing is written, or only what somebody is still to write. */
export function saysNothing(node: Node): boolean {
  if (node.kind === "scalar") return (node.isNull && !node.spoiled) || node.isPlaceholder;
  if (node.kind === "list") return node.all.every(saysNothing);
  // An id says something even where nothing is said of it.
  const isOfIds = containerType(node)?.kind === "map";
  return [...node.entries].every(({ value }) => !isOfIds && saysNothing(value));
}

function scalarMeaning(node: ScalarNode, version: Version, renames: Renames | undefined): string {
  const { type, value } = node;
  const renamed = (kind: Parameters<Renames["of"]>[0], id: string) => renames?.of(kind, id) ?? id;
  const words = node.text.trim().replace(/\s+/g, " ");
  if (value === undefined || type === undefined) return words;
  switch (type.kind) {
    case "quantity":
      return quantityMeaning(value as Quantity);
    case "unit":
      return (value as Unit).unit;
    case "date":
      return typeof value === "string" ? renamed("milestone", value) : (value as PlanDate).text;
    case "reference":
      return Object.hasOwn(type.choices ?? {}, node.word) ? node.word : renamed(type.to, node.word);
    case "id":
      return type.defines ? renamed(type.defines, node.word) : node.word;
    case "column": {
      const source = node.word.slice(0, node.word.lastIndexOf("."));
      return renamed("data-source", source) + node.word.slice(source.length);
    }
    case "link":
      return linkMeaning(node, words, version);
    case "number":
    case "boolean":
    case "choice":
      return String(value);
    default:
      return words;
  }
}

/** A percentage, a count and a plain number are all numbers: `93%` is `0.93`. */
function quantityMeaning({ base, dimension, currency }: Quantity): string {
  const isNumber = dimension === "share" || dimension === "count" || dimension === "number";
  return `${isNumber ? "number" : dimension} ${Number(base.toPrecision(12))} ${currency ?? ""}`;
}

/** What is counted, in the singular; undefined where the value counts nothing. */
function nounOf(value: ScalarValue | undefined): string | undefined {
  const noun = typeof value === "object" && "noun" in value ? value.noun : undefined;
  return noun?.replace(/ies$/, "y").replace(/s$/, "");
}

/** Where a link leads, seen from the folder of the plan: what a catalog links to may be written in the plan as well. */
function linkMeaning(node: ScalarNode, words: string, { checked }: Version): string {
  const { root, file } = checked.workspace;
  const target = resolveLink(words, node.section.uri, root);
  if (target.kind !== "file") return words;
  const from = URI.parse(file.uri).path.split("/").slice(0, -1);
  const to = URI.parse(target.uri).path.split("/");
  const same = from.findIndex((part, index) => part !== to[index]);
  const shared = same < 0 ? from.length : same;
  const path = [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
  return `${path}#${target.fragment}`;
}

function asDate(node: ScalarNode): ScalarNode<PlanDate | string> | undefined {
  return node.type?.kind === "date" ? node : undefined;
}

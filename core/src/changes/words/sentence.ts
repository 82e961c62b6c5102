import { distanceInWords, formatReadable, type PlanDate, type Quantity } from "../../quantity/index.ts";
import { capitalized, enumerate } from "../../rules/messages.ts";
import { shown } from "../../rules/words.ts";
import { containerType, type Node, type ScalarNode } from "../../syntax/nodes.ts";
import type { Difference } from "../comparison.ts";
import { amountOf, rise } from "../shares.ts";
import { subjectOf } from "./subject.ts";

/** A change as a sentence: "Month-6 target of `accuracy` lowered from 92% to 88%." */
export function sentenceOf(difference: Difference): string {
  return `${capitalized(clauseOf(difference))}.`;
}

function clauseOf({ kind, before, after }: Difference): string {
  const node = (after ?? before) as Node;
  const list = node.kind === "scalar" && node.parent?.kind === "list" ? node.parent : undefined;
  switch (kind) {
    case "renamed":
      return `${subjectOf(before ?? node)} renamed to ${shown(nameOf(after))}`;
    case "moved":
      return `order of the ${subjectOf(node)} changed to ${enumerate(itemsOf(node))}`;
    case "added":
      if (list) return `${shown((node as ScalarNode).word)} added to the ${subjectOf(list)}`;
      return `${subjectOf(node)} ${node.kind === "scalar" ? `set to ${shownValue(node)}` : `added${contents(node)}`}`;
    case "removed":
      if (list) return `${shown((node as ScalarNode).word)} removed from the ${subjectOf(list)}`;
      return `${subjectOf(node)} removed${node.kind === "scalar" ? ` (it was ${shownValue(node)})` : contents(node)}`;
    default:
      return `${subjectOf(node)} ${changeOf(before as Node, node)}`;
  }
}

const MOST_NAMED = 6;

/** What stood or stands in a list, or under which ids: ": `down`, `slow` and `late`". */
function contents(node: Node): string {
  const isMap = node.kind === "map" && containerType(node)?.kind === "map";
  const names = isMap ? [...node.entries].map(({ key }) => shown(key.text)) : itemsOf(node);
  const more = names.length - MOST_NAMED;
  return names.length > 0 ? `: ${enumerate(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names)}` : "";
}

/** "lowered from 92% to 88%", "moved from 2026-07-06 to 2026-08-03 (4 weeks later)". */
export function changeOf(before: Node, after: Node): string {
  if (before.kind === "map" || after.kind === "map") return "changed";
  const [from, to] = [shownValue(before, after), shownValue(after, before)];
  const fromTo = `from ${from} to ${to}`;
  if (before.kind !== "scalar" || after.kind !== "scalar") {
    const listed = (node: Node, value: string) => (node.kind === "list" ? `the list ${value}` : value);
    return from === to ? `changed from ${listed(before, from)} to ${listed(after, to)}` : `changed ${fromTo}`;
  }
  const [one, other] = [before.value, after.value];
  const [amount, amountNow] = [amountOf(before), amountOf(after)];
  if (typeof amount === "object" && typeof amountNow === "object")
    return `${verbOf(amount, amountNow, isTime(after))} ${fromTo}`;
  if (isDate(one) && isDate(other)) {
    const distance = distanceInWords(one, other)
      .replace(/ after$/, " later")
      .replace(/ before$/, " earlier");
    return `moved ${fromTo} (${distance})`;
  }
  if (typeof one === "number" && typeof other === "number") return `${other > one ? "raised" : "lowered"} ${fromTo}`;
  return `changed ${fromTo}`;
}

/** A time that somebody sets; of what is measured people say that it rises. */
function isTime({ type }: ScalarNode): boolean {
  return type?.kind === "quantity" && type.dimension === "duration";
}

function verbOf(before: Quantity, after: Quantity, isTime: boolean): string {
  const difference = rise(before, after);
  if (!difference) return "changed";
  if (isTime) return difference > 0 ? "lengthened" : "shortened";
  return difference > 0 ? "raised" : "lowered";
}

/** A value as a sentence shows it; of long ones the part in which they differ. */
function shownValue(node: Node, other?: Node): string {
  if (node.kind === "list") return enumerate(itemsOf(node)) || "none";
  if (node.kind === "map") return "a map of keys";
  if (isQuantity(node.value)) {
    const readable = formatReadable(node.value);
    const isAmbiguous = other?.kind === "scalar" && isQuantity(other.value) && formatReadable(other.value) === readable;
    return isAmbiguous ? node.value.text : readable;
  }
  if (isDate(node.value)) return node.value.text;
  if (typeof node.value === "number" || typeof node.value === "boolean") return String(node.value);
  return shown(differingPart(node.text, other?.kind === "scalar" ? other.text : undefined));
}

const LONGEST = 60;

/** The text from shortly before it differs from the other one. */
function differingPart(text: string, other: string | undefined): string {
  if (other === undefined || text.length <= LONGEST) return text;
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  const from = text.lastIndexOf(" ", Math.max(0, same - 20));
  return same < LONGEST / 2 || from < 0 ? text : `…${text.slice(from)}`;
}

/** The items of a list by what they are called. */
function itemsOf(node: Node): string[] {
  return node.kind === "list" ? node.all.map(itemName) : [];
}

function itemName(item: Node): string {
  if (item.kind === "scalar") return shownValue(item);
  const [first] = item.kind === "map" ? item.entries : [];
  return first?.value.kind === "scalar" ? shownValue(first.value) : "…";
}

function nameOf(node: Node | undefined): string {
  const id = node?.kind === "map" && node.parent?.kind === "list" ? node.entry("id")?.value : undefined;
  return id?.kind === "scalar" ? id.word : (node?.key?.text ?? "");
}

export function isQuantity(value: ScalarNode["value"]): value is Quantity {
  return typeof value === "object" && "base" in value;
}

function isDate(value: ScalarNode["value"]): value is PlanDate {
  return typeof value === "object" && "epochDay" in value;
}

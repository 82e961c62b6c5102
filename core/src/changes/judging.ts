import type { Quantity } from "../quantity/index.ts";
import type { Severity } from "../rules/severity.ts";
import { containerType, type ListNode, type MapNode, type Node, type ScalarNode } from "../syntax/nodes.ts";
import type { ChangeContext, Judgement } from "./change-context.ts";
import { meaningOf } from "./meaning.ts";
import { amountOf, rise } from "./shares.ts";
import { subjectOf } from "./words/subject.ts";
import { whatChanged } from "./words/what-changed.ts";

type Number = ScalarNode<Quantity> | ScalarNode<number>;
export type Consequence = Pick<Judgement, "so" | "advice"> & { readonly severity?: Severity | undefined };

/** Is a value higher or lower than it was? Undefined where they cannot be compared, or are the same. */
export function moved(was: Number | undefined, is: Number | undefined): "higher" | "lower" | undefined {
  const more = rise(amountOf(was), amountOf(is));
  return more ? (more > 0 ? "higher" : "lower") : undefined;
}

/** Says that a value has become higher (or lower) than it was. */
export function reportMoved(
  was: Number | undefined,
  is: Number | undefined,
  worse: "higher" | "lower",
  { so, advice, severity }: Consequence,
  context: ChangeContext,
): void {
  if (was && is && moved(was, is) === worse)
    context.report({ before: was, after: is }, { what: `The ${whatChanged(was, is)}`, so, advice }, { severity });
}

/** Says that a value is another one now. */
export function reportChanged(
  was: ScalarNode | undefined,
  is: ScalarNode | undefined,
  { so, advice, severity }: Consequence,
  context: ChangeContext,
): void {
  if (was?.value !== undefined && is?.value !== undefined)
    context.report({ before: was, after: is }, { what: `The ${whatChanged(was, is)}`, so, advice }, { severity });
}

/** Says that a key of an object that is still there has lost its value; what was only to be written is not missed. */
export function reportLost(
  before: MapNode | undefined,
  after: MapNode | undefined,
  key: string,
  { so, advice, severity }: Consequence,
  context: ChangeContext,
): void {
  const was = before?.entry(key)?.value;
  if (!was || !after || !says(was, context)) return;
  const is = after.entry(key)?.value;
  if (is && (says(is, context) || (is.kind === "scalar" && is.spoiled))) return;
  context.removed(was, { noun: subjectOf(was), so, advice }, { severity });
}

/** Does a part of the version before say anything? */
function says(node: Node, { comparison }: ChangeContext): boolean {
  return meaningOf(node, comparison.versions.before) !== "";
}

/**
 * The items of a list of words or ids that are no longer in it, or that have come to it.
 *
 * @param other the other list, or what somebody wrote in its place: a single word without brackets is still there
 */
export function wordsOnlyIn(
  one: ListNode | undefined,
  other: Node | undefined,
  rename: (word: string) => string = (word) => word,
): ScalarNode[] {
  const items = other?.kind === "list" ? other.all : other ? [other] : [];
  const words = new Set(items.map((item) => (item.kind === "scalar" ? item.word : "")));
  const own = (one?.items() ?? []).filter((item): item is ScalarNode => item.kind === "scalar");
  return own.filter((item) => item.value !== undefined && !words.has(item.word) && !words.has(rename(item.word)));
}

/** Has the version after anything in place of the object around a node? What is removed as a whole is told of once. */
export function isKeptIn(node: Node, typeName: string, { comparison }: ChangeContext): boolean {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    const type = at.kind === "map" ? containerType(at) : undefined;
    if (type?.kind === "object" && type.name === typeName) return comparison.partners.has(at);
  }
  return false;
}

import { readUnit, type Unit, type UnitWords } from "../../quantity/index.ts";
import { type Span, walk } from "../../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../../syntax/plan-file.ts";
import type { Context } from "./context.ts";
import { MARKER } from "./probe.ts";

/** Short for a longer word, so it takes no ending. */
const UNCHANGING = new Set(["req"]);

/**
 * The words that the units of a plan are built from.
 *
 * @param like a unit that the wanted one is likely to be like: its metric's, or the one in the language's own example
 * @param typed a noun that the author has just written
 */
export function wordsOf({ plan, slot, cursor }: Context, like?: Unit, typed?: string): UnitWords {
  // The section at the cursor may read better with the marker than with the half-typed line that is there.
  const files = [plan.file, slot.file];
  const used = [...unitsIn(plan.file, cursor.whole), ...unitsIn(slot.file)].filter(({ noun }) => noun !== MARKER);
  const counted = used.flatMap(({ dimension, noun }) => (dimension !== "money-per-count" && noun ? [noun] : []));
  const priced = used.flatMap(({ dimension, noun }) => (dimension === "money-per-count" && noun ? [noun] : []));
  const item = files.map(itemOf).find((one) => one !== undefined) ?? priced[0];
  // Examples speak of items, which each plan calls by a name of its own.
  const likely = like?.noun === undefined || like.noun === "item" ? item : like.noun;
  return {
    counted: [
      ...(typed === undefined ? [] : [typed]),
      ...formsOf(likely ?? like?.noun, counted),
      ...formsOf(item, counted).slice(0, 1),
      ...counted,
    ],
    priced: [...(item === undefined ? [] : [item]), ...priced],
    currency: used.find(({ currency }) => currency !== undefined)?.currency,
    time: like?.unit.split("/")[1],
  };
}

/** Every unit that the file uses, in the order of its text, but not in the value that is still being typed. */
function unitsIn(file: PlanFile, typed?: Span): Unit[] {
  const units: Unit[] = [];
  for (const { value } of file.sections)
    for (const node of walk(value)) {
      if (node.kind !== "scalar" || (node.type?.kind !== "quantity" && node.type?.kind !== "unit")) continue;
      const { start, end } = spanIn(file, node);
      if (node.value && !(typed && start <= typed.end && typed.start <= end)) units.push(node.value);
    }
  return units;
}

/** What one piece of work is called. */
function itemOf({ root }: PlanFile): string | undefined {
  const name = root.get("load")?.get("unit")?.value;
  return name === undefined ? undefined : readUnit(name).unit?.noun;
}

/** A noun as the plan counts it: in the singular or the plural, both as long as it does neither. */
function formsOf(noun: string | undefined, counted: readonly string[]): string[] {
  if (noun === undefined) return [];
  const forms = UNCHANGING.has(noun) ? [noun] : [noun, pluralOf(noun)];
  const known = forms.filter((form) => counted.includes(form));
  return known.length > 0 ? known : forms;
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

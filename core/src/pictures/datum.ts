import { convertTo, type PlanDate, type Quantity } from "../quantity/index.ts";
import type { MapNode, ScalarNode } from "../syntax/nodes.ts";
import type { CheckedPlan, Place, Target } from "../workspace/checked-plan.ts";

/** A number to draw, and the words to show for it. */
export interface Figure<At = Place> {
  /** In the unit that the picture, or the row it stands in, names. Always finite. */
  readonly value: number;
  /** As the plan writes it; for what follows from other numbers, for a person to read. */
  readonly text: string;
  /** Where the plan says so; absent for what follows from other numbers. */
  readonly at?: At;
}

/** Words of the plan, as it writes them: an id, or a sentence. */
export interface Words<At = Place> {
  readonly text: string;
  readonly at: At;
}

/** A calendar day. */
export interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Days since 1970-01-01: the number to draw. */
  readonly day: number;
}

/** A number without the noise of floating point in its last digits: 0.9 for 0.8999999999999999. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

/** Undefined where there is nothing to read, for a placeholder, and where it cannot be given in that unit. */
export function figureOf(
  plan: CheckedPlan,
  node: ScalarNode<Quantity> | undefined,
  unit: string | undefined,
): Figure | undefined {
  const value = node?.value && unit !== undefined ? convertTo(node.value, unit) : undefined;
  return node?.value && value !== undefined
    ? { value: withoutNoise(value), text: node.value.text, at: plan.place(node) }
    : undefined;
}

/** The same of something that follows from what the plan says. @param text in words for a person to read */
export function computedFigure(quantity: Quantity | undefined, unit: string, text: string): Figure | undefined {
  const value = quantity && convertTo(quantity, unit);
  return value === undefined ? undefined : { value: withoutNoise(value), text };
}

/** Undefined where there is nothing to read, and for a placeholder. */
export function wordsOf(plan: CheckedPlan, node: ScalarNode | undefined): Words | undefined {
  return node?.value === undefined ? undefined : { text: node.text, at: plan.place(node) };
}

export function dayOf(date: PlanDate): Day {
  return { date: date.text, day: date.epochDay };
}

/** Where an object is to be shown: by its key, or the first key in it. */
export function placeOfObject(plan: CheckedPlan, object: MapNode): Place {
  const name: Target = plan.nameOf(object);
  return plan.place(name);
}

type Present<Parts> = { [Key in keyof Parts as undefined extends Parts[Key] ? never : Key]: Parts[Key] } & {
  [Key in keyof Parts as undefined extends Parts[Key] ? Key : never]?: Exclude<Parts[Key], undefined>;
};

/** Without the parts that are undefined: what is not said is absent, as it is in JSON. */
export function present<Parts extends object>(parts: Parts): Present<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Present<Parts>;
}

import { type Clock, readDate } from "@aiplan/core";
import type { Files } from "../../harness/check.ts";

/** One slip made in a clean example: texts in its files, each there exactly once, and what stands in their place. */
export interface Mutation {
  /** The example's folder, which is also the name of its plan. */
  readonly example: string;
  readonly changes: readonly Change[];
  readonly clock?: Clock;
  /** The text of a configuration file beside the plan. */
  readonly config?: string;
}

interface Change {
  /** The path below the example's folder; the plan itself where it is left out. */
  readonly file?: string;
  readonly before: string;
  readonly after: string;
}

/** For each rule, mutations that it alone finds, with the consequences that rules declare. */
export type Mutations = Readonly<Record<string, readonly Mutation[]>>;

/**
 * A slip in the plan of an example.
 *
 * @param texts pairs: what stands there (exactly once), and what takes its place
 */
export function slip(example: string, ...texts: readonly string[]): Mutation {
  return { example, changes: pairs(texts) };
}

/** A slip in another file of an example. */
export function slipIn(example: string, file: string, ...texts: readonly string[]): Mutation {
  return { example, changes: pairs(texts).map((change) => ({ ...change, file })) };
}

/** The same slips, looked at on a day: what clock rules go by. */
export function onDay(day: string, mutation: Mutation): Mutation {
  return { ...mutation, clock: clockOn(day) };
}

/** An example as it is, beside a configuration. */
export function configured(example: string, config: string): Mutation {
  return { example, changes: [], config };
}

export function clockOn(day: string): Clock {
  const { date } = readDate(day);
  if (!date) throw new Error(`${day} is no date`);
  return { date, source: "as-of" };
}

/** All files below `examples`, with the slips made. */
export function mutate(files: Files, { example, changes }: Mutation): Files {
  const mutated: Record<string, string> = { ...files };
  for (const { file, before, after } of changes) {
    const name = `${example}/${file ?? `${example}.aiplan`}`;
    const parts = mutated[name]?.split(before) ?? [];
    if (parts.length !== 2) throw new Error(`${name} has «${before}» ${Math.max(0, parts.length - 1)} times, not once`);
    mutated[name] = parts.join(after);
  }
  return mutated;
}

function pairs(texts: readonly string[]): Change[] {
  if (texts.length === 0 || texts.length % 2 !== 0) throw new Error("texts come in pairs");
  return texts.flatMap((before, index) => (index % 2 === 0 ? [{ before, after: texts[index + 1] ?? "" }] : []));
}

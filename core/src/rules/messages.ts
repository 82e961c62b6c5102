import { STAGES, type Stage } from "../language/types.ts";
import type { Lack } from "../workspace/due.ts";

/** "`a`", "`a` and `b`", "`a`, `b` and `c`": a list as people say it. */
export function listNames(names: readonly string[], word: "and" | "or" = "and"): string {
  return enumerate(
    names.map((name) => `\`${name}\``),
    word,
  );
}

/** The same of phrases that are quoted already, or need no quotes. */
export function enumerate(phrases: readonly string[], word: "and" | "or" = "and"): string {
  return phrases.length < 2 ? (phrases[0] ?? "") : `${phrases.slice(0, -1).join(", ")} ${word} ${phrases.at(-1)}`;
}

/** A sentence from the words that it begins with. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The keys that are missed, those that are only due at the next stage apart. */
export function listKeys(lacks: readonly Lack[], stage: Stage): string {
  // "`for` and one of `below` or `above`" is clearer than the other way round.
  const sorted = [...lacks].sort((a, b) => Number(!!a.alternatives) - Number(!!b.alternatives));
  const now = sorted.filter(({ key }) => STAGES.indexOf(key.due) <= STAGES.indexOf(stage));
  const next = sorted.filter((lack) => !now.includes(lack));
  const later = next.length > 0 ? `${enumerate(next.map(nameOf))} (due next, at ${next[0]?.key.due})` : "";
  return [enumerate(now.map(nameOf)), later].filter(Boolean).join("; also ");
}

function nameOf({ name, alternatives }: Lack): string {
  return alternatives ? `one of ${listNames(alternatives, "or")}` : `\`${name}\``;
}

/** The title of a fix that inserts them. */
export function titleForInserting(lacks: readonly Lack[]): string {
  const names = lacks.map(({ name }) => name);
  return names.length <= 3 ? `Insert ${listNames(names)}` : `Insert the ${names.length} missing keys`;
}

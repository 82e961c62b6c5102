import { STAGES, type Stage } from "../language/types.ts";
import type { Lack } from "../workspace/due.ts";

/** "`a`", "`a` and `b`", "`a`, `b` and `c`": a list as people say it. */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? (quoted[0] ?? "") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

/** The keys that are missed, those that are only due at the next stage apart. */
export function listKeys(lacks: readonly Lack[], stage: Stage): string {
  const now = lacks.filter(({ key }) => STAGES.indexOf(key.due) <= STAGES.indexOf(stage));
  const next = lacks.filter((lack) => !now.includes(lack));
  const later = next.length > 0 ? `${listNames(next.map(nameOf))} (due next, at ${next[0]?.key.due})` : "";
  return [now.length > 0 ? `${listNames(now.map(nameOf))}` : "", later].filter(Boolean).join("; also ");
}

function nameOf({ name, key }: Lack): string {
  return key.group === undefined ? name : `${name}\` or its like \``.replace(/ `$/, "");
}

/** The title of a fix that inserts them. */
export function titleForInserting(lacks: readonly Lack[]): string {
  const names = lacks.map(({ name }) => name);
  return names.length <= 3 ? `Insert ${listNames(names)}` : `Insert the ${names.length} missing keys`;
}

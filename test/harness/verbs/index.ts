import { action, noaction } from "./act.ts";
import { def, nodef, ref } from "./define.ts";
import { outline } from "./outline.ts";
import type { Verb } from "./verb.ts";

/** What a marker may say: `@verb`, `@verb(argument)` or `@verb(argument) rest`. */
export const verbs: Readonly<Record<string, Verb>> = { action, def, noaction, nodef, ref, symbols: outline };

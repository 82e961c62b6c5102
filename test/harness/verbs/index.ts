import { action, noaction } from "./act.ts";
import { called, calls, nocalls } from "./calls.ts";
import { completion, insert } from "./complete.ts";
import { def, nodef, ref } from "./define.ts";
import { defined } from "./defined.ts";
import { folding } from "./folding.ts";
import { formatted, formattedLines, typed } from "./formatting.ts";
import { hints, hintsHere } from "./hints.ts";
import { hover, nohover, nothover } from "./hover.ts";
import { lenses } from "./lenses.ts";
import { leads, link, nolink, part } from "./link.ts";
import { moves } from "./moves.ts";
import { outline } from "./outline.ts";
import { definition, nouse, read, use, write } from "./references.ts";
import { norename, renaming } from "./rename.ts";
import { selection } from "./selection.ts";
import { tokens, tokensHere } from "./tokens.ts";
import type { Verb } from "./verb.ts";

/** What a marker may say: `@verb`, `@verb(argument)` or `@verb(argument) rest`. */
export const verbs: Readonly<Record<string, Verb>> = {
  action,
  called,
  calls,
  complete: completion,
  def,
  defined,
  definition,
  folds: folding,
  format: formatted,
  formatlines: formattedLines,
  hints,
  hintshere: hintsHere,
  hover,
  insert,
  leads,
  lenses,
  link,
  moves,
  noaction,
  nocalls,
  nodef,
  nohover,
  nolink,
  norename,
  nothover,
  nouse,
  read,
  part,
  ref,
  rename: renaming,
  selects: selection,
  symbols: outline,
  tokens,
  tokenshere: tokensHere,
  typed,
  use,
  write,
};

import { bracketTrap } from "./traps/brackets.ts";
import { colonInTextTrap } from "./traps/colons.ts";
import { bracketInWordTrap, leftoverTrap, missingCommaTrap } from "./traps/commas.ts";
import { dashTrap, itemAmongKeysTrap } from "./traps/dashes.ts";
import { documentTrap } from "./traps/document.ts";
import type { SyntaxFinding, Trap, YamlError } from "./traps/finding.ts";
import { indentationTrap, indentedStartTrap } from "./traps/indentation.ts";
import { keyLineTrap } from "./traps/key-lines.ts";
import { lineAt } from "./traps/lines.ts";
import { operatorTrap } from "./traps/operators.ts";
import { escapeTrap, textAfterQuoteTrap, unclosedQuoteTrap } from "./traps/quotes.ts";
import { firstSignTrap, namingSignTrap } from "./traps/signs.ts";
import { tabTrap } from "./traps/tabs.ts";
import { syntaxError } from "./traps/values.ts";

export type { Operator, SyntaxFinding, TextChange, YamlError } from "./traps/finding.ts";

/** In this order: the first one that knows what happened explains it. Causes come before their consequences. */
const TRAPS: readonly Trap[] = [
  tabTrap,
  unclosedQuoteTrap,
  operatorTrap,
  firstSignTrap,
  namingSignTrap,
  escapeTrap,
  bracketTrap,
  textAfterQuoteTrap,
  bracketInWordTrap,
  missingCommaTrap,
  indentedStartTrap,
  leftoverTrap,
  dashTrap,
  colonInTextTrap,
  keyLineTrap,
  itemAmongKeysTrap,
  indentationTrap,
  documentTrap,
];

/** Says what is wrong where the YAML reader stumbled, and how to go on reading. */
export function explain(error: YamlError, text: string): SyntaxFinding {
  for (const trap of TRAPS) {
    const finding = trap({ error, text });
    if (finding) return finding;
  }
  const end = Math.max(error.start, Math.min(error.end, lineAt(text, error.start).end));
  return syntaxError(
    { start: error.start, end },
    "From here on this can't be read. Compare the line with its neighbours: a colon, quote or bracket is missing, or one too many.",
  );
}

import type { QuantityProblem } from "../quantity/index.ts";
import { shown } from "./words.ts";

/** What is wrong with a quantity or a unit, and what to write instead where that is known. */
export interface QuantityMessage {
  readonly message: string;
  readonly replacement?: string;
}

/**
 * Says why a text is not a quantity. Operators and ambiguous units are not for here: they have rules of their own.
 *
 * @param example a quantity (or a unit) that a person might write here
 */
export function quantityMessage(text: string, problem: QuantityProblem, example: string): QuantityMessage {
  const written = shown(text);
  switch (problem.kind) {
    case "thousands-separator": {
      const message = `The number in ${written} has a separator between the thousands, which some read as a decimal point: a thousand times more or less. Write ${shown(problem.suggestion)}.`;
      return { message, replacement: problem.suggestion };
    }
    case "decimal-comma": {
      const message = `The number in ${written} has a decimal comma, which others read as a separator between thousands. Write it with a point: ${shown(problem.suggestion)}.`;
      return { message, replacement: problem.suggestion };
    }
    case "unknown-currency":
      return {
        message: `\`${problem.unit}\` is no currency. Write its code of three letters (ISO 4217), such as \`EUR\` or \`USD\`.`,
      };
    case "unknown-unit":
      return unknownUnit(text, problem, example);
    default: {
      const replacement = problem.kind === "not-a-quantity" ? problem.replacement : undefined;
      if (replacement === undefined)
        return {
          message: `${written} is not a number with a unit, so nothing can be computed with it. Write, for example, \`${example}\`.`,
        };
      return {
        message: `In ${written} the currency stands in front. Write it after the number: ${shown(replacement)}.`,
        replacement,
      };
    }
  }
}

function unknownUnit(
  text: string,
  { unit, suggestion, replacement }: QuantityProblem & { kind: "unknown-unit" },
  example: string,
): QuantityMessage {
  const better = replacement ?? (suggestion === undefined ? undefined : text.replace(unit, suggestion));
  const advice = better === undefined ? `Write, for example, \`${example}\`.` : `Write ${shown(better)}.`;
  const fact = `The plan language has no unit ${shown(unit)}, so this can be compared with nothing.`;
  return { message: `${fact} ${advice}`, ...(better === undefined ? {} : { replacement: better }) };
}

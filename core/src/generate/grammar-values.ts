import type { ScalarType } from "../language/types.ts";
import { captures, END, type GrammarRule, include, type Mode, oneOf, plain, scope } from "./grammar-rules.ts";

const NUMBER = "[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
const WORD = "\\p{L}[\\p{L}\\p{N}_'-]*";
const UNIT = `(?:%|${WORD})(?:(?:[ \\t]*/[ \\t]*|[ \\t]+per[ \\t]+)${WORD})?`;
const ID = "[A-Za-z0-9][A-Za-z0-9._-]*";

/** The name under which the rules for a scalar are kept; types that look alike share them. */
export function scalarName(type: ScalarType): string {
  switch (type.kind) {
    case "choice":
      return `choice-${Object.keys(type.choices).join("-")}`;
    case "reference":
      return type.choices ? `reference-or-${Object.keys(type.choices).join("-")}` : "reference";
    case "date":
      return type.orMilestone ? "date-or-milestone" : "date";
    case "link":
      return type.orText ? "link-or-text" : "link";
    default:
      return type.kind;
  }
}

/** The rules for a scalar: first what it should be, then whatever else is written, which has no colour of its own. */
export function scalarRules(type: ScalarType, mode: Mode): GrammarRule[] {
  return [include(`node-${mode}`), ...valueRules(type, mode), { match: plain(mode), ...fallback(type) }];
}

function fallback({ kind }: ScalarType): { name?: string } {
  return kind === "text" || kind === "link" ? { name: scope("string.unquoted.plain") } : {};
}

function valueRules(type: ScalarType, mode: Mode): GrammarRule[] {
  const end = END[mode];
  const whole = (pattern: string, name: string): GrammarRule => ({ match: `(?:${pattern})${end}`, name: scope(name) });
  const words = (choices: Readonly<Record<string, string>>) =>
    whole(oneOf(Object.keys(choices)), "constant.language.choice");
  switch (type.kind) {
    case "choice":
      return [words(type.choices)];
    case "boolean":
      return [whole("true|false", "constant.language.boolean")];
    case "number":
      return [whole(NUMBER, "constant.numeric")];
    case "date":
      return [
        dateRule(mode),
        ...(type.orMilestone ? [whole("[A-Za-z][A-Za-z0-9._-]*", "variable.other.reference")] : []),
      ];
    case "quantity":
      return [quantityRule(mode)];
    case "unit":
      return [whole(UNIT, "keyword.other.unit")];
    case "id":
      return [whole(ID, "entity.name.type.id")];
    case "reference":
      return [...(type.choices ? [words(type.choices)] : []), whole(ID, "variable.other.reference")];
    case "column":
      return [
        {
          match: `([^\\s.,\\[\\]{}<]+)(\\.)([^\\s,\\[\\]{}]+)${end}`,
          captures: captures({
            1: "variable.other.reference",
            2: "punctuation.accessor",
            3: "variable.other.property",
          }),
        },
      ];
    case "link":
      return [linkRule(mode, type.orText)];
    case "text":
      return [];
  }
}

export function dateRule(mode: Mode): GrammarRule {
  return { match: `\\d{4}-\\d{2}-\\d{2}${END[mode]}`, name: scope("constant.other.date") };
}

export function quantityRule(mode: Mode): GrammarRule {
  return {
    match: `(${NUMBER})(?:[ \\t]*(${UNIT}))?${END[mode]}`,
    captures: captures({ 1: "constant.numeric", 2: "keyword.other.unit" }),
  };
}

/** @param needsStart only what starts like a path or a web address is a link; other text is text */
function linkRule(mode: Mode, needsStart: boolean): GrammarRule {
  const start = needsStart ? "(?=\\.{0,2}/|[A-Za-z][A-Za-z0-9+.-]*://)" : "(?![<'\"|>&*!])";
  return {
    match: `${start}([^\\s#,\\[\\]{}]+)(?:(#)([^\\s,\\[\\]{}]*))?${END[mode]}`,
    captures: captures({
      1: "string.other.link",
      2: "punctuation.separator.fragment",
      3: "string.other.link.fragment",
    }),
  };
}

import {
  anyKey,
  blockEntry,
  captures,
  END,
  entry,
  flowList,
  flowMap,
  type GrammarRule,
  include,
  item,
  type Mode,
  PLACEHOLDER,
  PLACEHOLDER_SCOPE,
  plain,
  scope,
} from "./grammar-rules.ts";
import { dateRule, quantityRule } from "./grammar-values.ts";

/** What YAML has whatever the language: the rules that the others include by name. */
export function yamlRules(): Record<string, GrammarRule> {
  return {
    document: { patterns: [directive, documentMarker] },
    comment: { patterns: [ignoreComment, comment] },
    properties: { patterns: [anchor, alias, tag] },
    quoted: { patterns: [doubleQuoted, singleQuoted] },
    "block-scalar": blockScalar,
    "node-block": node("block"),
    "node-flow": node("flow"),
    "any-block": anyValue("block"),
    "any-flow": anyValue("flow"),
    "own-keys-block": ownKeys("block"),
    "own-keys-flow": ownKeys("flow"),
    "other-keys-block": otherKeys("block"),
    "other-keys-flow": otherKeys("flow"),
  };
}

const directive: GrammarRule = { match: "^%.*$", name: scope("keyword.other.directive") };
const documentMarker: GrammarRule = { match: "^(?:---|\\.\\.\\.)(?=\\s|$)", name: scope("entity.other.document") };

const ignoreComment: GrammarRule = {
  match: "(?:^|(?<=\\s))(#)[ \\t]*(aiplan-ignore(?:-file)?)(?![\\w-])[ \\t]*([^\\s:#]*)[^\\r\\n]*",
  name: scope("comment.line.number-sign"),
  captures: captures({
    1: "punctuation.definition.comment",
    2: "keyword.other.ignore",
    3: "variable.other.reference",
  }),
};
const comment: GrammarRule = {
  match: "(?:^|(?<=\\s))(#)[^\\r\\n]*",
  name: scope("comment.line.number-sign"),
  captures: captures({ 1: "punctuation.definition.comment" }),
};

const anchor: GrammarRule = {
  match: "(?<![^\\s\\[{,])(&)([^\\s,\\[\\]{}]+)",
  captures: captures({ 1: "punctuation.definition.anchor", 2: "entity.name.type.anchor" }),
};
const alias: GrammarRule = {
  match: "(?<![^\\s\\[{,])(\\*)([^\\s,\\[\\]{}]+)",
  captures: captures({ 1: "punctuation.definition.alias", 2: "variable.other.alias" }),
};
const tag: GrammarRule = { match: "(?<![^\\s\\[{,])![^\\s,\\[\\]{}]*", name: scope("storage.type.tag") };

const doubleQuoted: GrammarRule = {
  begin: '"',
  end: '"',
  name: scope("string.quoted.double"),
  patterns: [
    {
      match: '\\\\(?:[0abtnvfre "/\\\\N_LP]|x\\h{2}|u\\h{4}|U\\h{8}|$)',
      name: scope("constant.character.escape"),
    },
  ],
};
const singleQuoted: GrammarRule = {
  begin: "'",
  end: "'(?!')",
  name: scope("string.quoted.single"),
  patterns: [{ match: "''", name: scope("constant.character.escape") }],
};

/** Ends with the entry that holds it, for that one ends by indentation; a comment in the first column ends it as well. */
const blockScalar: GrammarRule = {
  begin: "([|>])([-+0-9]*)([ \\t]+#[^\\r\\n]*)?\\s*$",
  beginCaptures: captures({
    1: "keyword.control.block-scalar",
    2: "constant.numeric.indentation-indicator",
    3: "comment.line.number-sign",
  }),
  while: "^(?!#)",
  contentName: scope("string.unquoted.block"),
};

/** What may stand before or in place of any value. */
function node(mode: Mode): GrammarRule {
  const placeholder = { match: `${PLACEHOLDER}${END[mode]}`, name: PLACEHOLDER_SCOPE };
  const blockOnly = mode === "block" ? [include("block-scalar")] : [];
  return { patterns: [include("comment"), include("properties"), placeholder, include("quoted"), ...blockOnly] };
}

const UNKNOWN_KEY = scope("meta.key.unknown");

/** A value of which the language says nothing: below keys of the author's own, and below unknown ones. */
function anyValue(mode: Mode): GrammarRule {
  const any = include(`any-${mode}`);
  const inFlow = [include("any-flow")];
  const key = scope("entity.name.tag.custom");
  return {
    patterns: [
      include(`node-${mode}`),
      ...(mode === "block"
        ? [blockEntry(anyKey(mode), key, [any]), item([any])]
        : [entry(mode, anyKey(mode), key, [any])]),
      flowMap(inFlow),
      flowList(inFlow),
      dateRule(mode),
      quantityRule(mode),
      { match: `(?:true|false|null|~)${END[mode]}`, name: scope("constant.language") },
      { match: plain(mode), name: scope("string.unquoted.plain") },
    ],
  };
}

/** Keys that may stand in any map: the author's own, merge keys, and placeholders for a key. */
function ownKeys(mode: Mode): GrammarRule {
  const any = [include(`any-${mode}`)];
  return {
    patterns: [
      entry(mode, "x-[^\\s:,\\[\\]{}#]*", scope("entity.other.attribute-name.custom"), any),
      entry(mode, "<<", scope("keyword.operator.merge"), [include("properties"), ...any]),
    ],
  };
}

/** Keys that the language does not have where they stand: they are not coloured, so that they stand out. */
function otherKeys(mode: Mode): GrammarRule {
  const any = [include(`any-${mode}`)];
  return {
    patterns: [entry(mode, PLACEHOLDER, PLACEHOLDER_SCOPE, any), entry(mode, anyKey(mode), UNKNOWN_KEY, any)],
  };
}

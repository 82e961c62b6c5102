import { principles } from "../../principles/index.ts";
import { everyRule, ruleById } from "../../rules/every-rule.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import { choicesOf } from "../hover/key.ts";
import { Page } from "../hover/page.ts";
import { explainKey, keyLine } from "./key.ts";
import { keyPlaces, placesCalled } from "./key-places.ts";
import { explainPrinciple, principleCalled } from "./principle.ts";
import { explainRule } from "./rule.ts";

/** What there is to say of a name; where nothing has it, the name that was probably meant. */
export type Explanation = { readonly page: Page } | { readonly meant: string | undefined };

/**
 * Explains what has a name: a rule by its id, a principle by its id or number, a key by its name or its path from the
 * root of a plan, a fixed word by the keys it may be written for. What several things are called is told of each.
 */
export function explain(word: string): Explanation {
  const name = word
    .trim()
    .replace(/^`(.*)`$/, "$1")
    .replace(/:$/, "");
  const rule = ruleById.get(name);
  const principle = principleCalled(name);
  const pages = [
    ...(rule ? [explainRule(rule)] : []),
    ...(principle ? [explainPrinciple(principle)] : []),
    ...explainKeys(name),
    ...explainChoice(name),
  ];
  if (pages.length === 0) return { meant: didYouMean(name, everyName()) };
  return { page: pages.reduce((whole, page) => whole.rule().add(page), new Page()) };
}

function explainKeys(name: string): Page[] {
  if (/^x-[^.]*$/.test(name.slice(name.lastIndexOf(".") + 1)))
    return [
      new Page().text("Keys that start with `x-` are the author's own: they may stand anywhere and hold anything."),
    ];
  const places = placesCalled(name);
  const meant = places.length === 1 ? places[0] : places.find(({ path }) => path === name);
  const others = places.filter((place) => place !== meant).map(keyLine);
  const pages = meant ? [explainKey(meant)] : [];
  if (others.length === 0) return pages;
  const title = meant ? "is a key elsewhere, too:" : `is a key in ${others.length} places; ask for one of them:`;
  return [...pages, listOf(`**\`${name}\`** ${title}`, others)];
}

/** A word that is written for keys, such as `act-with-approval`. */
function explainChoice(name: string): Page[] {
  const lines = keyPlaces().flatMap(({ path, key }) => {
    const choices = key ? choicesOf(key.type) : {};
    const meaning = Object.hasOwn(choices, name) ? choices[name] : undefined;
    return meaning !== undefined ? [`\`${path}\`: ${meaning}`] : [];
  });
  return lines.length === 0 ? [] : [listOf(`**\`${name}\`** may be written for:`, lines)];
}

function listOf(title: string, lines: readonly string[]): Page {
  return new Page().text(title).list(lines);
}

/** Every name that can be explained, rules first: they are what findings name. */
export function everyName(): string[] {
  const paths = keyPlaces().map(({ path }) => path);
  const names = paths.map((path) => path.slice(path.lastIndexOf(".") + 1)).filter((name) => /^[\w-]+$/.test(name));
  return [...new Set([...everyRule.map(({ id }) => id), ...principles.map(({ id }) => id), ...names, ...paths])];
}

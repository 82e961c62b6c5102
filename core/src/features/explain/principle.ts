import { type Principle, principles } from "../../principles/index.ts";
import { everyRule } from "../../rules/every-rule.ts";
import { Page } from "../hover/page.ts";

/** What a principle is, why plans without it fail, and what a plan must say: every page about it begins so. */
export function principleHead({ number, title, what, why, says }: Principle): Page {
  return new Page()
    .text(`**Principle ${number}: ${title}**`)
    .text(what)
    .text("**Why plans without it fail in production.**", why)
    .text("**What a plan must say**")
    .list(says);
}

/** What no checker can see, and what the principle rests on: every page about it ends so. */
export function principleTail({ sources, notCheckable }: Principle): Page {
  const page = new Page();
  if (notCheckable) page.text("**What no checker can see.**", notCheckable);
  return page.text("**Sources**").list(sources.map((source) => `${source.title}: ${source.reference}.`));
}

/** The principle with its name or its number, 1 to 18. */
export function principleCalled(word: string): Principle | undefined {
  return principles.find(({ id, number }) => id === word || `${number}` === word);
}

/** A principle with the rules that watch over it, apart from any plan. */
export function explainPrinciple(principle: Principle): Page {
  const page = principleHead(principle);
  const serving = everyRule.filter((rule) => rule.principle === principle.id);
  if (serving.length > 0) page.text("**Rules that watch over it**");
  page.list(serving.map(({ id, summary }) => `\`${id}\`: ${summary}`));
  return page.add(principleTail(principle));
}

import type { Finding } from "../../rules/finding.ts";
import type { IgnoreComment } from "../../syntax/ignore-comments.ts";
import { containerType } from "../../syntax/nodes.ts";
import { isFreeKey } from "../../syntax/structure.ts";
import type { CheckedPlan, Place } from "../../workspace/checked-plan.ts";
import { locate, type Spot, touches } from "../locate.ts";
import { namedAt } from "../named.ts";
import { findingsPage, type PageOf, rulePage } from "./finding.ts";
import { idPage } from "./id.ts";
import { keyPage } from "./key.ts";
import { code, Page } from "./page.ts";
import { principlePage } from "./principle.ts";
import { valuePage } from "./value.ts";

/** What is to be known about a place of a plan. */
export interface Hover {
  readonly place: Place;
  readonly markdown: string;
  /** The same for clients that do not show Markdown. */
  readonly plain: string;
}

/** What a hover can say only where somebody knows it. */
export interface HoverOptions {
  /** The other plans that are open: some of them may use what this file defines. */
  readonly others: readonly CheckedPlan[];
  readonly pageOf: PageOf;
  /** The text of the document that {@link documentAt} names. */
  readonly document?: string | undefined;
}

const NOTHING_MORE: HoverOptions = { others: [], pageOf: () => undefined };

/**
 * Says what stands at an offset: a key with the principle it serves, a value, an id; and what the findings there are
 * about. Undefined where there is nothing to say.
 */
export function hover(
  plan: CheckedPlan,
  findings: readonly Finding[],
  offset: number,
  given: Partial<HoverOptions> = {},
): Hover | undefined {
  const options = { ...NOTHING_MORE, ...given };
  const ignore = plan.file.ignores.find(({ rule, ruleSpan }) => rule !== "" && touches(ruleSpan, offset));
  if (ignore) return shown(ignorePage(ignore, options), { uri: plan.file.uri, ...ignore.ruleSpan });
  const here = findings.filter(
    ({ place }) => place.uri === plan.file.uri && place.start <= offset && offset <= place.end,
  );
  const spot = locate(plan.file, offset);
  const page = spot ? spotPage(spot, plan, options) : new Page();
  if (here.length > 0) page.rule().add(findingsPage(here, options.pageOf));
  if (spot?.part === "key" && spot.key) page.rule().add(principlePage(spot.key.principle, plan));
  if (page.isEmpty) return undefined;
  return shown(page, spot ? plan.place(spot.node) : here[0]!.place);
}

function shown(page: Page, place: Place): Hover {
  return { place, markdown: page.markdown(), plain: page.plain() };
}

function ignorePage({ rule, scope }: IgnoreComment, { pageOf }: HoverOptions): Page {
  const what = scope === "file" ? "in this file" : "on one line";
  return new Page()
    .text(`**Ignored** ${what}, as a false alarm, if a reason follows.`)
    .rule()
    .add(rulePage(rule, pageOf));
}

function spotPage(spot: Spot, plan: CheckedPlan, options: HoverOptions): Page {
  if (spot.part === "key") return wholeKeyPage(spot, plan, options);
  const page = valuePage(spot, plan, options);
  // The key is told of too: a value says little without what it is for.
  if (spot.key) page.rule().text(`\`${spot.entry.key.text}\`: ${spot.key.doc}`);
  return page;
}

function wholeKeyPage({ node, key, map }: Spot, plan: CheckedPlan, options: HoverOptions): Page {
  const page = key ? keyPage(node.text, key, plan) : new Page();
  const named = namedAt(plan, node);
  if (named) return page.rule().add(idPage(named, plan, options));
  if (key) return page;
  if (isFreeKey(node.text)) return page.text("A key of your own: AI Plan leaves it alone.");
  const type = containerType(map);
  if (type?.kind !== "map") return page;
  if (node.isPlaceholder) return page.text(`**To be written**: an id for the ${type.keyName}.`);
  return page.text(`**${type.keyName}** ${code(node.text)}`);
}

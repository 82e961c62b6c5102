import type { Finding } from "../../rules/finding.ts";
import { rules } from "../../rules/registry.ts";
import { SEVERITIES } from "../../rules/severity.ts";
import { containerType } from "../../syntax/nodes.ts";
import { isFreeKey } from "../../syntax/structure.ts";
import type { CheckedPlan, Place } from "../../workspace/checked-plan.ts";
import { explainRule } from "../explain.ts";
import { locate, type Spot } from "../locate.ts";
import { namedAt } from "../named.ts";
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

/** More rules than this in one hover bury what is asked for. */
const MOST_RULES = 3;

/**
 * Says what stands at an offset: a key with the principle it serves, a value, an id; and what the findings there are
 * about. Undefined where there is nothing to say.
 */
export function hover(plan: CheckedPlan, findings: readonly Finding[], offset: number): Hover | undefined {
  const here = findings.filter(
    ({ place }) => place.uri === plan.file.uri && place.start <= offset && offset <= place.end,
  );
  const spot = locate(plan.file, offset);
  const byWeight = [...here].sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  const found = [...new Set(byWeight.map(({ rule }) => rule))].flatMap(
    (id) => rules.find((rule) => rule.id === id) ?? [],
  );
  const page = spot ? spotPage(spot, plan) : new Page();
  for (const rule of found.slice(0, MOST_RULES)) page.rule().add(explainRule(rule));
  if (spot?.part === "key" && spot.key) page.rule().add(principlePage(spot.key.principle, plan, findings));
  if (page.isEmpty) return undefined;
  const place = spot ? plan.place(spot.node) : here[0]!.place;
  return { place, markdown: page.markdown(), plain: page.plain() };
}

function spotPage(spot: Spot, plan: CheckedPlan): Page {
  if (spot.part === "key") return wholeKeyPage(spot, plan);
  const page = valuePage(spot, plan);
  // The key is told of too: a value says little without what it is for.
  if (spot.key) page.rule().text(`\`${spot.entry.key.text}\`: ${spot.key.doc}`);
  return page;
}

function wholeKeyPage({ node, key, map }: Spot, plan: CheckedPlan): Page {
  const page = key ? keyPage(node.text, key, plan) : new Page();
  const named = namedAt(plan, node);
  if (named) return page.rule().add(idPage(named, plan));
  if (key) return page;
  if (isFreeKey(node.text)) return page.text("A key of your own: AI Plan leaves it alone.");
  const type = containerType(map);
  if (type?.kind !== "map") return page;
  if (node.isPlaceholder) return page.text(`**To be written**: an id for the ${type.keyName}.`);
  return page.text(`**${type.keyName}** ${code(node.text)}`);
}

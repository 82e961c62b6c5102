import { Metric, STAGES } from "../../language/index.ts";
import type { QuantityType } from "../../language/types.ts";
import { describeDate, describeQuantity, distanceInWords, type PlanDate, readUnit } from "../../quantity/index.ts";
import { capitalized, enumerate } from "../../rules/messages.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { Clock } from "../../workspace/workspace.ts";
import type { Spot } from "../locate.ts";
import { metricIdAt } from "../metric-at.ts";
import { namedAt } from "../named.ts";
import { idPage } from "./id.ts";
import type { HoverOptions } from "./index.ts";
import { choiceLines } from "./key.ts";
import { linkPage } from "./link.ts";
import { code, Page, prose } from "./page.ts";
import { dueAt } from "./stage.ts";

/** What a value means; empty where there is nothing to say that does not stand there. */
export function valuePage(spot: Spot, plan: CheckedPlan, options: HoverOptions): Page {
  const { node } = spot;
  if (node.isPlaceholder) return placeholderPage(spot);
  const named = namedAt(plan, node);
  if (named) return idPage(named, plan, options);
  const type = node.type;
  if (node.value === undefined && type?.kind !== "link") return new Page();
  switch (type?.kind) {
    case "choice":
      return choicePage(spot, type.choices);
    case "reference":
      return choicePage(spot, type.choices ?? {});
    case "quantity":
      return quantityPage(spot, type, plan);
    case "date":
      return datePage(spot, plan);
    case "unit":
      return unitPage(node);
    case "link":
      return linkPage(node, type, plan, options.document);
    default:
      return new Page();
  }
}

function placeholderPage({ node, key }: Spot): Page {
  const page = new Page().text(`**To be written**: ${prose(node.text.slice(1, -1))}.`);
  return page.list(key ? choiceLines(key.type) : []).text("Until it is, the plan does not say it.");
}

function choicePage({ node, map, entry }: Spot, choices: Readonly<Record<string, string>>): Page {
  const page = new Page();
  const meaning = Object.hasOwn(choices, node.text) ? choices[node.text] : undefined;
  if (meaning === undefined) return page;
  page.text(`**\`${node.text}\`**: ${meaning}`);
  const stage = STAGES.find((one) => one === node.text);
  const isStage = !map.parent && entry.key.text === "stage";
  if (isStage && stage) page.text(`Due from \`${stage}\` on:`).list(dueAt(stage));
  return page;
}

function quantityPage({ node, map }: Spot, type: QuantityType, plan: CheckedPlan): Page {
  const page = new Page().text(`**${prose(describeQuantity(node.value))}**`);
  const metric = type.dimension === "metric" ? plan.definitions.find("metric", metricIdAt(map)) : undefined;
  const direction = metric?.get("direction")?.value;
  if (!metric?.key || direction === undefined) return page;
  return page.text(`${code(metric.key.text)}: ${Metric.keys.direction.type.choices[direction].toLowerCase()}.`);
}

/** The dates that the others are thought of by. */
const LANDMARKS = ["build-start", "go-live"];

function datePage({ node, entry }: Spot, plan: CheckedPlan): Page {
  const date = node.value as PlanDate;
  const words = describeDate(date);
  const distances = LANDMARKS.flatMap((name) => {
    const landmark = plan.definitions.find("milestone", name)?.value;
    if (!landmark || entry.key.text === name) return [];
    return [describeDate(date, { name: code(name), date: landmark }).slice(words.length + ", ".length)];
  });
  const { clock } = plan.workspace;
  const page = new Page().text([`**${words}**`, enumerate(distances)].filter(Boolean).join(", "));
  return clock ? page.text(`${capitalized(fromClock(clock, date))}.`) : page;
}

function fromClock(clock: Clock, date: PlanDate): string {
  const distance = distanceInWords(clock.date, date);
  if (clock.source === "as-of") return `${distance} ${clock.date.text}, the date that the plan is checked for`;
  if (date.epochDay === clock.date.epochDay) return "today";
  return distance.replace(/ after$/, " from now").replace(/ before$/, " ago");
}

function unitPage(node: ScalarNode): Page {
  const { unit } = readUnit(node.text);
  if (!unit) return new Page();
  const measures = unit.dimension === "number" ? "a plain number" : nameOfDimension(unit.dimension);
  return new Page().text(`**${code(node.text)}**: ${measures}`);
}

function nameOfDimension(dimension: string): string {
  return dimension.replaceAll("-", " ");
}

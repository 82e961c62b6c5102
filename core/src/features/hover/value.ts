import { nameOf } from "../../generate/form.ts";
import { Metric, STAGES } from "../../language/index.ts";
import type { LinkType, QuantityType } from "../../language/types.ts";
import { describeDate, describeQuantity, type PlanDate, readUnit } from "../../quantity/index.ts";
import { enumerate } from "../../rules/messages.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { fileName, looksLikePath, resolveLink } from "../../workspace/links.ts";
import type { Spot } from "../locate.ts";
import { metricIdAt } from "../metric-at.ts";
import { namedAt } from "../named.ts";
import { idPage, pathFrom } from "./id.ts";
import { choiceLines } from "./key.ts";
import { code, Page, prose } from "./page.ts";
import { dueAt } from "./stage.ts";

/** What a value means; empty where there is nothing to say that does not stand there. */
export function valuePage(spot: Spot, plan: CheckedPlan): Page {
  const { node } = spot;
  if (node.isPlaceholder) return placeholderPage(spot);
  const named = namedAt(plan, node);
  if (named) return idPage(named, plan);
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
      return linkPage(node, type, plan);
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
  return new Page().text([`**${words}**`, enumerate(distances)].filter(Boolean).join(", "));
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

function linkPage(node: ScalarNode, { artifact, orText }: LinkType, plan: CheckedPlan): Page {
  const page = new Page();
  const found = plan.workspace.imports.find((one) => one.node === node);
  const target = resolveLink(node.text, plan.file.uri, plan.workspace.root);
  if (target.kind === "url") return page.text(`Leads to ${code(target.uri)}, which is not followed.`);
  if (target.kind === "outside") return page.text("Leads out of the workspace, so it is not followed.");
  if (target.kind === "malformed") return orText ? page : page.text("This is no path that can be followed.");
  if (orText && !looksLikePath(node.text)) return page;
  const part = target.fragment === "" ? "" : `, and there to ${code(target.fragment)}`;
  page.text(`Leads to the ${artifact} ${code(pathFrom(plan, target.uri))}${part}.`);
  if (found?.target) {
    const { definitions, root } = found.target;
    const name = root.get("title")?.value ?? root.get("name")?.value ?? fileName(found.target.uri);
    page.text(`${prose(name)}: ${countKinds(definitions.map(({ kind }) => kind))}.`);
  } else if (found) page.text("It could not be read.");
  return page;
}

function countKinds(kinds: readonly Parameters<typeof nameOf>[0][]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(nameOf(kind), (counts.get(nameOf(kind)) ?? 0) + 1);
  return (
    [...counts].map(([name, count]) => `${count} ${name}${count === 1 ? "" : "s"}`).join(", ") || "nothing defined"
  );
}

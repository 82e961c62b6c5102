import { URI } from "vscode-uri";
import { nameOf } from "../../generate/form.ts";
import { objectTypes } from "../../language/index.ts";
import type { DefinitionKind } from "../../language/types.ts";
import { describeDate } from "../../quantity/index.ts";
import { capitalized } from "../../rules/messages.ts";
import { containerType, type Node, pathOf } from "../../syntax/nodes.ts";
import { spanIn } from "../../syntax/plan-file.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { FoundDefinition } from "../../workspace/definitions.ts";
import { locate } from "../locate.ts";
import { type Named, usesOf } from "../named.ts";
import { occurrencesIn, plansThatKnow } from "../occurrences.ts";
import { rulePage } from "./finding.ts";
import type { HoverOptions } from "./index.ts";
import { code, Page } from "./page.ts";

/** More facts, or more uses, than this are not shown. */
const MOST_LINES = 10;

/** What an id names: the facts of its definition, where that is, and who uses it. */
export function idPage({ kind, id, defines }: Named, plan: CheckedPlan, options: HoverOptions): Page {
  if (kind === "rule") return rulePage(id, options.pageOf);
  const page = new Page();
  const definitions = plan.definitions.all(kind, id);
  const first = definitions[0];
  if (!first) return page.text(`There is no ${nameOf(kind)} ${code(id)} here.`);
  const file = first.file === plan.file ? "" : `, from ${code(pathFrom(plan, first.file.uri))}`;
  page.text(`**${capitalized(nameOf(kind))}** ${code(id)}${file}`);
  if (defines) page.text(containerDoc(first.value));
  if (definitions.length > 1) page.text(`It is defined ${definitions.length} times; this is the first.`);
  page.list(factsOf(first));
  page.text(usesLine(plan, kind, id));
  return plan.file.kind === "catalog" ? page.text(plansLine(plan, kind, id, options.others)) : page;
}

function containerDoc(value: Node): string {
  const type = value.kind === "map" ? containerType(value) : undefined;
  return type?.kind === "object" ? (Object.values(objectTypes).find((one) => one === type)?.doc ?? "") : "";
}

/** What is written in the definition, a line for each key. */
function factsOf({ value }: FoundDefinition): string[] {
  if (value.kind === "scalar")
    return [
      typeof value.value === "object" && "epochDay" in value.value ? describeDate(value.value) : code(value.text),
    ];
  if (value.kind === "list") return [];
  const facts = value.all.flatMap(({ key, value: said }) => {
    const text = flat(said, 2);
    return text === "" ? [] : [`${code(key.text)}: ${text}`];
  });
  return facts.length > MOST_LINES ? [...facts.slice(0, MOST_LINES), "…"] : facts;
}

/** A value on one line, as deep as it can be read there. */
function flat(node: Node, depth: number): string {
  if (node.kind === "scalar") return node.isNull ? "" : code(node.text);
  if (depth === 0) return "…";
  if (node.kind === "list") {
    const items = node.all.slice(0, MOST_LINES).map((item) => flat(item, depth - 1));
    const separator = node.all.some(({ kind }) => kind !== "scalar") ? "; " : ", ";
    return [...items, ...(node.all.length > MOST_LINES ? ["…"] : [])].join(separator);
  }
  return node.all
    .slice(0, MOST_LINES)
    .map(({ key, value }) => `${key.text === "" ? "" : `${code(key.text)} `}${flat(value, depth - 1)}`)
    .join(", ");
}

function usesLine(plan: CheckedPlan, kind: DefinitionKind, id: string): string {
  const uses = usesOf(plan, kind, id);
  if (uses.length === 0) return `Nothing in this ${plan.file.kind} uses it.`;
  const paths = uses.map(({ file, node }) => {
    const spot = locate(file, spanIn(file, node).start);
    const path = spot ? keysTo(spot.map === file.root ? [] : pathOf(spot.map), spot.entry.key.text) : id;
    return file === plan.file ? code(path) : `${code(path)} in ${code(pathFrom(plan, file.uri))}`;
  });
  const different = [...new Set(paths)];
  const shown = different.slice(0, MOST_LINES).join(", ");
  const more = different.length > MOST_LINES ? ` and ${different.length - MOST_LINES} other places` : "";
  return `Used ${times(uses.length)}: ${shown}${more}.`;
}

/** Who uses what a catalog lends. */
function plansLine(plan: CheckedPlan, kind: DefinitionKind, id: string, others: readonly CheckedPlan[]): string {
  const subject = { kind, id };
  const users = plansThatKnow(plan, subject, others).flatMap(({ file }) => {
    const uses = file === plan.file ? [] : occurrencesIn(file, subject).filter(({ defines }) => !defines);
    return uses.length > 0 ? [`${code(pathFrom(plan, file.uri))} (${times(uses.length)})`] : [];
  });
  if (users.length === 0) return "No plan that is open uses it; others are not counted.";
  const shown = users.slice(0, MOST_LINES).join(", ");
  const more = users.length > MOST_LINES ? ` and ${users.length - MOST_LINES} others` : "";
  return `Of the plans that are open these use it: ${shown}${more}.`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function keysTo(path: readonly (string | number)[], last: string): string {
  return [...path.filter((part) => typeof part === "string"), last].join(".");
}

/** A file's path from the root of the workspace. */
export function pathFrom({ workspace }: CheckedPlan, uri: string): string {
  const root = `${URI.parse(workspace.root).path.replace(/\/$/, "")}/`;
  const { path } = URI.parse(uri);
  return path.startsWith(root) ? path.slice(root.length) : path;
}

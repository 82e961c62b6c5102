import { isLentByCatalogs, type Plan } from "../../language/index.ts";
import type { DefinitionKind, ObjectType } from "../../language/types.ts";
import type { MapNode, Node, NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../../syntax/plan-file.ts";
import type { CheckedPlan, Place } from "../../workspace/checked-plan.ts";
import type { FoundDefinition } from "../../workspace/definitions.ts";
import { onceFor } from "../../workspace/once-for.ts";
import { placeOf } from "../occurrences.ts";
import { leadOf, PARTS } from "./leads.ts";

/** What makes one of them the same as that of another plan, or of the same plan a while later. */
export interface CallKey {
  /** The file that it stands in. */
  readonly uri: string;
  /** What an id names; `part` for a part of a plan that has no id. */
  readonly kind: DefinitionKind | "part";
  readonly id: string;
}

/** Something that people are called for, or somebody who is called. */
export interface CallItem extends CallKey {
  readonly title: string;
  /** All of it. */
  readonly whole: Place;
  readonly name: Place;
}

/** That one thing leads to another. */
export interface Connection {
  readonly from: CallItem;
  readonly to: CallItem;
  readonly how: string;
  /** Where that is written, in the file of the one that it leads from. */
  readonly place: Place;
}

/** All that leads from one thing to another in a plan and its catalogs, in the order of the texts. */
export const connectionsIn = onceFor((plan: CheckedPlan): readonly Connection[] => {
  const found = [plan.file, ...plan.workspace.catalogs].flatMap((file) => {
    const holders = new Map<Node, CallItem>();
    for (const { kind, id, value } of file.definitions) {
      const item = itemOf(plan, kind, id);
      if (item?.value === value) holders.set(value, item);
    }
    return [...named(plan, file, holders), ...(file === plan.file ? rollbacks(plan, holders) : [])];
  });
  return found.sort((a, b) => (a.place.uri === b.place.uri ? a.place.start - b.place.start : 0));
});

/** What the references of a file connect. */
function named(plan: CheckedPlan, file: PlanFile, holders: ReadonlyMap<Node, CallItem>): Connection[] {
  return file.references.flatMap(({ to, id, node }): Connection[] => {
    const { object, key } = around(file, node);
    const lead = object && leadOf(object, key);
    const holder = lead && holderOf(plan, file, object, holders);
    const other = holder && itemOf(plan, to, id);
    if (!other) return [];
    const place = placeOf({ file, node, from: 0, defines: false }, id);
    const how = lead.how(object);
    if (!lead.backwards) return [{ from: holder, to: other, how, place }];
    return [{ from: other, to: holder, how, place: other.uri === file.uri ? place : other.name }];
  });
}

/** Alarms that take the system out of use lead to those who do that. */
function rollbacks({ file }: CheckedPlan, holders: ReadonlyMap<Node, CallItem>): Connection[] {
  const rollback = file.root.get("rollout")?.get("rollback");
  return (file.root.get("triggers")?.items() ?? []).flatMap(({ value: trigger }) => {
    const from = holders.get(trigger);
    const action = trigger.get("do");
    if (!rollback || !from || action?.value !== "rollback") return [];
    return [{ from, to: partOf(file, rollback), how: "takes the system out of use", place: placeIn(file, action) }];
  });
}

/** The object that a value stands in, by itself or in a list, and under which key. */
function around(file: PlanFile, node: ScalarNode): { object: MapNode | undefined; key: string } {
  const list = node.parent?.kind === "list" ? node.parent : undefined;
  const own: Node = list ?? node;
  const holder = own.parent ?? file.root;
  return { object: holder.kind === "map" ? holder : undefined, key: own.key?.text ?? own.section.name };
}

/** The innermost thing that an object belongs to. */
function holderOf(
  { file: own }: CheckedPlan,
  file: PlanFile,
  object: MapNode,
  holders: ReadonlyMap<Node, CallItem>,
): CallItem | undefined {
  for (let outer: Node | undefined = object; outer; outer = outer.parent) {
    const item = holders.get(outer);
    if (item) return item;
    // A catalog lends no parts of a plan.
    if (outer.kind === "map" && file === own && file.kind === "plan" && PARTS.has(outer.type as ObjectType))
      return partOf(file, outer);
  }
  return undefined;
}

/** What an id stands for where it is defined; the first place counts. Undefined where nothing defines it. */
export function itemOf(
  plan: CheckedPlan,
  kind: DefinitionKind,
  id: string,
): (CallItem & { readonly value: Node }) | undefined {
  const first: FoundDefinition | undefined = plan.definitions.all(kind, id)[0];
  if (!first || (first.file.kind === "catalog" && !isLentByCatalogs(kind))) return undefined;
  const { file, node, value } = first;
  const name = placeOf({ file, node, from: 0, defines: true }, id);
  const { start, end } = placeIn(file, value);
  const whole = { uri: file.uri, start: Math.min(name.start, start), end: Math.max(name.end, end) };
  return { uri: file.uri, kind, id, title: id, whole, name, value };
}

/** A part of a plan that has no id. */
export function partOf(file: PlanFile, object: MapNode): CallItem {
  const id = PARTS.get(object.type as ObjectType) ?? "";
  if (object === file.root) return wholePlan(file, id);
  const name = placeIn(file, object.key ?? object.section.key);
  const { start, end } = placeIn(file, object);
  const whole = { uri: file.uri, start: Math.min(name.start, start), end: Math.max(name.end, end) };
  return { uri: file.uri, kind: "part", id, title: id, whole, name };
}

function wholePlan(file: PlanFile, id: string): CallItem {
  const root: NodeOf<typeof Plan> = file.root;
  const key = root.entry("owner")?.key ?? file.sections[0]?.key;
  const whole = { uri: file.uri, start: 0, end: file.text.length };
  const title = root.get("name")?.value ?? id;
  return { uri: file.uri, kind: "part", id, title, whole, name: key ? placeIn(file, key) : { ...whole, end: 0 } };
}

function placeIn(file: PlanFile, node: Node): Place {
  return { uri: file.uri, ...spanIn(file, node) };
}

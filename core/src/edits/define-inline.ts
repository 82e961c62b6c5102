import { sectionOfKind } from "../language/index.ts";
import type { DefinitionKind, MapType } from "../language/types.ts";
import type { MapNode, Node } from "../syntax/nodes.ts";
import { spanIn } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { PlanEditor } from "./plan-editor.ts";
import { quoteIfNeeded } from "./render.ts";
import { type Stub, written } from "./stub.ts";
import type { TextEdit } from "./text-edit.ts";

const ID = /^[a-z][a-z0-9-]*$/;

/** A definition that stands where only its id should: what it would be called, and the edits that move it. */
export interface InlineDefinition {
  readonly id: string;
  edits(): TextEdit[];
}

/**
 * Moves what is said of an id to the section for such ids, and names it where it stood: `metric: {kind: quality}` in an
 * alarm. Undefined where that can't be done, or a comment or an anchor would be lost.
 */
export function defineInline(
  checked: CheckedPlan,
  editor: PlanEditor,
  kind: DefinitionKind,
  map: MapNode,
): InlineDefinition | undefined {
  const { file, definitions } = checked;
  const type = file.root.type?.keys[sectionOfKind[kind] as keyof typeof file.root.type.keys]?.type as MapType;
  const isObject = type?.kind === "map" && type.defines === kind && type.of.kind === "object";
  if (!isObject || map.borrowed || !map.key || !editor.canDefine(kind)) return undefined;
  const { start, end } = spanIn(file, map);
  const from = file.text.indexOf(":", spanIn(file, map.key).end) + 1;
  const source = file.text.slice(from, end);
  if (map.parent?.kind === "list" || from === 0 || from > start || /[#&*!]|<</.test(source)) return undefined;
  const named = ["id", "name"].flatMap((name) => map.entry(name) ?? [])[0];
  const given = named?.value.kind === "scalar" && ID.test(named.value.text) ? named : undefined;
  const name = given?.value.kind === "scalar" ? given.value.text : nameFrom(map);
  if (name === undefined) return undefined;
  let id = name;
  for (let number = 2; definitions.all(kind, id).length > 0; number++) id = `${name}-${number}`;
  const entries = map.all
    .filter((entry) => entry !== given)
    .map((entry) => [entry.key.text, stubOf(entry.value)] as const);
  const value: Stub = { kind: "map", entries, inline: type.of.kind === "object" && type.of.inline };
  return {
    id,
    edits: () => [
      { uri: file.uri, start: from, end: from + source.trimEnd().length, newText: ` ${quoteIfNeeded(id)}` },
      ...editor.define(kind, id, value),
    ],
  };
}

function stubOf(node: Node): Stub {
  if (node.kind === "scalar") return written(node.text);
  if (node.kind === "list") return { kind: "list", items: node.all.map(stubOf), inline: true };
  return { kind: "map", entries: node.all.map(({ key, value }) => [key.text, stubOf(value)] as const), inline: true };
}

/** Called after the nearest thing around it that has a name, and the key it stands under: `low-accuracy-metric`, `crm-owner`. */
function nameFrom(map: MapNode): string | undefined {
  const names: string[] = [];
  for (let around: Node | undefined = map.parent; around; around = around.parent) {
    const id = around.kind === "map" ? (around.entry("id")?.value ?? around.key) : undefined;
    if (id?.kind === "scalar") names.push(id.text);
    if (names.length > 0) break;
  }
  const name = [...names, map.key?.text].join("-");
  return ID.test(name) ? name : undefined;
}

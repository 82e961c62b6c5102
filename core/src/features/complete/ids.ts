import { Outcome } from "../../language/index.ts";
import type { DefinitionKind, IdType, ReferenceType } from "../../language/types.ts";
import { spanIn } from "../../syntax/plan-file.ts";
import type { FoundDefinition } from "../../workspace/definitions.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import { fileName } from "../../workspace/links.ts";
import type { Context } from "./context.ts";
import { MARKER } from "./probe.ts";
import { waivableRules } from "./rules.ts";
import type { Suggestion } from "./suggestion.ts";

/** How many lines of a definition are shown. */
const MOST_LINES = 12;

/** `data-source` as people say it. */
export function kindName(kind: DefinitionKind): string {
  return kind.replaceAll("-", " ");
}

/** What an id may refer to: fixed words, then what the plan and its catalogs define, then what is yet to be defined. */
export function completeReference(context: Context, { to, choices }: ReferenceType): Suggestion[] {
  if (to === "rule")
    return waivableRules().map(({ id, summary }) => ({ text: id, kind: "rule", documentation: summary }));
  const words = Object.entries(choices ?? {}).map(([text, doc]): Suggestion => ({ text, kind: "value", detail: doc }));
  const defined = definitionsOf(context, to);
  // Who writes from top to bottom uses an id before it is defined. What is probably a slip is not to spread.
  const known = [...Object.keys(choices ?? {}), ...defined.map(({ id }) => id)];
  const awaited = usedOnly(context, to).filter((id) => didYouMean(id, known) === undefined);
  const detail = `${kindName(to)}, not defined yet`;
  return [
    ...words,
    ...defined.map((definition) => suggestionOf(context, definition)),
    ...awaited.map((text): Suggestion => ({ text, kind: "id", detail })),
  ];
}

/** A name that something else in the plan already uses and that is defined nowhere. */
export function completeNewId(context: Context, { defines }: IdType): Suggestion[] {
  if (defines === undefined) return [];
  const detail = `${kindName(defines)} that is used and not defined yet`;
  return usedOnly(context, defines).map((text) => ({ text, kind: "id", detail }));
}

/** The ids that the plan uses and nothing defines, but for the one that is being typed. */
function usedOnly({ plan, cursor }: Context, kind: DefinitionKind): string[] {
  const { file, definitions } = plan;
  const used = file.references.filter(
    ({ to, id, node }) =>
      to === kind && definitions.all(to, id).length === 0 && spanIn(file, node).start !== cursor.whole.start,
  );
  return [...new Set(used.map(({ id }) => id))];
}

/** Each id once; not the one whose definition the cursor is in, which would name itself. */
export function definitionsOf({ plan, slot }: Context, kind: DefinitionKind): FoundDefinition[] {
  const found = new Map<string, FoundDefinition>();
  // The section at the cursor reads better with the marker than with the half-typed line that may be there.
  const near = slot.file.definitions.filter((one) => one.kind === kind).map((one) => ({ ...one, file: slot.file }));
  for (const definition of [...near, ...plan.definitions.of(kind)])
    if (!found.has(definition.id)) found.set(definition.id, definition);
  found.delete(MARKER);
  for (let node = slot.node.parent; node; node = node.parent)
    if (node.kind === "map" && found.get(node.key?.text ?? "")?.value === node) found.delete(node.key?.text ?? "");
  return kind === "metric" ? businessFirst(slot, [...found.values()]) : [...found.values()];
}

/** The KPI of an outcome is a business metric; for all else the order of the plan stands. */
function businessFirst({ map, node }: Context["slot"], metrics: FoundDefinition[]): FoundDefinition[] {
  if (map?.type !== Outcome || node.key?.text !== "kpi") return metrics;
  const isBusiness = (metric: FoundDefinition) => Number(wordOf(metric, "kind") === "business");
  return metrics.sort((a, b) => isBusiness(b) - isBusiness(a));
}

function suggestionOf({ plan }: Context, definition: FoundDefinition): Suggestion {
  const { id, file } = definition;
  const from = file.uri === plan.file.uri ? "" : ` in ${fileName(file.uri)}`;
  return { text: id, kind: "id", detail: `${describe(definition)}${from}`, documentation: excerpt(definition) };
}

function describe(definition: FoundDefinition): string {
  if (definition.kind === "milestone" && definition.value.kind === "scalar")
    return `milestone, ${definition.value.text}`;
  if (definition.kind !== "metric") return kindName(definition.kind);
  const [kind, unit] = [wordOf(definition, "kind"), wordOf(definition, "unit")];
  return `${kind ? `${kind} ` : ""}metric${unit ? ` in ${unit}` : ""}`;
}

function wordOf({ value }: FoundDefinition, key: string): string | undefined {
  const node = value.kind === "map" ? value.entry(key)?.value : undefined;
  return node?.kind === "scalar" && node.text !== "" && !node.isPlaceholder ? node.text : undefined;
}

/** The definition as its author wrote it. */
function excerpt({ file, node, value }: FoundDefinition): string {
  const start = spanIn(file, node).start;
  const end = Math.max(spanIn(file, node).end, spanIn(file, value).end);
  const lines = file.text.slice(start, end).trimEnd().split(/\r?\n/);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  return `\`\`\`aiplan\n${shown.join("\n")}\n\`\`\``;
}

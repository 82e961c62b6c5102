import type { ArtifactKind, Artifacts } from "../../artifacts/artifact.ts";
import { isPage } from "../../artifacts/linked-text.ts";
import { nameOf } from "../../generate/form.ts";
import { sectionOfKind } from "../../language/index.ts";
import type { LinkType } from "../../language/types.ts";
import { formatNumber, formatReadable } from "../../quantity/index.ts";
import { enumerate } from "../../rules/messages.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { fileName, looksLikePath, resolveLink } from "../../workspace/links.ts";
import { nounFor } from "../links.ts";
import { locate } from "../locate.ts";
import { documentPage } from "./document.ts";
import { pathFrom } from "./id.ts";
import { code, Page, prose } from "./page.ts";

/** More columns, figures or ids than this are counted, not shown. */
const MOST_SHOWN = 12;

/** The URI of the document that a link at an offset leads to, if its text would tell a reader something. */
export function documentAt(plan: CheckedPlan, offset: number): string | undefined {
  const spot = locate(plan.file, offset);
  const link = spot && plan.workspace.links.get(spot.node);
  const isTold = link?.kind === "document" && !link.problem && link.uri !== undefined;
  return isTold && (isPage(link.uri) || /\.txt$/i.test(link.uri)) ? link.uri : undefined;
}

/**
 * Where a link leads, and what the file says.
 *
 * @param document the text of the document that it leads to, where that was read
 */
export function linkPage(node: ScalarNode, type: LinkType, plan: CheckedPlan, document: string | undefined): Page {
  const page = new Page();
  const target = resolveLink(node.text, plan.file.uri, plan.workspace.root);
  if (target.kind === "url") return page.text(`Leads to ${code(target.uri)}, which is not followed.`);
  if (target.kind === "outside") return page.text("Leads out of the workspace, so it is not followed.");
  if (target.kind === "malformed") return type.orText ? page : page.text("This is no path that can be followed.");
  if (type.orText && !looksLikePath(node.text)) return page;
  const part = target.fragment === "" ? "" : `, and there to ${code(target.fragment)}`;
  page.text(`Leads to the ${nounFor(type.artifact)} ${code(pathFrom(plan, target.uri))}${part}.`);
  const imported = plan.workspace.imports.find((one) => one.node === node);
  if (imported) return imported.target ? page.add(catalogPage(imported.target)) : page.text("It could not be read.");
  const link = plan.workspace.links.get(node);
  if (link?.artifact && link.kind !== "document") page.list(FACTS[link.kind](link.artifact as never));
  return document === undefined ? page : page.add(documentPage(document));
}

/** What a catalog lends, a line for each kind of thing. */
function catalogPage({ definitions, root, uri }: PlanFile): Page {
  const name = root.get("title")?.value ?? root.get("name")?.value ?? fileName(uri);
  const kinds = [...new Set(definitions.map(({ kind }) => kind))];
  const lent = kinds.map((kind) => {
    const ids = [...new Set(definitions.filter((one) => one.kind === kind).map(({ id }) => id))];
    const what = ids.length === 1 ? nameOf(kind) : sectionOfKind[kind].replaceAll("-", " ");
    return `${ids.length} ${what}: ${some(ids.map((id) => code(id)))}`;
  });
  return new Page().text(`**${prose(name)}**${lent.length > 0 ? " lends:" : " lends nothing."}`).list(lent);
}

const OPERATORS = { lt: "less than", lte: "at most", gt: "more than", gte: "at least" } as const;

/** What each kind of file says, in lines of inline Markdown. */
const FACTS: { readonly [Kind in ArtifactKind]: (artifact: Artifacts[Kind]) => string[] } = {
  "data contract": ({ name, version, status, owner, latency, frequency, retention, columns, column }) => [
    ...fact("version", version?.value),
    ...fact("status", status?.value),
    ...fact("owner", owner?.value),
    ...fact("latency", latency && formatReadable(latency.value)),
    ...fact("frequency", frequency && formatReadable(frequency.value)),
    ...fact("retention", retention && formatReadable(retention.value)),
    ...(column
      ? [`column ${describeColumn(column)}`]
      : [
          `table ${code(name.value)}, ${count(columns.size, "column")}: ${some([...columns.values()].map(describeColumn))}`,
        ]),
  ],
  openslo: ({ objectives, window }) => [
    ...objectives.map(({ target, op, value }) => {
      const share = target ? `${formatNumber(target.value * 100)}% good` : "no target";
      const threshold = value
        ? `, where good is ${op ? `${OPERATORS[op.value]} ` : ""}${formatNumber(value.value)}`
        : "";
      return `objective: ${share}${threshold}`;
    }),
    ...fact("window", window && formatReadable(window.value)),
  ],
  backstage: ({ lifecycle, owner }) => [...fact("lifecycle", lifecycle?.value), ...fact("owner", owner?.value)],
  flagd: ({ state, variants, defaultVariant }) => [
    ...fact("state", state?.value),
    ...(variants.length > 0 ? [`variants: ${some(variants.map((variant) => code(variant)))}`] : []),
    ...fact("default", defaultVariant?.value),
  ],
  "rollout engine": ({ engine, weights }) => [
    `${engine}: ${weights.length > 0 ? some(weights.map(({ value }) => `${formatNumber(value)}%`)) : "no steps"}`,
  ],
  "model card": ({ metrics }) => [
    ...metrics
      .slice(0, MOST_SHOWN)
      .map(
        ({ name, value, slice }) => `${prose(name.value)}: ${code(value.value)}${slice ? ` for ${prose(slice)}` : ""}`,
      ),
    ...(metrics.length > MOST_SHOWN ? [`and ${metrics.length - MOST_SHOWN} more`] : []),
  ],
};

function describeColumn({
  name,
  physicalType,
  logicalType,
  unique,
  primaryKey,
}: NonNullable<Artifacts["data contract"]["column"]>): string {
  const type = (physicalType ?? logicalType)?.value;
  const notes = [...(type ? [prose(type)] : []), ...(primaryKey ? ["primary key"] : unique ? ["unique"] : [])];
  return `${code(name.value)}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
}

function fact(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${code(value)}`];
}

function some(words: readonly string[]): string {
  return words.length > MOST_SHOWN
    ? `${words.slice(0, MOST_SHOWN).join(", ")} and ${words.length - MOST_SHOWN} more`
    : enumerate(words);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

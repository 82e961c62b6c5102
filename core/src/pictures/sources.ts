import { namedSources } from "../figures/named-sources.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import type { FoundDefinition } from "../workspace/definitions.ts";
import { onceFor } from "../workspace/once-for.ts";
import { type Figure, figureOf, present, type Words, wordsOf } from "./datum.ts";

export const ENVIRONMENTS = ["production", "staging", "pilot", "export", "synthetic"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
export const USES = ["training", "evaluation", "inference"] as const;
export type Use = (typeof USES)[number];

export interface Source<At = Place> {
  readonly id: string;
  /** Absent where the plan doesn't say. */
  readonly environment?: Environment;
  /** In the order of {@link USES}. */
  readonly uses: readonly Use[];
  readonly system?: Words<At>;
  readonly owner?: Words<At>;
  readonly contract?: Words<At>;
  readonly lineage?: Words<At>;
  /** How old the data is, and how old it may be; in hours. */
  readonly freshness?: Figure<At>;
  readonly maxStaleness?: Figure<At>;
  /** The source that takes its place in production. */
  readonly productionSource?: Words<At>;
  /** The metrics that are computed from it. */
  readonly metrics: readonly string[];
  /** A catalog lends it. */
  readonly isLent: boolean;
  readonly at: At;
}

/** Where the data comes from. */
export interface Sources<At = Place> {
  /** One at least: those of the plan itself, then those of catalogs that it names. */
  readonly sources: readonly Source<At>[];
}

/** Absent unless a source is defined. Of the sources in catalogs only those count that the plan names. */
export function sourcesOf(plan: CheckedPlan): Sources | undefined {
  const named = new Set(namedSources(plan).map(({ id }) => id));
  const seen = new Set<string>();
  const sources = plan.definitions.of("data-source").flatMap((definition) => {
    const { id, file, node } = definition;
    const counts = (file === plan.file || named.has(id)) && !seen.has(id) && !node.isPlaceholder;
    seen.add(id);
    return counts ? (sourceOf(plan, definition) ?? []) : [];
  });
  return sources.length > 0 ? { sources } : undefined;
}

function sourceOf(plan: CheckedPlan, { id, file, node }: FoundDefinition): Source | undefined {
  const source = plan.definitions.find("data-source", id);
  if (!source) return undefined;
  const uses = new Set(
    source
      .get("used-for")
      ?.items()
      .map(({ value }) => value),
  );
  return present({
    id,
    environment: source.get("environment")?.value,
    uses: USES.filter((use) => uses.has(use)),
    system: wordsOf(plan, source.get("system")),
    owner: wordsOf(plan, source.get("owner")),
    contract: wordsOf(plan, source.get("contract")),
    lineage: wordsOf(plan, source.get("lineage")),
    freshness: figureOf(plan, source.get("freshness"), "h"),
    maxStaleness: figureOf(plan, source.get("max-staleness"), "h"),
    productionSource: wordsOf(plan, source.get("production-source")),
    metrics: metricsBySource(plan).get(id) ?? [],
    isLent: file !== plan.file,
    at: plan.place(node),
  });
}

const metricsBySource = onceFor((plan: CheckedPlan): ReadonlyMap<string, readonly string[]> => {
  const bySource = new Map<string, string[]>();
  for (const { id } of plan.definitions.of("metric")) {
    const source = plan.definitions.find("metric", id)?.get("source")?.value;
    if (source === undefined) continue;
    const same = bySource.get(source);
    if (same) same.push(id);
    else bySource.set(source, [id]);
  }
  return bySource;
});

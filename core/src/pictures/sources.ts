import type { Place } from "../workspace/checked-plan.ts";
import type { Figure, Words } from "./datum.ts";

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

/** The id of a principle: kebab-case, stable, never reused. Rules and keys name the one they serve by it. */
export type PrincipleId =
  | "outcome-before-technology"
  | "workflow-redesign"
  | "numeric-criteria"
  | "economics-at-scale"
  | "monitoring-from-day-one"
  | "reviews-follow-data"
  | "stepwise-oversight"
  | "escalation-before-go-live"
  | "operating-limits"
  | "load-on-legacy"
  | "production-ready-data"
  | "schemas-agree"
  | "fragmentation-found-early"
  | "traceability"
  | "pilot-is-not-production"
  | "right-order"
  | "agreed-success"
  | "review-is-signal";

/** A publication that a principle rests on. */
export interface Source {
  readonly title: string;
  /** Where in it, and what it says there, in our own words. */
  readonly reference: string;
}

/** One thing that plans which reach production do. All texts are Markdown without headings. */
export interface Principle {
  /** Its place in the catalogue, 1 to 18. */
  readonly number: number;
  readonly id: PrincipleId;
  readonly title: string;
  /** What it is, in two or three sentences. */
  readonly what: string;
  /** Why plans without it fail in production; a figure comes with how it was got. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** What a plan must say to satisfy it; each item names its keys in backticks. */
  readonly says: readonly string[];
  /**
   * The keys it is about, as paths from the root; ids stand as `<id>` or `<metric>`. A key below a path belongs to it
   * as well.
   */
  readonly sections: readonly string[];
  /** What no checker can see about it. */
  readonly notCheckable?: string;
}

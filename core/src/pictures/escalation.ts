import type { Place } from "../workspace/checked-plan.ts";
import type { Figure, Words } from "./datum.ts";

/** Something after which people are told. */
export interface Alarm<At = Place> {
  /** The id of the trigger; `out-of-bounds` for an input outside the operating limits. */
  readonly id: string;
  readonly source: "trigger" | "out-of-bounds";
  readonly metric?: Words<At>;
  /** "below 85% for 1 w"; empty where nothing can be read. */
  readonly condition: string;
  readonly severity?: "sev1" | "sev2" | "sev3" | "sev4";
  /** What happens besides: `rollback`, `hand-to-human`. */
  readonly does?: string;
  /** The escalation path it goes to, whether or not that is defined. */
  readonly path?: Words<At>;
  /** The ids of the reviews that it calls for. */
  readonly reviews: readonly string[];
  readonly at: At;
}

/** Somebody who is told. */
export interface Paged<At = Place> {
  /** The escalation path on which it stands: where one path hands over to another, that one. */
  readonly path: string;
  /** Who, as the plan names the role. */
  readonly role?: Words<At>;
  /** How the role is reached, of `roles`. */
  readonly contact?: string;
  /** By what: phone, pager. */
  readonly via?: string;
  /** How long there is to answer, in minutes. */
  readonly within?: Figure<At>;
  /** When this is done: minutes after the alarm; absent where a time before it is not known. */
  readonly after?: Figure<At>;
  readonly at: At;
}

/** The way of an alarm through people. */
export interface PagingPath<At = Place> {
  /** The id of the escalation path. */
  readonly id: string;
  readonly hours?: "business" | "24x7";
  /** Its own steps, in order, without what it hands over to. */
  readonly steps: readonly Paged<At>[];
  /** The path it hands over to, whether or not that is defined. */
  readonly handsOverTo?: Words<At>;
  /** All who are told, over all hand-overs, until somebody was told before; at most {@link LONGEST_CHAIN}. */
  readonly chain: readonly Paged<At>[];
  /** `dead-end`: it hands over to what is not defined. `ring`: back to itself. `cut`: it goes on, longer than is shown. */
  readonly ends?: "dead-end" | "ring" | "cut";
  readonly at: At;
}

/** A meeting that alarms call for. */
export interface CalledReview<At = Place> {
  readonly id: string;
  readonly chair?: Words<At>;
  readonly atLatestEvery?: Words<At>;
  readonly at: At;
}

/** Who is told of what, and when. */
export interface Escalation<At = Place> {
  /** In the order of the plan. */
  readonly alarms: readonly Alarm<At>[];
  /** Those of the plan itself, and of its catalogs those that an alarm can reach. */
  readonly paths: readonly PagingPath<At>[];
  readonly reviews: readonly CalledReview<At>[];
}

/** More steps than anybody climbs. */
export const LONGEST_CHAIN = 20;

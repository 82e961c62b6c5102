import type { Plan } from "./plan.ts";
import type { DefinitionKind } from "./types.ts";

/** The version that `aiplan:` names; a file of a higher one is read as well as it can be. */
export const LANGUAGE_VERSION = 1;

/** A top-level key of a plan or catalog. */
export type SectionName = keyof typeof Plan.keys;

/** The sections a `kind: catalog` file may lend to the plans that import it. */
export const CATALOG_SECTIONS = [
  "roles",
  "escalation-paths",
  "systems",
  "data-sources",
  "metrics",
  "fallback-modes",
] as const satisfies readonly SectionName[];

/** The other top-level keys of a catalog. A catalog has no stage and no owner: it is never judged for readiness. */
export const CATALOG_HEADER = ["aiplan", "kind", "name", "title", "imports"] as const satisfies readonly SectionName[];

/** The section in which something of each kind is written. Rules are the exception: a plan only names them there. */
export const sectionOfKind = {
  role: "roles",
  metric: "metrics",
  "data-source": "data-sources",
  system: "systems",
  "fallback-mode": "fallback-modes",
  "escalation-path": "escalation-paths",
  milestone: "milestones",
  trigger: "triggers",
  review: "reviews",
  join: "joins",
  decision: "decisions",
  "rollout-step": "rollout",
  rule: "waivers",
} as const satisfies Record<DefinitionKind, SectionName>;

/** Can a catalog lend ids of this kind? Its other sections have no effect. */
export function isLentByCatalogs(kind: DefinitionKind): boolean {
  return CATALOG_SECTIONS.some((section) => section === sectionOfKind[kind]);
}

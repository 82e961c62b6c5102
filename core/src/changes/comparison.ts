import type { MapNode, Node } from "../syntax/nodes.ts";
import { containerType } from "../syntax/nodes.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { ChangeKind, NotCompared } from "./change.ts";
import { compareSection } from "./compare-sections.ts";
import { sectionNames } from "./entries.ts";
import { findRenames } from "./find-renames.ts";
import type { Versions } from "./meaning.ts";
import { unreadSections } from "./unread.ts";
import { Version } from "./version.ts";

/** A change before it is put into words. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly path: readonly string[];
  readonly before?: Node;
  readonly after?: Node;
}

/** An object of the language in the one version, the other, or both; an id that was renamed is still the same. */
export interface Pair<Of extends Node = MapNode> {
  readonly before?: Of;
  readonly after?: Of;
  readonly path: readonly string[];
}

/** Two versions of a plan held against each other, by what they say and not by how it is written. */
export class Comparison {
  readonly differences: Difference[] = [];
  /** Objects by the name of their type. */
  readonly pairs = new Map<string, Pair[]>();
  readonly notCompared: readonly NotCompared[];
  readonly versions: Versions;
  /** What a part of the version before has become. */
  readonly partners = new Map<Node, Node>();

  constructor(before: CheckedPlan, after: CheckedPlan) {
    const sides = { before: new Version(before), after: new Version(after) };
    this.versions = { ...sides, renames: findRenames(sides.before, sides.after) };
    const unread = unreadSections(before, after);
    this.notCompared = unread.words;
    if (unread.isWhole) return;
    this.pairUp(before.file.root, after.file.root, []);
    for (const name of sectionNames(before, after)) if (!unread.sections.has(name)) compareSection(name, this);
  }

  /** Notes an object of either version, or of both. */
  pairUp(before: MapNode | undefined, after: MapNode | undefined, path: readonly string[]): void {
    const type = containerType((after ?? before) as MapNode);
    if (before && after) this.partners.set(before, after);
    if (type?.kind !== "object") return;
    const same = this.pairs.get(type.name) ?? [];
    this.pairs.set(type.name, same);
    same.push({ ...(before ? { before } : {}), ...(after ? { after } : {}), path });
  }

  differ(kind: ChangeKind, path: readonly string[], before: Node | undefined, after: Node | undefined): void {
    this.differences.push({ kind, path, ...(before ? { before } : {}), ...(after ? { after } : {}) });
  }
}

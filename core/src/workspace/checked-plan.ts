import type { ArtifactKind, Artifacts } from "../artifacts/artifact.ts";
import type { PlanDate } from "../quantity/index.ts";
import type { MapNode, ScalarNode, Section, Span } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";
import { Definitions } from "./definitions.ts";
import { DueKeys } from "./due.ts";
import type { Workspace } from "./workspace.ts";

/** A place in a file: UTF-16 offsets into its text, `end` exclusive. */
export interface Place {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** A node, or a part of a section (`section` given), or a part of the whole text. */
export type Target = Span & { readonly section?: Section };

/** A plan with what rules and features ask of it again and again; made once for a workspace. */
export class CheckedPlan {
  readonly file: PlanFile;
  readonly definitions: Definitions;
  readonly due: DueKeys;
  constructor(readonly workspace: Workspace) {
    this.file = workspace.file;
    this.definitions = new Definitions(workspace);
    this.due = new DueKeys(workspace, this.definitions);
  }

  /** The date of a scalar that holds one, or names a milestone that does. */
  dateOf(scalar: ScalarNode<PlanDate | string> | ScalarNode<PlanDate> | undefined): PlanDate | undefined {
    const value = scalar?.value;
    return typeof value === "string" ? this.milestone(value) : value;
  }

  /** The date of a milestone, by its name. */
  milestone(name: string): PlanDate | undefined {
    return this.definitions.find("milestone", name)?.value;
  }

  /** What a link leads to; undefined for a URL, and where it can't be followed or read, which has its own finding. */
  linked<Kind extends ArtifactKind>(kind: Kind, link: ScalarNode<string> | undefined): Artifacts[Kind] | undefined {
    const followed = link && this.workspace.links.get(link);
    return followed?.kind === kind ? (followed.artifact as Artifacts[Kind] | undefined) : undefined;
  }

  /** The file a node stands in: the plan, or a catalog of it. */
  fileOf(uri: string): PlanFile {
    return this.workspace.catalogs.find((catalog) => catalog.uri === uri) ?? this.file;
  }

  /** Where a node or a part of the text stands; a place, which may be in a file that is not a plan, stays as it is. */
  place(at: Target | Place): Place {
    if ("uri" in at) return at;
    const file = at.section ? this.fileOf(at.section.uri) : this.file;
    return { uri: file.uri, ...spanIn(file, at) };
  }

  /** The key of a top-level section, or where its absence is reported: the value of `stage`, else the first key. */
  sectionPlace(name?: string): Target {
    const own = name === undefined ? undefined : this.file.root.entry(name)?.key;
    return own ?? placeOfWhole(this.file);
  }

  /** What an object is reported by: its key, or the first key in it where it is an item of a list. */
  nameOf(object: MapNode): Target {
    return object === this.file.root ? this.sectionPlace() : (object.key ?? object.all[0]?.key ?? object);
  }
}

/** Where something is reported that is about a plan as a whole: the value of `stage`, else the first key. */
export function placeOfWhole({ root, sections }: PlanFile): Target {
  return root.get("stage") ?? sections[0]?.key ?? { start: 0, end: 0 };
}

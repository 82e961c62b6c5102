import type {
  DataSource,
  Decision,
  EscalationPath,
  FallbackMode,
  Join,
  Metric,
  Review,
  Role,
  RolloutStep,
  System,
  Trigger,
} from "../language/index.ts";
import { Plan } from "../language/plan.ts";
import { CATALOG_HEADER, CATALOG_SECTIONS, isLentByCatalogs, sectionOfKind } from "../language/sections.ts";
import type { DefinitionKind } from "../language/types.ts";
import type { PlanDate } from "../quantity/index.ts";
import { type MapNode, type Node, type NodeOf, pathOf, type ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Problem, ProblemKind } from "../syntax/problems.ts";
import { reads } from "../syntax/reads.ts";
import type { Definition } from "../syntax/structure.ts";
import { misspeltKeys } from "./key-meant.ts";
import type { Workspace } from "./workspace.ts";

/** What is said of an id of each kind. */
export interface DefinedTypes {
  role: NodeOf<typeof Role>;
  metric: NodeOf<typeof Metric>;
  "data-source": NodeOf<typeof DataSource>;
  system: NodeOf<typeof System>;
  "fallback-mode": NodeOf<typeof FallbackMode>;
  "escalation-path": NodeOf<typeof EscalationPath>;
  milestone: ScalarNode<PlanDate>;
  trigger: NodeOf<typeof Trigger>;
  review: NodeOf<typeof Review>;
  join: NodeOf<typeof Join>;
  decision: NodeOf<typeof Decision>;
  "rollout-step": NodeOf<typeof RolloutStep>;
  rule: Node;
}

/** Problems after which ids may be missing that the author believes to have written. */
const LOSSY: ReadonlySet<ProblemKind> = new Set(["split-value", "missing-space", "keys-as-text", "hard-space"]);

/** What counts in a catalog. */
const READ_IN_CATALOGS: ReadonlySet<string> = new Set([...CATALOG_HEADER, ...CATALOG_SECTIONS]);

/** How many keys deep the ids of a section stand, where they are not its own keys. */
const DEPTHS: Readonly<Record<string, number>> = { imports: 2, rollout: 3 };

/** Does the problem take away more than what is said of one id? */
function losesIds({ kind, node }: Problem): boolean {
  // A placeholder that a container is expected in place of: it stands for all that is still to be written there.
  const isOpen = kind === "placeholder" && node.key !== undefined && node.type === undefined;
  return (
    LOSSY.has(kind) || ((kind === "wrong-shape" || isOpen) && pathOf(node).length <= (DEPTHS[node.section.name] ?? 1))
  );
}

export interface FoundDefinition extends Definition {
  readonly file: PlanFile;
}

/** Finds what an id means: in the plan itself, then in its catalogs. Each index is made once for a workspace. */
export class Definitions {
  private readonly byKind = new Map<DefinitionKind, Map<string, FoundDefinition[]>>();

  /** An import could not be read, or is not written yet: it may define anything. */
  readonly mayLackCatalogs: boolean;
  private readonly unclear = new Map<string, boolean>();

  constructor(private readonly workspace: Workspace) {
    const imports = workspace.file.root.get("imports");
    this.mayLackCatalogs =
      workspace.imports.some(({ problem }) => problem !== undefined && problem !== "cycle") ||
      (imports?.items().some(({ value }) => value === undefined) ?? false) ||
      this.mayHoldMore("imports");
    for (const file of [workspace.file, ...workspace.catalogs])
      for (const definition of file.definitions) {
        if (file !== workspace.file && !isLentByCatalogs(definition.kind)) continue;
        const ids = this.byKind.get(definition.kind) ?? new Map<string, FoundDefinition[]>();
        this.byKind.set(definition.kind, ids);
        const same = ids.get(definition.id);
        if (same) same.push({ ...definition, file });
        else ids.set(definition.id, [{ ...definition, file }]);
      }
  }

  /** Every place that defines the id; more than one is an error that has a finding of its own. */
  all(kind: DefinitionKind, id: string): readonly FoundDefinition[] {
    return this.byKind.get(kind)?.get(id) ?? [];
  }

  /** What is said of the id, undefined where it is not defined or its definition has the wrong shape. */
  find<Kind extends DefinitionKind>(kind: Kind, id: string | undefined): DefinedTypes[Kind] | undefined {
    if (id === undefined) return undefined;
    const value = this.all(kind, id)[0]?.value;
    if (reads.noted) this.noteRead(kind, id);
    return value?.type === undefined ? undefined : (value as DefinedTypes[Kind]);
  }

  /**
   * Is an id that is not found really undefined? It may be defined where nothing could be read: in a catalog that is not
   * there, or in a section that is garbled, is written twice or has the wrong shape.
   */
  areComplete(kind: DefinitionKind): boolean {
    const lacksIds = kind === "rollout-step" && this.stepsLackIds();
    return !lacksIds && !(isLentByCatalogs(kind) && this.mayLackCatalogs) && !this.mayHoldMore(sectionOfKind[kind]);
  }

  /** A step whose id is a placeholder, or cannot be read, may be the one that is meant. */
  private stepsLackIds(): boolean {
    const steps = this.workspace.file.root.get("rollout")?.get("steps")?.items() ?? [];
    return steps.some((step) => step.has("id") && step.get("id")?.value === undefined);
  }

  /** May a section hold more than could be read, here or in a catalog? */
  private mayHoldMore(name: string): boolean {
    const known = this.unclear.get(name);
    if (known !== undefined) return known;
    const { file: plan, catalogs } = this.workspace;
    const unclear = (READ_IN_CATALOGS.has(name) ? [plan, ...catalogs] : [plan]).some((file) => {
      const sections = file.sections.filter((section) => section.name === name);
      const lost = file.problems.some((problem) => sections.includes(problem.node.section) && losesIds(problem));
      const twice = sections.length > 1;
      return (
        lost ||
        twice ||
        misspeltKeys(file.root, Plan.keys).has(name) ||
        sections.some(({ broken }) => broken) ||
        file.garbled.has(name) ||
        file.refusal !== undefined
      );
    });
    this.unclear.set(name, unclear);
    return unclear;
  }

  /** Ids are read from a section. */
  private noteRead(kind: DefinitionKind, id?: string): void {
    const section = this.workspace.file.root.get(sectionOfKind[kind]) as MapNode | undefined;
    const name = kind === "rollout-step" ? "steps" : id;
    if (name !== undefined) section?.entry(name);
  }

  /** All ids of a kind with their places, those of the plan itself first. */
  of(kind: DefinitionKind): FoundDefinition[] {
    if (reads.noted) this.noteRead(kind);
    return [...(this.byKind.get(kind)?.values() ?? [])].flat();
  }
}

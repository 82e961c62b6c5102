import { type Autonomy, idFrom, type language, PLAN_KINDS, type PlanKind } from "@aiplan/core";

export const CI_SYSTEMS = ["github", "gitlab", "none"] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

/** What is to be written; every question is answered. */
export interface Answers {
  /** Where the plan goes, from the current folder. */
  readonly path: string;
  readonly name: string;
  readonly title?: string;
  readonly owner?: string;
  readonly kind: PlanKind;
  readonly stage: language.Stage;
  readonly autonomy: Autonomy;
  readonly ci: CiSystem;
  readonly config: boolean;
  readonly preCommit: boolean;
  readonly gitattributes: boolean;
}

/** What the flags say; what is left out is asked on a terminal, and elsewhere takes its default. */
export type Given = Partial<Answers>;

export function kindCalled(id: string): PlanKind | undefined {
  return PLAN_KINDS.find((kind) => kind.id === id);
}

/** The answers where nobody is asked. A plan is a proposal until somebody says that it is more. */
export function withDefaults(given: Given): Answers {
  const kind = given.kind ?? PLAN_KINDS[0]!;
  const name = given.name ?? ((given.path ? nameFrom(given.path) : idFrom(given.title ?? "")) || "new-plan");
  return {
    stage: "proposal",
    autonomy: kind.autonomy,
    ci: "none",
    config: false,
    preCommit: false,
    gitattributes: false,
    ...given,
    kind,
    name,
    path: given.path ?? `${name}.aiplan`,
  };
}

/** The name of a plan from that of its file; empty where nothing of it can be kept. */
function nameFrom(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? "";
  return idFrom(file.replace(/\.aiplan$/, ""));
}

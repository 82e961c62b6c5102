import type { DefinitionKind } from "../language/types.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Reference } from "../syntax/structure.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";

/** An id, where it is defined or where it is used. */
export interface Named {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly node: ScalarNode;
  readonly defines: boolean;
}

/** The id that a key or value of the plan stands for, if it is one. */
export function namedAt({ file }: CheckedPlan, node: ScalarNode): Named | undefined {
  const definition = file.definitions.find((one) => one.node === node);
  if (definition) return { kind: definition.kind, id: definition.id, node, defines: true };
  const reference = file.references.find((one) => one.node === node);
  return reference && { kind: reference.to, id: reference.id, node, defines: false };
}

/** Every use of an id in the plan and its catalogs, in the order of the files and of their texts. */
export function usesOf(
  { workspace }: CheckedPlan,
  kind: DefinitionKind,
  id: string,
): (Reference & { readonly file: PlanFile })[] {
  return [workspace.file, ...workspace.catalogs].flatMap((file) =>
    file.references.filter((one) => one.to === kind && one.id === id).map((one) => ({ ...one, file })),
  );
}

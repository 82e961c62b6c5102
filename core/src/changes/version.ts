import type { DefinitionKind } from "../language/types.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Reference } from "../syntax/structure.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { FoundDefinition } from "../workspace/definitions.ts";

/** One of the two versions of a plan, with what its catalogs lend to it. */
export class Version {
  private readonly counting: ReadonlySet<FoundDefinition>;

  constructor(readonly checked: CheckedPlan) {
    this.counting = new Set([...ownDefinitions(checked), ...reachedDefinitions(checked)]);
  }

  /** The ids of a kind that mean something in this plan: its own, and those of its catalogs that it uses. */
  idsOf(kind: DefinitionKind): string[] {
    const found = this.checked.definitions.of(kind).filter((definition) => this.counting.has(definition));
    return [...new Set(found.map(({ id }) => id))];
  }

  /** Where an id gets its meaning, be it used or not. */
  find(kind: DefinitionKind, id: string): FoundDefinition | undefined {
    return this.checked.definitions.all(kind, id)[0];
  }
}

function ownDefinitions({ file, definitions }: CheckedPlan): FoundDefinition[] {
  const kinds = new Set(file.definitions.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => definitions.of(kind).filter((definition) => definition.file === file));
}

/** What a plan uses of its catalogs, and what that uses in turn. */
function reachedDefinitions({ file, definitions }: CheckedPlan): Set<FoundDefinition> {
  const reached = new Set<FoundDefinition>();
  const waiting: Reference[] = [...file.references];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const found = definitions.all(next.to, next.id)[0];
    if (!found || found.file === file || reached.has(found)) continue;
    reached.add(found);
    for (const reference of found.file.references) if (isWithin(reference.node, found.value)) waiting.push(reference);
  }
  return reached;
}

/** Does a node stand in another, or is it the same? */
export function isWithin(node: Node, container: Node): boolean {
  return node.section === container.section && container.start <= node.start && node.end <= container.end;
}

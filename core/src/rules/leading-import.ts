import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { Import, Workspace } from "../workspace/workspace.ts";

/** The import in the plan's own file through which a catalog is reached first. */
export function leadingImport(workspace: Workspace, catalog: PlanFile): ScalarNode | undefined {
  const reached = workspace.imports.find(({ target }) => target === catalog);
  return reached && leaderOf(workspace, reached);
}

/** The import in the plan's own file that led to this one, which may be it. Imports are listed as they are followed. */
export function leaderOf({ file, imports }: Workspace, one: Import): ScalarNode | undefined {
  return imports.slice(0, imports.indexOf(one) + 1).findLast(({ from }) => from === file)?.node;
}

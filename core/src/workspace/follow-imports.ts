import type { PlanFile } from "../syntax/plan-file.ts";
import { resolveLink } from "./links.ts";
import type { Import, Workspace } from "./workspace.ts";

/** A file that an import leads to, or why there is none. */
export type Imported = PlanFile | { readonly problem: NonNullable<Import["problem"]> };

/**
 * Follows the imports of a file, and those of its catalogs. Whoever drives it says what is at each URI that it asks for, be
 * it read from a disk or known already.
 */
export function* followImports(
  file: PlanFile,
  root: string,
): Generator<string, Pick<Workspace, "imports" | "catalogs">, Imported> {
  const imports: Import[] = [];
  const catalogs = new Map<string, PlanFile>();

  function* follow(from: PlanFile, trail: readonly string[]): Generator<string, void, Imported> {
    for (const node of from.root.get("imports")?.items() ?? []) {
      if (node.value === undefined) continue;
      const link = resolveLink(node.value, from.uri, root);
      if (link.kind !== "file") {
        imports.push({ node, from, target: undefined, problem: link.kind });
        continue;
      }
      const ringStart = trail.indexOf(link.uri);
      if (ringStart >= 0) {
        imports.push({ node, from, target: undefined, problem: "cycle", ring: trail.slice(ringStart) });
        continue;
      }
      const known = catalogs.get(link.uri);
      if (known) {
        imports.push({ node, from, target: known });
        continue;
      }
      const target = yield link.uri;
      if ("problem" in target) {
        imports.push({ node, from, target: undefined, problem: target.problem });
        continue;
      }
      if (target.kind !== "catalog") {
        imports.push({ node, from, target: undefined, problem: "not-a-catalog" });
        continue;
      }
      imports.push({ node, from, target });
      catalogs.set(link.uri, target);
      yield* follow(target, [...trail, link.uri]);
    }
  }

  yield* follow(file, [file.uri]);
  return { imports, catalogs: [...catalogs.values()] };
}

import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { followImports } from "./follow-imports.ts";
import type { Link } from "./linked-files.ts";
import { resolveLink } from "./links.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The workspace of a plan or of one of its catalogs as it would be if some of its files were others. Nothing is read: what
 * they import and link to has to be known to the workspace as it is, else it counts as not there.
 */
export function supposing(known: Workspace, about: PlanFile, changed: readonly PlanFile[]): Workspace {
  const { root } = known;
  const files = new Map([...known.catalogs, known.file, ...changed].map((file) => [file.uri, file]));
  const problems = new Map(
    known.imports.flatMap(({ node, from, problem }) => {
      const target = resolveLink(node.value, from.uri, root);
      return problem && target.kind === "file" ? [[target.uri, problem] as const] : [];
    }),
  );
  const following = followImports(about, root);
  let step = following.next();
  while (!step.done)
    step = following.next(files.get(step.value) ?? { problem: problems.get(step.value) ?? "not-found" });
  const links = new Map([...known.links.values()].map((link) => [whereTo(link.node, link.from, root), link]));
  const found = [about, ...step.value.catalogs].flatMap((from) =>
    from.links.flatMap((node): [ScalarNode, Link][] => {
      const link = links.get(whereTo(node, from, root));
      return link ? [[node, { ...link, node, from }]] : [];
    }),
  );
  return { ...known, ...step.value, file: about, links: new Map(found) };
}

function whereTo({ type, value = "" }: ScalarNode<string>, from: PlanFile, root: string): string {
  const target = resolveLink(value, from.uri, root);
  const place = target.kind === "file" ? `${target.uri}#${target.fragment}` : value;
  return `${type?.kind === "link" ? type.artifact : ""} ${place}`;
}

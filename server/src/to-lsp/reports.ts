import { type PlanReport, planReport } from "@aiplan/report/data";
import { URI } from "vscode-uri";
import type { Snapshot } from "../plans.ts";
import type { ToLsp } from "./to-lsp.ts";

/** Null for what is not judged. Places have the client's URIs, and lines and columns as the client counts them. */
export function toReport(lsp: ToLsp, snapshot: Snapshot): PlanReport | null {
  const { plan, readiness } = snapshot;
  if (!readiness) return null;
  const { root } = plan.workspace;
  return planReport(plan, readiness, {
    placeOf: (place) => ({ path: pathBelow(root, place.uri), ...lsp.location(snapshot, place) }),
    pathOf: (uri) => pathBelow(root, uri),
  });
}

/** As people read it: from the folder that no link of the plan leaves, where it is below that. */
function pathBelow(root: string, uri: string): string {
  const [folder, path] = [root, uri].map((one) => URI.parse(one).path.replace(/\/$/, "")) as [string, string];
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path.slice(path.lastIndexOf("/") + 1);
}

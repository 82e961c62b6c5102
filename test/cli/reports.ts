import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PlanReport, Portfolio } from "@aiplan/report";
import { aiplan, type RunOptions } from "./aiplan.ts";

/** A catalog, which has no readiness. */
export const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";

/** A plan that lacks nearly everything. */
export const plan = (name: string, more = "") => `aiplan: 1\nname: ${name}\nstage: proposal\n${more}`;

/** Runs `report --format json` and reads what it prints. */
export async function reportJson<Kind extends PlanReport | Portfolio>(
  args: readonly string[],
  options: RunOptions = {},
) {
  const outcome = await aiplan(["report", "--format", "json", ...args], options);
  return { ...outcome, report: JSON.parse(outcome.stdout) as Kind };
}

/** The files below a folder, by their paths from there. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

import { CheckedPlan, type CompareOptions, comparePlans, type LoadOptions, type PlanDifference } from "@aiplan/core";
import { type Files, load } from "./check.ts";

export const PLAN = "plan.aiplan";

/** Two versions of a plan, each with its own files, held against each other. */
export async function compareFiles(
  before: Files,
  after: Files,
  name: string,
  options: CompareOptions & { readonly load?: Partial<LoadOptions> } = {},
): Promise<PlanDifference> {
  const [one, other] = await Promise.all([before, after].map((files) => load(files, name, options.load)));
  return comparePlans(new CheckedPlan(one!), new CheckedPlan(other!), options);
}

/** Two texts, each alone in its workspace. */
export function compareTexts(before: string, after: string, options?: CompareOptions): Promise<PlanDifference> {
  return compareFiles({ [PLAN]: before }, { [PLAN]: after }, PLAN, options);
}

/** What has changed, a sentence a change. */
export async function wordsBetween(before: string, after: string): Promise<string[]> {
  return (await compareTexts(before, after)).changes.map(({ words }) => words);
}

import { CheckedPlan, type Config, DEFAULT_CONFIG, type Place, readDate, readinessOf } from "@aiplan/core";
import { type PlanReport, type Portfolio, PortfolioMaker, planReport } from "@aiplan/report/data";
import { type Files, load, ROOT } from "../harness/check.ts";
import { EXAMPLES, examples, PLANS } from "../harness/examples.ts";

/** The report of a plan, with the places that an editor can go to. @param asOf the day that dates are judged by */
export async function reportOf(
  files: Files,
  name: string,
  asOf?: string,
  config: Config = DEFAULT_CONFIG,
): Promise<PlanReport> {
  const date = asOf === undefined ? undefined : readDate(asOf).date;
  const workspace = await load(files, name, { config, ...(date && { clock: { date, source: "as-of" } }) });
  const readiness = readinessOf(workspace);
  if (!readiness) throw new Error(`${name} is not judged`);
  const pathOf = (uri: string) => uri.slice(ROOT.length + 1);
  const placeOf = ({ uri, start, end }: Place) => {
    const text = files[pathOf(uri)] ?? "";
    return { path: pathOf(uri), uri, range: { start: positionAt(text, start), end: positionAt(text, end) } };
  };
  const pageOf = (kind: string, id: string) => `https://example.com/${kind}/${id}.md`;
  return planReport(new CheckedPlan(workspace), readiness, { placeOf, pathOf, pageOf });
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Plans that are judged as of a day, on which not all of them is as it should be. */
const DATED = /^(?:before|ticket-routing)\//;

/** The reports of all plans that the repository has, by their paths. */
export async function everyReport(): Promise<ReadonlyMap<string, PlanReport>> {
  const found = new Map<string, PlanReport>();
  for (const folder of [EXAMPLES, PLANS])
    for (const { name, text, files } of examples(folder))
      if (!/^kind: catalog/m.test(text))
        found.set(name, await reportOf(files, name, DATED.test(name) ? "2026-07-20" : undefined));
  return found;
}

export function portfolioOf(reports: Iterable<readonly [string, PlanReport]>): Portfolio {
  const maker = new PortfolioMaker();
  for (const [path, report] of reports) maker.plan(report, path.replace(/aiplan$/, "html"));
  maker.leaveOut("catalog");
  maker.problem("plans/lost.aiplan", "Cannot be read: there is no such file.");
  return maker.portfolio;
}

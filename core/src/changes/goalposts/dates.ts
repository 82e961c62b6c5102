import type { Plan, SuccessCriteria } from "../../language/index.ts";
import { addMonths, compareDates, distanceInWords, type PlanDate } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { isOver } from "../build-time.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";

/** The days from which month one and month six are counted, and on which the build began. */
export function judgeMilestones(_: Pair<NodeOf<typeof Plan>>, context: ChangeContext): void {
  judgeGoLive(context);
  judgeBuildStart(context);
}

/** A schedule that slips is no trick; but once the system is live its benchmarks have their days. */
function judgeGoLive(context: ChangeContext): void {
  const [was, is] = milestones("go-live", context);
  if (!was?.value || !is?.value || compareDates(is.value, was.value) <= 0) return;
  if (!(isOver(was.value, context.date) ?? context.stage === "production")) return;
  context.report(
    { before: was, after: is },
    {
      what: `Go-live was put off from ${was.value.text} to ${is.value.text} (${later(was.value, is.value)}) although that day had come`,
      so: `month six is now counted from the new day, so the benchmarks of ${addMonths(was.value, 6).text} are judged only on ${addMonths(is.value, 6).text}`,
      advice: "Put the day back on which the system really went live, and let the benchmarks be judged on their days.",
    },
    { severity: "warning" },
  );
}

/** What was agreed after the build began now seems to have been agreed before. */
function judgeBuildStart(context: ChangeContext): void {
  const [was, is] = milestones("build-start", context);
  if (!was?.value || !is?.value) return;
  const agreed = context.after.file.root.get("success-criteria")?.get("agreed")?.value;
  if (!agreed || compareDates(agreed, was.value) <= 0 || compareDates(agreed, is.value) > 0) return;
  context.report(
    { before: was, after: is },
    {
      what: `The start of the build was moved from ${was.value.text} to ${is.value.text}`,
      so: `success criteria that were agreed after it (${agreed.text}) now seem to have been agreed before it`,
      advice: "Put the day back on which the build really began.",
    },
    { severity: "warning" },
  );
}

/** A day of agreement that is dated back to before the build. */
export function judgeAgreement({ before, after }: Pair<NodeOf<typeof SuccessCriteria>>, context: ChangeContext): void {
  const [was, is] = [before?.get("agreed"), after?.get("agreed")];
  const start = context.before.milestone("build-start");
  if (!was?.value || !is?.value || !start) return;
  if (compareDates(was.value, start) <= 0 || compareDates(is.value, start) > 0) return;
  context.report(
    { before: was, after: is },
    {
      what: `The day on which the success criteria were agreed was dated back from ${was.value.text} to ${is.value.text}`,
      so: `they were agreed after the build began (${start.text}), and now seem to have been agreed before it`,
      advice: "Write the day on which they were really agreed.",
    },
    { severity: "warning" },
  );
}

function milestones(name: string, { before, after }: ChangeContext) {
  return [before, after].map(({ definitions }) => definitions.find("milestone", name));
}

function later(from: PlanDate, to: PlanDate): string {
  return distanceInWords(from, to).replace(/ after$/, " later");
}

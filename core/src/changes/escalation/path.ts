import type { EscalationPath, EscalationStep, OutOfBounds, Role } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { onceFor } from "../../workspace/once-for.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { isKeptIn, reportChanged, reportLost, reportMoved } from "../judging.ts";
import { subjectOf } from "../words/subject.ts";

type Step = NodeOf<typeof EscalationStep>;

/** A path that is gone, or that nobody answers at night any more. */
export function judgePath({ before, after }: Pair<NodeOf<typeof EscalationPath>>, context: ChangeContext): void {
  if (!before) return;
  if (!after) {
    context.removed(before, {
      noun: "escalation path",
      name: `\`${before.key?.text}\``,
      so: "when something goes wrong, who is told is worked out only then",
      advice: "Put it back, or lead what used it to another path.",
    });
    return;
  }
  const [was, is] = [before.get("hours"), after.get("hours")];
  if (was?.value === "24x7" && is?.value === "business")
    reportChanged(
      was,
      is,
      {
        so: "what fails in the evening is answered the next morning, and until then the system goes on failing",
        advice: "Keep somebody on call day and night, or let serious alarms take another path.",
      },
      context,
    );
}

/** Somebody who is no longer told, or who may take longer to answer. */
export function judgeStep({ before, after }: Pair<Step>, context: ChangeContext): void {
  if (!before) return;
  if (!after) {
    if (isKeptIn(before, "EscalationPath", context)) reportStep(before, context);
    return;
  }
  const slower = {
    so: "for so much longer nobody else is told while the first does not answer",
    advice: "Keep the old time, or add somebody who is told sooner.",
    severity: "warning",
  } as const;
  const place = placeBefore(before, after, context);
  reportMoved(place.get("within"), after.get("within"), "higher", slower, context);
  reportLost(place, after, "within", { ...slower, so: "the next step never begins" }, context);
}

/** The step that a time is held against: where steps have only changed places, the one that stood there before. */
function placeBefore(before: Step, after: Step, { comparison }: ChangeContext): Step {
  const [list, listNow] = [before.parent, after.parent];
  if (list?.kind !== "list" || listNow?.kind !== "list" || list.all.length !== listNow.all.length) return before;
  const stayed = new Set(list.all.map((step) => comparison.partners.get(step)));
  const isReordered = listNow.all.every((step) => stayed.has(step));
  return isReordered ? (list.all[listNow.all.indexOf(after)] as Step) : before;
}

function reportStep(step: Step, context: ChangeContext): void {
  const told = step.get("notify")?.word ?? step.get("path")?.word;
  const list = step.parent?.kind === "list" ? step.parent : undefined;
  const number = (list?.all.indexOf(step) ?? 0) + 1;
  const called = told === undefined ? `${number}` : `${number} (\`${told}\`)`;
  context.removed(step, {
    noun: `step of ${subjectOf(step).replace(/^step \d+ of /, "")}`,
    name: called,
    single: subjectOf(step).replace(/^step \d+/, `step ${called}`),
    so: "if those who are left do not answer, nobody else is told",
    advice: "Put it back, or name somebody else who is told next.",
  });
}

/** The roles that steps of escalation paths name, in the plan and its catalogs. */
const rolesTold = onceFor(({ workspace: { file, catalogs } }: CheckedPlan): ReadonlySet<string> => {
  const references = [file, ...catalogs].flatMap((one) => one.references);
  return new Set(
    references.flatMap(({ to, id, node }) => (to === "role" && node.section.name === "escalation-paths" ? [id] : [])),
  );
});

/** A role that alarms call and that nobody stands in for any more. */
export function judgeDeputy({ before, after }: Pair<NodeOf<typeof Role>>, context: ChangeContext): void {
  const id = after?.key?.text;
  if (id === undefined || !rolesTold(context.after).has(id)) return;
  reportLost(
    before,
    after,
    "deputy",
    {
      so: "escalation paths call this role, and while it cannot be reached nobody answers in its place",
      advice: "Name a deputy.",
      severity: "warning",
    },
    context,
  );
}

/** Inputs outside the limits of which nobody hears any more. */
export function judgeOutOfBounds({ before, after }: Pair<NodeOf<typeof OutOfBounds>>, context: ChangeContext): void {
  reportLost(
    before,
    after,
    "escalate",
    {
      so: "nobody is told that inputs lie outside the limits, so nobody learns that the limits no longer fit",
      advice: "Put the path back.",
    },
    context,
  );
}

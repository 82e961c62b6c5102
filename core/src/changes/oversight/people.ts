import type { AllowedAction, HumanOversight, OperatingLimits, Plan } from "../../language/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { reportChanged, reportLost, reportMoved, wordsOnlyIn } from "../judging.ts";

/** Least first. */
const RISKS: readonly string[] = ["minimal", "limited", "high"];
const AUTONOMY: readonly string[] = ["suggest", "act-with-approval", "act"];
/** How much a sample of each kind says of all items. */
const SAMPLING: readonly string[] = ["risk-based", "random", "all"];

/** Who reviews, and what becomes of it. */
export function judgeReviewers({ before, after }: Pair<NodeOf<typeof HumanOversight>>, context: ChangeContext): void {
  const { root } = context.after.file;
  if (before && !after) {
    context.removed(before, {
      noun: "section `human-oversight`",
      so: "nobody is said to review the output, so whether it is right is known from complaints",
      advice: "Put it back.",
    });
    return;
  }
  const fewer = {
    so: "less is reviewed than was planned for, whatever the steps say",
    advice: "See that the steps ask for no more than reviewers can do, and how the rest is covered.",
  };
  reportMoved(before?.get("capacity"), after?.get("capacity"), "lower", { ...fewer, severity: "info" }, context);
  reportLost(
    before,
    after ?? root,
    "reviewers",
    { so: "nobody in particular reviews the output", advice: "Name the role." },
    context,
  );
  const [was, is] = [before?.get("sampling"), after?.get("sampling")];
  if (isLess(SAMPLING, was, is))
    reportChanged(
      was,
      is,
      {
        so: "what is reviewed no longer speaks for all items, so errors go unseen where nobody looks",
        advice: "Keep it as it was, or part of it at random.",
        severity: "warning",
      },
      context,
    );
  const [logged, loggedNow] = [before?.get("overrides-logged"), after?.get("overrides-logged")];
  if (logged?.value === true && loggedNow?.value === false)
    context.report(
      { before: logged, after: loggedNow },
      {
        what: "Overrides are no longer logged",
        so: "what reviewers correct is the best signal of where the system errs, and it is lost",
        advice: "Log them.",
      },
      { severity: "warning" },
    );
}

/** How far the system acts on its own. */
export function judgeAutonomy({ before, after }: Pair<NodeOf<typeof OperatingLimits>>, context: ChangeContext): void {
  reportMoreAutonomy(before?.get("autonomy"), after?.get("autonomy"), context);
}

export function judgeActionAutonomy(
  { before, after }: Pair<NodeOf<typeof AllowedAction>>,
  context: ChangeContext,
): void {
  reportMoreAutonomy(before?.get("autonomy"), after?.get("autonomy"), context);
}

function reportMoreAutonomy(was: ScalarNode | undefined, is: ScalarNode | undefined, context: ChangeContext): void {
  if (!isLess(AUTONOMY, is, was)) return;
  reportChanged(
    was,
    is,
    {
      so: "what a person looked at before it took effect now takes effect first",
      advice: "Earn it as a step of the rollout, with a gate, or say in a waiver who accepts it.",
    },
    context,
  );
}

/** How much harm the plan says is possible, and what it asks to be checked against. */
export function judgePlan({ before, after }: Pair<NodeOf<typeof Plan>>, context: ChangeContext): void {
  const [was, is] = [before?.get("risk-tier"), after?.get("risk-tier")];
  if (isLess(RISKS, was, is))
    reportChanged(
      was,
      is,
      {
        so: "the plan is now held to less oversight, although what a wrong output can do to people has not changed with the word",
        advice:
          "Put it back; or write down, where the tier was assessed, what makes the system less dangerous than it was.",
      },
      context,
    );
  for (const profile of wordsOnlyIn(before?.get("profiles"), after?.entry("profiles")?.value))
    context.removed(
      profile,
      {
        noun: "profile",
        name: `\`${profile.word}\``,
        so: "the plan is no longer checked against its rules",
        advice: "Put it back, unless what it stands for no longer applies.",
      },
      { severity: "warning" },
    );
}

/** Is the second of two words less than the first? */
function isLess(order: readonly string[], was: ScalarNode | undefined, is: ScalarNode | undefined): boolean {
  const [one, other] = [was?.value, is?.value].map((word) => order.indexOf(String(word)));
  return one !== undefined && other !== undefined && other >= 0 && other < one;
}

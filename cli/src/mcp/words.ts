import type { language } from "@aiplan/core";

/** What every assistant is told of this server. */
export const INSTRUCTIONS = `AI plans (.aiplan, YAML 1.2) say how an AI system reaches production and stays there: outcome, targets, costs, data, \
limits, monitoring, escalation, rollout. Read the resource aiplan://reference before you write one. Check a plan after each change, \
put right what \`fix\` can, ask \`explain\` about findings that are not clear, and compare with \`diff\` before you change a plan that is \
agreed. Numbers, dates, names and agreements come from people: where one is not known, leave a placeholder such as \
<month-one target e.g. 90%>, and never lower a target or drop a safeguard to make a finding go away. Nothing is written by these \
tools.`;

/** @param about in the words of whoever asks */
export function writePlanPrompt(about: string, stage: language.Stage): string {
  return `Write an AI plan (.aiplan) for the stage \`${stage}\`.

1. Read the resource aiplan://reference: it has every key, and from which stage on it is due.
2. Draft the plan from what is said below. Leave a placeholder, \`<what to write>\`, for every number, date, name and
   agreement that is not said: do not make them up.
3. Call \`check\` with the text. Put right what you can from what is said, with \`fix\` (\`all\` inserts what is missing as
   placeholders), and check again, until only placeholders and questions for people are left.
4. Give the plan, and after it the open questions: one for each placeholder and each finding that is left, and whom to ask.

What is said of the system:

${about}`;
}

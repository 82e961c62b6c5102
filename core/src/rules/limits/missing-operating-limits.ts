import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-operating-limits",
  principle: "operating-limits",
  severity: ramp("build"),
  summary: "From build on, a plan says within which limits a system that acts may act.",
  why: `A system that acts on its own needs predictable inputs and clear limits. Without them it meets cases it was not made for,
and then stalls, errs, or needs people all the time. What it may do, on what input, how sure it must be and what happens
outside of that is decided before it is built, not by it.`,
  silent: `While \`autonomy\` is \`suggest\`: a person then decides about everything. About the keys inside \`inputs\`, \`actions\` and
\`out-of-bounds\` and about the kill switch (\`missing-key\` speaks of those), and where the YAML around is broken. At the
stage proposal it is a hint.`,
  source: "Article, The gap between testing and production",
  reads: ["operating-limits"],
  examples: {
    bad: [
      {
        plan: `
stage: build
#      ^^^^^ Nothing says what this system may do on its own: there are no \`operating-limits\`
`,
        fixed: `
stage: build
operating-limits:
  autonomy: <suggest or act-with-approval or act>
  inputs: <what an input must look like>
  actions: {allowed: [<action it may take e.g. assign-team>], forbidden: [<action it must never take e.g. close-ticket>], max-rate: <most actions e.g. 2000 action/h>}
  min-confidence: <lowest confidence to act on e.g. 0.75>
  out-of-bounds: {do: <what it does e.g. hand-to-human>, escalate: <id of an escalation path>}
  kill-switch: {how: <how it is stopped>, operators: [<id of a role>], max-time: <longest time to stop it e.g. 5 min>}
`,
      },
      {
        plan: `
stage: build
operating-limits:
^^^^^^^^^^^^^^^^ The operating limits lack \`autonomy\`
  inputs: {languages: [en]}
  actions: {allowed: [assign-team]}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
        fixed: `
stage: build
operating-limits:
  autonomy: <suggest or act-with-approval or act>
  inputs: {languages: [en]}
  actions: {allowed: [assign-team]}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
      },
      {
        plan: `
stage: pilot
operating-limits:
^^^^^^^^^^^^^^^^ The operating limits lack \`min-confidence\` and \`out-of-bounds\`
  autonomy: act
  inputs: {languages: [en]}
  actions: {allowed: [assign-team]}
`,
        fixed: `
stage: pilot
operating-limits:
  autonomy: act
  inputs: {languages: [en]}
  actions: {allowed: [assign-team]}
  min-confidence: <lowest confidence to act on e.g. 0.75>
  out-of-bounds: {do: <what it does e.g. hand-to-human>, escalate: <id of an escalation path>}
`,
      },
      {
        plan: `
stage: pilot
operating-limits:
^^^^^^^^^^^^^^^^ The operating limits lack \`inputs\`
  autonomy: act
  inputs: {}
  actions: {allowed: [assign-team]}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
        fixed: `
stage: pilot
operating-limits:
  autonomy: act
  inputs: <what an input must look like>
  actions: {allowed: [assign-team]}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
      },
    ],
    good: [
      `
stage: production
operating-limits: {autonomy: suggest}
`,
      `
stage: build
operating-limits:
  autonomy: act
  inputs: <what an input must look like>
  actions: {allowed: [assign-team]}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
      `
stage: build
operating-limits:
  autonomy: act
 inputs
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("operating-limits"),
        () =>
          "Nothing says what this system may do on its own: there are no `operating-limits`. Outside what it was made for it stalls, errs, or needs people all the time. Write what it may do and on what input, or `autonomy: suggest` if a person decides about everything.",
      );
    },
    OperatingLimits(limits, context) {
      reportLacks(context, limits, context.checked.nameOf(limits), (keys, names) =>
        names.includes("autonomy")
          ? `The operating limits lack ${keys}. Until \`autonomy\` says how far the system acts on its own, nobody knows what has to be limited. Write it first: \`suggest\`, \`act-with-approval\` or \`act\`.`
          : `The operating limits lack ${keys}. A system that acts without them meets cases it was not made for, and stalls, errs, or needs people all the time.`,
      );
    },
  },
});

import type { MapNode } from "../../syntax/nodes.ts";
import type { Target } from "../../workspace/checked-plan.ts";
import type { Lack } from "../../workspace/due.ts";
import { listKeys, titleForInserting } from "../messages.ts";
import { objectsOf } from "../objects-of.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-key",
  principle: "right-order",
  severity: ramp("proposal"),
  summary: "What is due at the stage a plan claims must be in it.",
  why: `A plan that leaves a question open leaves it to whoever is on duty when it comes up. Every key of the language
has a stage by which it must be answered, because from then on something is built, switched on or paged for on the
strength of it. Each key is judged by its own due stage: one stage early it is a hint, at the stage a warning, after
it an error.`,
  silent: `For keys that another rule speaks of, for keys whose condition does not hold (such as operating limits while
the system only suggests, or a whole \`rollout\` before \`operating-limits.autonomy\` says whether it does), for what a merge
key would lend if it were there (it is said once, where it is lent), for a key that is only misspelt or in a section that is
written twice, for sections of ids that an imported catalog lends, and
where the YAML around is broken.`,
  source: "The plan language: the due stage of each key",
  reads: "*",
  examples: {
    bad: [
      {
        plan: `
aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier: limited
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
milestones: {technology-selected: 2026-02-20, build-start: 2026-03-02, pilot-start: 2026-05-04}
metrics:
  routing-accuracy: {kind: quality, unit: percent}
# ^^^^^^^^^^^^^^^^ \`routing-accuracy\` lacks \`direction\`. Which way is better
systems:
  crm:
# ^^^ \`crm\` lacks \`calls-per-item\` and \`rate-limit\` (due next, at build).
    owner: support-ops
    access: [read]
roles:
  support-ops: {contact: ops@example.com}
`,
        fixed: `
aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier: limited
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
milestones: {technology-selected: 2026-02-20, build-start: 2026-03-02, pilot-start: 2026-05-04}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: <higher or lower or target>}
systems:
  crm:
    owner: support-ops
    access: [read]
    calls-per-item: <calls for one item e.g. 3>
    rate-limit: <requests it accepts e.g. 60 req/min>
roles:
  support-ops: {contact: ops@example.com}
`,
      },
      {
        plan: `
stage: pilot
#      ^^^^^ This plan lacks \`aiplan\`, \`name\`, \`title\`, \`owner\`, \`risk-tier\`
triggers:
  slow: {metric: latency-p95, for: 30 min, do: notify}
# ^^^^ \`slow\` lacks \`severity\` and one of \`below\`, \`above\` or \`outside\`.
  down: {metric: availability, for: 1 h, severity: sev1, do: rollback}
# ^^^^ \`down\` lacks one of \`below\`, \`above\` or \`outside\`. Write the one that fits.
rollout:
  steps:
    - {traffic: 10%, review: 100%, starts: go-live}
#      ^^^^^^^ \`steps, item 1\` lacks \`id\`. A short name for the step
escalation-paths:
  outage: {hours: 24x7, steps: []}
# ^^^^^^ \`outage\` lacks \`steps\`.
`,
      },
      {
        plan: `
aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier:
^^^^^^^^^ \`risk-tier\` is empty. How much harm
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
milestones:   # to be agreed
^^^^^^^^^^ \`milestones\` is empty. The dates that matter
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
systems:
  crm: {owner: support-ops, calls-per-item: 1, rate-limit: 20 req/s}
roles:
  support-ops: {contact: support-ops@example.com}
`,
        fixed: `
aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier: <minimal or limited or high>
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
milestones:   # to be agreed
  technology-selected: <date the technology is selected YYYY-MM-DD>
  build-start: <date the build starts YYYY-MM-DD>
  pilot-start: <date the pilot starts YYYY-MM-DD>
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
systems:
  crm: {owner: support-ops, calls-per-item: 1, rate-limit: 20 req/s}
roles:
  support-ops: {contact: support-ops@example.com}
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
aiplan: 1
name: ticket-routing
title: Route support tickets to the team that can solve them
stage: proposal
owner: support-ops
risk-tier: limited
imports: [./org.aiplan]
workflow: {current: ./flows/today.md, target: ./flows/redesigned.md, redesign-approved: 2026-02-13}
milestones: {technology-selected: 2026-02-20, build-start: 2026-03-02, pilot-start: <date the pilot starts>}
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
systems:
  crm: {owner: support-ops, calls-per-item: 1, rate-limit: 20 req/s}
-- org.aiplan --
kind: catalog
roles:
  support-ops: {contact: ops@example.com}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const object of objectsOf(file)) checkObject(object, context);
    },
  },
});

/** One finding for everything that an object lacks; a section that is there but empty has its own, where it stands. */
function checkObject(object: MapNode, context: RuleContext): void {
  const { lacks } = context.lacked(object);
  if (lacks.length === 0) return;
  const isPlan = object === context.plan;
  const isEmpty = ({ name }: Lack) => isPlan && object.entry(name) !== undefined;
  const name = isPlan ? "This plan" : `\`${object.key?.text ?? nameOfItem(object)}\``;
  const absent = lacks.filter((lack) => !isEmpty(lack));
  reportLacks(
    object,
    absent,
    context.checked.nameOf(object),
    `${name} lacks ${listKeys(absent, context.stage)}.`,
    context,
  );
  for (const lack of lacks.filter(isEmpty))
    reportLacks(object, [lack], context.checked.sectionPlace(lack.name), `\`${lack.name}\` is empty.`, context);
}

function reportLacks(object: MapNode, lacks: readonly Lack[], at: Target, fact: string, context: RuleContext): void {
  const { severity } = context.weigh(lacks);
  if (!severity) return;
  const first = lacks.length === 1 ? lacks[0] : undefined;
  const why = first ? ` ${first.alternatives ? "Write the one that fits." : first.key.doc}` : "";
  context.report(at, `${fact}${why}`, {
    severity,
    missing: { object, lacks },
    fixes: [context.insertFix(titleForInserting(lacks), object, lacks)],
  });
}

/** What an item of a list is called: its id where it has one, else its number. */
function nameOfItem(item: MapNode): string {
  const id = item.entry("id")?.value;
  if (id?.kind === "scalar" && id.text !== "") return id.text;
  const list = item.parent?.kind === "list" ? item.parent : undefined;
  return `${list?.key?.text ?? "item"}, item ${(list?.all.indexOf(item) ?? 0) + 1}`;
}

import type { EscalationPath, EscalationStep } from "../../language/index.ts";
import type { NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Path = NodeOf<typeof EscalationPath>;
type Step = NodeOf<typeof EscalationStep>;

/** A path that hands over, and the value that says to whom. */
interface HandOver {
  readonly id: string;
  readonly to: ScalarNode<string>;
}

export default defineRule({
  id: "escalation-cycle",
  principle: "escalation-before-go-live",
  severity: from("pilot", "warning"),
  summary: "An escalation path goes on to somebody new with each step, and never comes back to where it was.",
  why: `Who did not answer once will hardly answer because they are told again. A path that leads back to them looks long on
paper and ends where it began: everyone on it has been told, nobody has answered, and there is no one else to turn to. It
is found on the night it is needed.`,
  silent: `For a second try that follows at once by another way (first the pager, then the phone); where one role is all there is
(\`escalation-dead-end\` speaks of that); for placeholders and paths that are not defined; and for rings among the paths of a
catalog that this plan does not use.`,
  source: "Article, What the 12% do differently",
  reads: ["escalation-paths", "operating-limits", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: 15 min}
      - {path: outage}
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: phone, within: 5 min}
      - {path: misroute}
#              ^^^^^^^^ The escalation goes round in a ring: \`misroute\` hands over to \`outage\` and \`outage\` to \`misroute\`
`,
      },
      {
        plan: `
stage: production
escalation-paths:
  outage:
    hours: 24x7
    steps: [{notify: routing-sre, via: phone, within: 5 min}, {path: outage}]
#                                                                    ^^^^^^ The escalation goes round in a ring: \`outage\` hands over to itself
`,
      },
      {
        plan: `
stage: pilot
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: 15 min}
      - {notify: head-of-support, via: phone, within: 2 h}
      - {notify: triage-lead, via: phone, within: 1 h}
#                ^^^^^^^^^^^ Step 3 of \`misroute\` tells \`triage-lead\` again, who was told in step 1
`,
      },
      {
        plan: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  service-desk: {hours: 24x7, steps: [{notify: desk, via: phone, within: 5 min}, {path: operations}]}
  operations: {hours: 24x7, steps: [{notify: operator, via: phone, within: 5 min}, {path: service-desk}]}
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
triggers:
  slow: {metric: latency, above: 3 s, do: notify, escalate: operations}
#                                                           ^^^^^^^^^^ The escalation goes round in a ring: \`operations\` hands over to \`service-desk\` and \`service-desk\` to \`operations\`
  down: {metric: availability, below: 98%, do: rollback, escalate: service-desk}
`,
      },
    ],
    good: [
      `
stage: production
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: 15 min}
      - {path: outage}
  slow:
    hours: business
    steps: [{notify: triage-lead, via: chat, within: 2 h}, {path: outage}]
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: pager, within: 5 min}
      - {notify: routing-sre, via: phone, within: 5 min}
      - {notify: head-of-support, via: phone, within: 30 min}
  alone:
    hours: 24x7
    steps: [{notify: routing-sre, via: phone, within: 5 min}, {notify: routing-sre, via: phone, within: 5 min}]
  later:
    hours: 24x7
    steps: [{notify: <id of a role>, via: phone, within: 5 min}, {notify: <id of a role>, via: phone, within: 5 min}, {path: nobody-defined}]
`,
      `
stage: build
escalation-paths:
  outage: {hours: 24x7, steps: [{path: outage}]}
`,
    ],
  },
  check: {
    File(file, context) {
      const uses = file.references.filter(({ to, node }) => to === "escalation-path" && !node.borrowed);
      const said = new Set<string>();
      for (const { id } of uses) {
        const ring = ringFrom(id, context);
        const name = ring
          .map((one) => one.id)
          .sort()
          .join(" ");
        if (ring.length === 0 || said.has(name)) continue;
        said.add(name);
        reportRing(
          ring,
          uses.map(({ node }) => node),
          context,
        );
      }
    },
    EscalationPath(path, context) {
      checkRepeats(path, context);
    },
  },
});

/** The paths of the ring that a path leads into, from the first of them that is reached. */
function ringFrom(start: string, context: RuleContext): HandOver[] {
  const trail: HandOver[] = [];
  let id = start;
  for (;;) {
    const first = trail.findIndex((one) => one.id === id);
    if (first >= 0) return trail.slice(first);
    const to = handOverOf(context.find("escalation-path", id));
    if (to?.value === undefined) return [];
    trail.push({ id, to });
    id = to.value;
  }
}

/** Where a path ends by handing over to another: what stands behind that is never reached. */
function handOverOf(path: Path | undefined): ScalarNode<string> | undefined {
  return stepsOf(path)
    .map((step) => step.get("path"))
    .find((to) => to !== undefined);
}

function stepsOf(path: Path | undefined): Step[] {
  return path?.get("steps")?.items() ?? [];
}

/** At the hand-over that closes the ring; where catalogs lend all of it, at the value by which this plan comes in. */
function reportRing(ring: readonly HandOver[], uses: readonly ScalarNode[], context: RuleContext): void {
  const own = ring.map(({ to }) => to).filter((to) => to.section.uri === context.file.uri);
  const inOrder = uses.filter((node) => own.includes(node));
  const at = inOrder.at(-1) ?? uses.find(({ text }) => ring.some(({ id }) => id === text));
  if (!at) return;
  // The hand-over that is marked closes the ring, so it is told last.
  const closing = ring.findIndex(({ to }) => to === at) + 1;
  const hops = [...ring.slice(closing), ...ring.slice(0, closing)].map(
    ({ id, to }, index) => `\`${id}\` ${index === 0 ? "hands over to" : "to"} \`${to.text}\``,
  );
  const how = ring.length === 1 ? `\`${at.text}\` hands over to itself` : enumerate(hops);
  context.report(
    at,
    `The escalation goes round in a ring: ${how}. When nobody on it answers, those who did not answer are told again, and there is nobody else. End one of the paths with a role that can decide.`,
    {
      related: ring
        .filter(({ to }) => to !== at)
        .map(({ id, to }) => ({ at: to, message: `\`${id}\` hands over to \`${to.text}\`` })),
    },
  );
}

/** A role that is told again after somebody else was, or in the same way: a step that brings nobody new. */
function checkRepeats(path: Path, context: RuleContext): void {
  const steps = stepsOf(path);
  const told = steps.map((step) => step.get("notify")?.value);
  if (new Set(told).size < 2) return;
  for (const [index, step] of steps.entries()) {
    const notify = step.get("notify");
    const before = told.indexOf(notify?.value);
    const earlier = steps[before]?.get("notify");
    if (!notify || !earlier || notify.value === undefined || before >= index) continue;
    if (told[index - 1] === notify.value && isAnotherWay(step, steps[index - 1])) continue;
    context.report(
      notify,
      `Step ${index + 1} of \`${path.key?.text}\` tells \`${notify.value}\` again, who was told in step ${before + 1} and did not answer: the step takes time and brings nobody new. Name somebody who can decide, or leave the step out.`,
      { related: [{ at: earlier, message: `\`${notify.value}\` is told in step ${before + 1}` }] },
    );
  }
}

/** Where it is not said how somebody is reached, another way may be meant. */
function isAnotherWay(step: Step, before: Step | undefined): boolean {
  const via = step.get("via")?.value;
  return via === undefined || via !== before?.get("via")?.value;
}

import { type EscalationPath, EscalationStep, Role } from "../../language/index.ts";
import type { Key } from "../../language/types.ts";
import type { MapNode, NodeOf, ScalarNode } from "../../syntax/nodes.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import type { Fix } from "../finding.ts";
import { listNames } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

type Path = NodeOf<typeof EscalationPath>;
type Step = NodeOf<typeof EscalationStep>;

/** A step with the role that it notifies, where that is defined. */
interface Notice {
  readonly notify: ScalarNode<string>;
  readonly id: string;
  readonly role: NodeOf<typeof Role>;
}

export default defineRule({
  id: "escalation-dead-end",
  principle: "escalation-before-go-live",
  severity: from("pilot", "warning"),
  summary:
    "An escalation path goes on until somebody answers: a second role or a deputy, a contact for each, a time limit for each step.",
  why: `A path that ends with one person ends when that person is on leave. A role that nobody can reach is no step at all, and
a step without a time limit never hands over to the next: everyone waits for someone who is asleep. It shows on the day
the path is needed.`,
  silent: `Before the stage pilot, for roles that are not defined (\`undefined-reference\` says so), for placeholders, where
\`deputy\` is empty (\`empty-value\` says so), for paths that hand over to another path (of these only contacts and time
limits are looked at), and where the YAML around is broken.`,
  source: "Article, What the 12% do differently",
  implies: ["missing-key"],
  reads: ["escalation-paths", "roles"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: pager, within: 5 min}
#                ^^^^^^^^^^^ \`outage\` tells only \`routing-sre\`, which has no deputy
      - {notify: routing-sre, via: phone, within: 30 min}
roles:
  routing-sre: {contact: sre@example.com}
`,
        fixed: `
stage: pilot
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: pager, within: 5 min}
      - {notify: routing-sre, via: phone, within: 30 min}
roles:
  routing-sre: {contact: sre@example.com, deputy: <id of the role that stands in>}
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
#                ^^^^^^^^^^^^^^^ \`misroute\` tells \`head-of-support\`, which has no contact
roles:
  triage-lead: {contact: triage@example.com}
  head-of-support: {deputy: triage-lead}
`,
        fixed: `
stage: pilot
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: 15 min}
      - {notify: head-of-support, via: phone, within: 2 h}
roles:
  triage-lead: {contact: triage@example.com}
  head-of-support: {contact: <e-mail address or phone number>, deputy: triage-lead}
`,
      },
      {
        plan: `
stage: production
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone}
#                ^^^^^^^^^^^ Step 1 of \`misroute\` has no time limit
      - {notify: head-of-support, via: phone}
roles:
  triage-lead: {contact: triage@example.com}
  head-of-support: {contact: head@example.com}
`,
        fixed: `
stage: production
escalation-paths:
  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: <time to answer e.g. 15 min>}
      - {notify: head-of-support, via: phone}
roles:
  triage-lead: {contact: triage@example.com}
  head-of-support: {contact: head@example.com}
`,
      },
      {
        plan: `
stage: pilot
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: pager, within: 5 min}]}
#                                        ^^^^^^^^^^^ \`outage\` tells only \`routing-sre\`, which is its own deputy
roles:
  routing-sre: {contact: sre@example.com, deputy: routing-sre}
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
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
  undecided: {hours: 24x7, steps: [{notify: <id of a role>, via: phone, within: 5 min}]}
  later: {hours: 24x7, steps: [{notify: new-lead, via: phone, within: 5 min}]}
  unknown: {hours: 24x7, steps: [{notify: nobody-defined, via: phone, within: 5 min}]}
roles:
  triage-lead: {contact: triage@example.com}
  routing-sre: {contact: sre@example.com, deputy: triage-lead}
  new-lead: {contact: new@example.com, deputy: }
`,
      `
stage: production
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
roles:
  routing-sre: {trained: 2026-04-24}
 contact
`,
      `
stage: build
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre}, {notify: routing-sre}]}
roles:
  routing-sre: {trained: 2026-04-24}
`,
    ],
  },
  check: {
    EscalationPath(path, context) {
      const steps = path.get("steps")?.items() ?? [];
      checkDeputy(path, steps, context);
      checkContacts(path, steps, context);
      checkLimits(path, steps, context);
    },
  },
});

/** Everybody who is told is the same role, and nobody stands in for it. */
function checkDeputy(path: Path, steps: readonly Step[], context: RuleContext): void {
  const notices = noticesOf(steps, context);
  const first = notices[0];
  if (!first || notices.length < steps.length || notices.some(({ id }) => id !== first.id)) return;
  const deputy = first.role.get("deputy");
  if (deputy?.value === first.id) {
    context.report(
      first.notify,
      `${nameOf(path)} tells only \`${first.id}\`, which is its own deputy: when they are away, nobody answers. Name another role as deputy, or add a step that tells somebody else.`,
      { related: [{ at: deputy, message: `\`${first.id}\` stands in for itself` }] },
    );
    return;
  }
  if (first.role.entry("deputy") || isWritten(first.role, "deputy")) return;
  context.report(
    first.notify,
    `${nameOf(path)} tells only \`${first.id}\`, which has no deputy: when they are away, nobody answers. Name a deputy, or add a step that tells somebody else.`,
    { related: [relatedTo(first)], fixes: insertIntoRoles([first], "deputy", Role.keys.deputy, context) },
  );
}

function checkContacts(path: Path, steps: readonly Step[], context: RuleContext): void {
  const unreachable = noticesOf(steps, context).filter(({ role }) => !isWritten(role, "contact"));
  const first = unreachable[0];
  if (!first) return;
  const roles = [...new Map(unreachable.map((notice) => [notice.id, notice])).values()];
  const names = listNames(roles.map(({ id }) => id));
  context.report(
    first.notify,
    `${nameOf(path)} tells ${names}, which ${roles.length > 1 ? "have" : "has"} no contact: the alarm goes off and nobody knows how to reach them. Write an address or a number.`,
    { related: roles.map(relatedTo), fixes: insertIntoRoles(roles, "contact", Role.keys.contact, context) },
  );
}

/** All steps but the last, which has nobody to hand over to, need a time after which the next one begins. */
function checkLimits(path: Path, steps: readonly Step[], context: RuleContext): void {
  const endless = steps.slice(0, -1).filter((step) => !isWritten(step, "within") && !step.has("path"));
  const first = endless[0];
  if (!first) return;
  const insertion = { name: "within", key: EscalationStep.keys.within };
  const numbers = endless.map((step) => steps.indexOf(step) + 1);
  const which =
    numbers.length > 1
      ? `Steps ${numbers.join(", ")} of ${nameOf(path)} have`
      : `Step ${numbers[0]} of ${nameOf(path)} has`;
  const fix: Fix = {
    title: "Insert `within`",
    kind: "stub",
    preferred: true,
    edits: () => endless.flatMap((step) => context.editor.insertKeys(step, [insertion])),
  };
  context.report(
    first.get("notify") ?? context.checked.nameOf(first),
    `${which} no time limit (\`within\`), so the next step is never reached: everyone waits for an answer that may not come. Write how long to wait.`,
    { fixes: endless.every((step) => context.editor.canInsert(step)) ? [fix] : [] },
  );
}

function noticesOf(steps: readonly Step[], context: RuleContext): Notice[] {
  return steps.flatMap((step) => {
    const notify = step.get("notify");
    const role = context.find("role", notify);
    return notify?.value !== undefined && role && !role.section.broken ? [{ notify, id: notify.value, role }] : [];
  });
}

function nameOf(path: Path): string {
  return `\`${path.key?.text}\``;
}

function relatedTo({ id, role }: Notice) {
  return { at: role.key ?? role, message: `The role \`${id}\`` };
}

/** Only roles of the plan itself: catalogs are for their owners to change. */
function insertIntoRoles(notices: readonly Notice[], name: string, key: Key, context: RuleContext): Fix[] {
  const own = notices
    .map(({ role }): MapNode => role)
    .filter((role) => role.section.uri === context.file.uri && context.editor.canInsert(role));
  if (own.length === 0) return [];
  const edits = () => own.flatMap((role) => context.editor.insertKeys(role, [{ name, key }]));
  return [{ title: `Insert \`${name}\``, kind: "stub", preferred: true, edits }];
}

import type { DefinitionKind } from "../../language/types.ts";
import type { FoundDefinition } from "../../workspace/definitions.ts";
import { kindsReferredTo } from "../../workspace/due.ts";
import { keyOf } from "../key-of.ts";
import { objectsOf } from "../objects-of.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";
import { kindName } from "../words.ts";

/** What is defined only to be named elsewhere. A system or a data source says something by being there. */
const KINDS: ReadonlySet<DefinitionKind> = new Set(["role", "metric", "fallback-mode", "escalation-path"]);

export default defineRule({
  id: "unused-definition",
  principle: "traceability",
  severity: always("hint"),
  summary: "Every role, metric, fallback mode and escalation path of a plan is used in it.",
  why: `What nothing names is either left over, or, worse, a sign of what is missing: an escalation path that no alarm leads to
calls nobody, and a metric with neither target nor alarm is measured for nothing.`,
  silent: `In catalogs, while a key is missing or still to be filled in that could name it, while an id of its kind is misspelt
elsewhere, and while anything in the plan cannot be read.`,
  source: "The plan language: references",
  reads: "*",
  examples: {
    bad: [
      {
        plan: `
owner: support-ops
roles:
  support-ops: {contact: ops@example.com}
metrics:
  handled: {kind: business, unit: item, direction: higher}
# ^^^^^^^ Nothing in this plan uses the metric \`handled\`.
  routing-accuracy: {kind: quality, unit: percent, direction: higher}
success-criteria:
  agreed: 2026-02-06
  approved-by: support-ops
  targets:
    routing-accuracy: {month-1: 88%, month-6: 93%}
outcome: {statement: Cut the time, kpi: routing-accuracy, agreed: 2026-01-30}
triggers:
  drop: {metric: routing-accuracy, below: 80%, for: 1 d, severity: sev3, do: review}
human-oversight: {reviewers: support-ops, capacity: 500 item/d, sampling: random, overrides-logged: true}
rollout:
  rollback: {max-time: 10 min, owner: support-ops, tested: 2026-06-15}
  steps:
    - {id: full, traffic: 100%, review: 10%, starts: 2026-07-06}
`,
      },
    ],
    good: [
      `
owner: support-ops
roles:
  support-ops: {contact: ops@example.com}
  triage-lead: {contact: triage@example.com}
`,
      `
owner: <id of a role>
decisions:
  go-live: {accountable: triage-leed, responsible: [support-ops]}
roles:
  support-ops: {contact: ops@example.com}
  triage-lead: {contact: triage@example.com}
`,
      `
kind: catalog
roles:
  support-ops: {contact: ops@example.com}
`,
    ],
  },
  check: {
    File(file, context) {
      const { workspace, checked } = context;
      const unread = file.sections.some(({ broken }) => broken) || file.problems.some(({ kind }) => UNREAD.has(kind));
      if (unread || file.syntax.length > 0) return;
      const open = openKinds(context);
      const used = new Set<readonly FoundDefinition[]>();
      for (const { references } of [file, ...workspace.catalogs])
        for (const { to, id } of references) {
          const all = checked.definitions.all(to, id);
          if (all.length === 0) open.add(to);
          else used.add(all);
        }
      for (const { kind, id, node } of file.definitions)
        if (KINDS.has(kind) && !open.has(kind) && !used.has(checked.definitions.all(kind, id)))
          context.report(
            node,
            `Nothing in this plan uses the ${kindName(kind)} \`${id}\`. Name it where it is needed, or remove it.`,
            { unnecessary: true },
          );
    },
  },
});

/** Problems after which a use may have been overlooked. */
const UNREAD: ReadonlySet<string> = new Set([
  "unknown-key",
  "duplicate-key",
  "wrong-shape",
  "split-value",
  "comment-ate-value",
  "missing-space",
  "keys-as-text",
  "hard-space",
]);

/** The kinds that something could still name: by a key that is not there yet, or is there without a value. */
function openKinds(context: RuleContext): Set<DefinitionKind> {
  const kinds = new Set<DefinitionKind>();
  const open = [...objectsOf(context.file)].flatMap((object) =>
    context.checked.due.lackedBy(object).map(({ key }) => key.type),
  );
  for (const problem of context.file.problems) {
    if (problem.kind === "empty-value") open.push(problem.key.type);
    const key = problem.kind === "placeholder" ? keyOf(problem.node) : undefined;
    if (key) open.push(key.type);
  }
  for (const type of open) for (const kind of kindsReferredTo(type)) kinds.add(kind);
  return kinds;
}

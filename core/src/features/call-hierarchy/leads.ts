import { alarmInWords } from "../../figures/conditions.ts";
import { nameOf } from "../../generate/form.ts";
import {
  DataSource,
  Decision,
  EscalationStep,
  FallbackMode,
  HumanOversight,
  KillSwitch,
  Metric,
  OutOfBounds,
  Plan,
  Review,
  Role,
  Rollback,
  System,
  Trigger,
} from "../../language/index.ts";
import type { DefinitionKind, ObjectType } from "../../language/types.ts";
import { add, formatReadable, type Quantity } from "../../quantity/index.ts";
import type { MapNode, NodeOf } from "../../syntax/nodes.ts";

/** How one thing leads to another by naming it, or by being named by it. */
export interface Lead {
  /** What is named leads to what names it: a metric to the alarm that watches it. */
  readonly backwards?: true;
  /** How, in a few words that read well beside either of the two. */
  readonly how: (object: MapNode) => string;
}

const to = (words: string): Lead => ({ how: () => words });
const from = (words: string): Lead => ({ how: () => words, backwards: true });

/** By the object and the key that hold an id: whether, and how, something happens to one because of the other. */
const LEADS: ReadonlyMap<ObjectType, Readonly<Record<string, Lead>>> = new Map<ObjectType, Record<string, Lead>>([
  [Plan, { owner: to("as owner") }],
  [System, { owner: to("as owner"), "on-failure": to("when it fails") }],
  [DataSource, { owner: to("as owner"), system: from("comes from it") }],
  [Metric, { source: from("measured from it") }],
  [Trigger, { metric: { how: alarmInWords, backwards: true }, escalate: { how: severityOf } }],
  [Review, { "triggered-by": from("calls for it"), chair: to("in the chair") }],
  [EscalationStep, { notify: { how: turnOf }, path: { how: turnOf } }],
  [FallbackMode, { owner: to("as owner") }],
  [Role, { deputy: to("as deputy") }],
  [
    Decision,
    {
      accountable: to("accountable"),
      responsible: to("responsible"),
      consulted: to("consulted"),
      informed: to("informed"),
    },
  ],
  [OutOfBounds, { escalate: to("is told") }],
  [KillSwitch, { operators: to("may stop the system") }],
  [Rollback, { owner: to("as owner"), to: to("takes over") }],
  [HumanOversight, { reviewers: to("reviews the output") }],
]);

export function leadOf(object: MapNode, key: string): Lead | undefined {
  const leads = LEADS.get(object.type as ObjectType);
  return leads && Object.hasOwn(leads, key) ? leads[key] : undefined;
}

const KINDS: ReadonlySet<DefinitionKind> = new Set([
  "role",
  "metric",
  "data-source",
  "system",
  "fallback-mode",
  "escalation-path",
  "trigger",
  "review",
  "decision",
]);

/** Does what an id of this kind names lead to anything, or anything to it? */
export function takesPart(kind: DefinitionKind): boolean {
  return KINDS.has(kind);
}

/** What something of this kind is called. */
export function kindInWords(kind: DefinitionKind | "part"): string {
  return kind === "part" ? "part of the plan" : nameOf(kind);
}

/** Parts of a plan that lead somewhere and have no id, by what they are called. */
export const PARTS: ReadonlyMap<ObjectType, string> = new Map<ObjectType, string>([
  [Plan, "Plan"],
  [OutOfBounds, "Out of bounds"],
  [KillSwitch, "Kill switch"],
  [Rollback, "Rollback"],
  [HumanOversight, "Human oversight"],
]);

function severityOf(trigger: NodeOf<typeof Trigger>): string {
  const severity = trigger.get("severity")?.value;
  return severity ? `severity ${severity}` : "";
}

/** `after 15 min via phone`: when it is their turn if nobody before them has answered, and how they are reached. */
function turnOf(step: NodeOf<typeof EscalationStep>): string {
  const via = step.get("via")?.value;
  return [waitUntil(step), via ? `via ${via.trim()}` : ""].filter(Boolean).join(" ");
}

function waitUntil(step: NodeOf<typeof EscalationStep>): string {
  const steps = step.parent?.kind === "list" ? step.parent.items() : [];
  const before = steps.slice(0, steps.indexOf(step)) as NodeOf<typeof EscalationStep>[];
  if (before.length === 0) return "at once";
  let wait: Quantity | undefined;
  for (const earlier of before) {
    const within = earlier.get("within")?.value;
    wait = within && (wait ? add(wait, within) : within);
    if (!wait) return `as number ${before.length + 1}`;
  }
  return wait ? `after ${formatReadable(wait)}` : "";
}

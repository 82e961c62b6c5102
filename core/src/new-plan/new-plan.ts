import { Rendering, renderEntry } from "../edits/render.ts";
import { placeholder, type Stub, withEntry, written } from "../edits/stub.ts";
import { firstSentence } from "../generate/sentence.ts";
import { bodyOf } from "../generate/snippet-body.ts";
import { IDS, isSection, keyOf, OWNER, sectionStub } from "../generate/snippets.ts";
import { HumanOversight, LANGUAGE_VERSION, Load, OperatingLimits, Plan } from "../language/index.ts";
import { isDueBy, type Stage } from "../language/types.ts";
import { type FillIn, filledIn } from "./fill-in.ts";
import {
  gateExamples,
  gateMember,
  kpiOf,
  metricsStub,
  reviewsStub,
  targetsStub,
  triggerId,
  triggersStub,
  watchedOf,
  withAsked,
} from "./metric-stubs.ts";
import type { MetricTemplate } from "./metric-template.ts";
import type { Autonomy, PlanKind } from "./plan-kinds.ts";

/** What is known when somebody begins to write a plan. */
export interface NewPlan {
  /** The id of the plan: small letters, digits and hyphens. */
  readonly name: string;
  /** What the system does, in one line; left to be filled in where it is not known. */
  readonly title?: string;
  readonly stage: Stage;
  readonly kind: PlanKind;
  readonly autonomy: Autonomy;
  /** What it measures, the KPI first; what most plans of its kind measure where that is left out. */
  readonly metrics?: readonly MetricTemplate[];
  /** The id of the role that answers for the plan. */
  readonly owner?: string;
  /** The id of the role that is called when something goes wrong. */
  readonly responder?: string;
  /** The id of the role that reviews what the system puts out. */
  readonly reviewer?: string;
}

/**
 * The text of a plan with everything that is due at its stage: what is known is written, the rest is left as
 * placeholders for people to fill in.
 *
 * @param eol what ends its lines
 */
export function newPlan(plan: NewPlan, eol = "\n"): string {
  return rendered(plan, eol).text;
}

/** The same as a snippet, as VS Code reads it: a tab stop for each placeholder, and one for all that ask for the same id. */
export function newPlanSnippet(plan: NewPlan): string {
  const shared = [OWNER, ...Object.values(IDS), ...metricsOf(plan).flatMap((metric) => [metric.id, triggerId(metric)])];
  return bodyOf(
    rendered(plan, "\n"),
    shared.map((words) => words.replace(/^<(.*)>$/, "$1")),
  ).join("\n");
}

function rendered(plan: NewPlan, eol: string): Rendering {
  const text = new Rendering();
  for (const name of Object.keys(Plan.keys)) {
    if (!isAsked(name, plan)) continue;
    if (isSection(name)) text.write(`${eol}# ${headingOf(name)}${eol}`);
    const stub = filledIn(stubFor(name, plan), fillInFor(name, plan));
    text.add(renderEntry(name, stub, "", { eol, unit: "  " })).write(eol);
  }
  return text;
}

/** What a section is for; its placeholders are example enough of how it is written. */
function headingOf(name: string): string {
  return firstSentence(keyOf(name).doc).replace(/,(?: each(?: path| source)? under an id,)? for example .*$/, ".");
}

function isAsked(name: string, { stage, autonomy }: Pick<NewPlan, "stage" | "autonomy">): boolean {
  if (name === "operating-limits") return true;
  // Those limits name one as soon as they are due.
  if (name === "escalation-paths" && isDueBy("build", stage) && autonomy !== "suggest") return true;
  const { due, when } = keyOf(name);
  return due !== undefined && isDueBy(due, stage) && !(when?.kind === "unless-suggest" && autonomy === "suggest");
}

function metricsOf({ metrics, kind }: NewPlan): readonly MetricTemplate[] {
  return withAsked(metrics ?? kind.metrics);
}

function stubFor(name: string, plan: NewPlan): Stub {
  const known: Readonly<Record<string, string | undefined>> = {
    aiplan: `${LANGUAGE_VERSION}`,
    name: plan.name,
    title: plan.title,
    stage: plan.stage,
    owner: plan.owner,
  };
  const value = known[name];
  if (value !== undefined) return written(value);
  const metrics = metricsOf(plan);
  const onlySuggests = plan.autonomy === "suggest";
  // A step is opened by evidence of quality: on the good side of its metric.
  const member = gateMember(watchedOf(metrics));
  const stub = () => sectionStub(name, { stage: plan.stage, ids: IDS, onlySuggests, member }, OWNER);
  switch (name) {
    case "metrics":
      return metricsStub(metrics, plan.stage);
    case "triggers":
      return triggersStub(metrics, plan.stage, onlySuggests);
    case "success-criteria":
      return withEntry(stub(), "targets", targetsStub(metrics));
    case "reviews":
      return reviewsStub(stub(), metrics);
    case "escalation-paths":
      return withNextStep(stub(), plan);
    case "roles":
      return withRoles(stub(), plan);
    default:
      return stub();
  }
}

/** Where it is known who is called first, somebody has to be named who is called when nobody answers. */
function withNextStep(paths: Stub, { responder }: NewPlan): Stub {
  if (responder === undefined || paths.kind !== "map") return paths;
  const entries = paths.entries.map(([name, path]) => {
    const steps = path.kind === "map" ? path.entries.find(([key]) => key === "steps")?.[1] : undefined;
    if (path.kind !== "map" || steps?.kind !== "list") return [name, path] as const;
    const next = steps.items.map((step) =>
      withEntry(step, "notify", placeholder("id of the role that is called next")),
    );
    return [name, withEntry(path, "steps", { ...steps, items: [...steps.items, ...next] })] as const;
  });
  return { ...paths, entries };
}

/** Of the roles that were named those are defined that something in the plan names, each once. */
function withRoles(stub: Stub, plan: NewPlan): Stub {
  if (stub.kind !== "map") return stub;
  const [[, contact] = []] = stub.entries;
  const named = rolesNamed(plan).flatMap((who) => plan[who] ?? []);
  const others = [...new Set(named)].filter((role) => role !== plan.owner);
  return { ...stub, entries: [...stub.entries, ...others.map((role) => [role, contact!] as const)] };
}

/** Beside the owner, whom such a plan names: worth asking when it begins. */
export function rolesNamed(plan: Pick<NewPlan, "stage" | "autonomy">): ("responder" | "reviewer")[] {
  return Object.entries(WHO).flatMap(([section, who]) => (isAsked(section, plan) ? [who] : []));
}

/** The sections that name somebody other than the owner who is known beforehand. */
const WHO = { "escalation-paths": "responder", "human-oversight": "reviewer" } as const;

function whoIn(section: string, plan: NewPlan): string | undefined {
  return section in WHO ? plan[WHO[section as keyof typeof WHO]] : undefined;
}

/** What is known in place of the placeholders of a section; examples count what the plan counts. */
function fillInFor(section: string, plan: NewPlan): FillIn {
  const metrics = metricsOf(plan);
  const watched = watchedOf(metrics);
  const known: Readonly<Record<string, string | undefined>> = {
    // Elsewhere it is the id of a metric that somebody has to name.
    [`${IDS.metric}`]: { outcome: kpiOf(metrics).id, rollout: watched.id }[section],
    [OWNER]: plan.owner,
    [OperatingLimits.keys.autonomy.placeholder]: plan.autonomy,
    [Load.keys.unit.placeholder]: plan.kind.item,
    [HumanOversight.keys.reviewers.placeholder]: whoIn(section, plan),
    ...(section === "rollout" ? gateExamples(watched) : {}),
  };
  return (words) => known[words] ?? `<${words.replace(/(?<=\d |EUR\/)item\b/, plan.kind.item)}>`;
}

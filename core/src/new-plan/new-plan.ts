import { renderEntry } from "../edits/render.ts";
import { placeholder, type Stub, written } from "../edits/stub.ts";
import { valuePlaceholder } from "../edits/value-placeholder.ts";
import { firstSentence } from "../generate/sentence.ts";
import type { Selection } from "../generate/snippet-types.ts";
import { IDS, isSection, keyOf, OWNER, sectionStub } from "../generate/snippets.ts";
import { LANGUAGE_VERSION, Metric, Plan, Target } from "../language/index.ts";
import { isDueBy, type Key, type Stage } from "../language/types.ts";
import { readUnit } from "../quantity/index.ts";
import type { Autonomy, MetricTemplate, PlanKind } from "./plan-kinds.ts";

/** What is known when somebody begins to write a plan. */
export interface NewPlan {
  /** The id of the plan: small letters, digits and hyphens. */
  readonly name: string;
  /** What the system does, in one line; left to be filled in where it is not known. */
  readonly title?: string;
  readonly stage: Stage;
  readonly kind: PlanKind;
  readonly autonomy: Autonomy;
  /** The id of the role that answers for the plan. */
  readonly owner?: string;
}

/**
 * The text of a plan with everything that is due at its stage: what is known is written, the rest is left as
 * placeholders for people to fill in.
 *
 * @param eol what ends its lines
 */
export function newPlan(plan: NewPlan, eol = "\n"): string {
  const names = Object.keys(Plan.keys).filter((name) => name === "operating-limits" || isAsked(name, plan));
  const entries = names.map((name) => {
    const text = filledIn(name, renderEntry(name, stubFor(name, plan), "", { eol, unit: "  " }).text, plan);
    return isSection(name) ? `${eol}# ${firstSentence(keyOf(name).doc)}${eol}${text}` : text;
  });
  return entries.join(eol) + eol;
}

function isAsked(name: string, { stage, autonomy }: NewPlan): boolean {
  const { due, when } = keyOf(name);
  return due !== undefined && isDueBy(due, stage) && !(when?.kind === "unless-suggest" && autonomy === "suggest");
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
  if (name === "metrics") return inLines(plan.kind.metrics.map((metric) => [metric.id, metricStub(metric, plan)]));
  if (name === "triggers") return triggersStub(plan);
  const stub = sectionStub(name, selectionFor(name, plan), OWNER);
  if (name === "success-criteria") return withEntry(stub, "targets", targetsStub(plan));
  return stub;
}

const ALARM_SIDE = { higher: "below", lower: "above", target: "outside" } as const;
const GOOD_SIDE = { higher: "at-least", lower: "at-most", target: "within" } as const;

function selectionFor(name: string, plan: NewPlan): Selection {
  const selection = { stage: plan.stage, ids: IDS, onlySuggests: plan.autonomy === "suggest" };
  // A step is opened by evidence of quality: on the good side of its metric.
  return name === "rollout" ? { ...selection, member: GOOD_SIDE[watched(plan.kind).direction] } : selection;
}

/** An alarm for each metric, on its bad side: a target that nothing watches can be missed for months. */
function triggersStub(plan: NewPlan): Stub {
  return inLines(
    plan.kind.metrics.map((metric) => {
      const member = ALARM_SIDE[metric.direction];
      const section = sectionStub("triggers", { ...selectionFor("triggers", plan), member });
      const trigger = section.kind === "map" ? (section.entries[0]?.[1] as Stub) : section;
      return [triggerId(metric), withEntry(trigger, "metric", written(metric.id))];
    }),
  );
}

function triggerId({ id, direction }: MetricTemplate): string {
  return `${id}-${{ higher: "low", lower: "high", target: "off" }[direction]}`;
}

function watched({ metrics }: PlanKind): MetricTemplate {
  return metrics.find(({ kind }) => kind === "quality") ?? metrics[0]!;
}

function metricStub({ kind, unit, direction, measures }: MetricTemplate, { stage }: NewPlan): Stub {
  const { when, due } = Metric.keys.source as Key;
  const hasSource = when?.kind === "sibling-in" && when.values.includes(kind) && due && isDueBy(due, stage);
  return inline({
    kind: written(kind),
    unit: written(unit),
    direction: written(direction),
    ...(measures ? { measures: written(measures) } : {}),
    ...(hasSource ? { source: placeholder(`${IDS["data-source"]}`) } : {}),
  });
}

function targetsStub({ kind }: NewPlan): Stub {
  return inLines(kind.metrics.map((metric) => [metric.id, targetStub(metric)]));
}

const AT_MONTH_SIX = { higher: "at least this", lower: "at most this", target: "close to this" } as const;

/** What a metric is today is asked of those that the business knows already. */
function targetStub({ kind, unit, direction }: MetricTemplate): Stub {
  const facts = { unit: readUnit(unit).unit, direction };
  const ask = (words: string) => placeholder(valuePlaceholder(`${words} e.g. 1`, facts));
  const { baseline, "month-1": monthOne } = Target.keys;
  const words = (key: Key) => key.placeholder.replace(/ e\.g\. .*$/, "");
  return inline({
    ...(kind === "business" || kind === "quality" ? { baseline: ask(words(baseline)) } : {}),
    "month-1": ask(words(monthOne)),
    "month-6": ask(`${AT_MONTH_SIX[direction]} after six months`),
  });
}

function withEntry(stub: Stub, name: string, value: Stub): Stub {
  if (stub.kind !== "map") return stub;
  return { ...stub, entries: stub.entries.map((entry) => (entry[0] === name ? [name, value] : entry)) };
}

function inline(entries: Readonly<Record<string, Stub>>): Stub {
  return { kind: "map", entries: Object.entries(entries), inline: true };
}

function inLines(entries: readonly (readonly [string, Stub])[]): Stub {
  return { kind: "map", entries, inline: false };
}

/** Writes what is known in place of the placeholders that ask for it. */
function filledIn(section: string, text: string, { kind, owner, autonomy }: NewPlan): string {
  const [kpi] = kind.metrics;
  const metric = section === "outcome" ? kpi : watched(kind);
  const known: [string, string | undefined][] = [
    [`<${IDS.metric}>`, metric?.id],
    [`<${IDS.trigger}>`, triggerId(watched(kind))],
    [`<${OWNER}>`, owner],
    ["<suggest or act-with-approval or act>", autonomy],
    ["<one piece of work e.g. item>", kind.item],
    // An example in another unit than the metric's would mislead.
    [" e.g. 3 s>", section === "triggers" ? ">" : undefined],
  ];
  const filled = known.reduce((result, [asked, value]) => (value ? result.replaceAll(asked, value) : result), text);
  // Examples in placeholders count what the plan counts.
  return section === "load" || section === "economics"
    ? filled.replace(/(?<=\d )item(?=\/)|(?<=EUR\/)item\b/g, kind.item)
    : filled;
}

import { placeholder, type Stub, withEntry, written } from "../edits/stub.ts";
import { IDS, sectionStub } from "../generate/snippets.ts";
import { Gate, Metric, Target, Trigger } from "../language/index.ts";
import { isDueBy, type Key, type Stage } from "../language/types.ts";
import { textStub } from "./fill-in.ts";
import type { MetricTemplate } from "./metric-template.ts";

/** A plan without a metric of one of these kinds cannot say that it works: where none was chosen, one is asked for. */
const ASKED: readonly MetricTemplate[] = [
  {
    id: `<${IDS.metric}>`,
    kind: "business",
    unit: "percent",
    direction: "higher",
    title: "What the business gains",
    examples: { baseline: "30%", "month-1": "40%", "month-6": "55%", alarm: "35%" },
  },
  {
    id: "<id of a metric of quality e.g. right-answers>",
    kind: "quality",
    unit: "percent",
    direction: "higher",
    title: "How good its output is",
    examples: { baseline: "75%", "month-1": "85%", "month-6": "92%", alarm: "80%" },
  },
];

const ALARM_SIDE = { higher: "below", lower: "above", target: "outside" } as const;
const GOOD_SIDE = { higher: "at-least", lower: "at-most", target: "within" } as const;
const ALARM_NAME = { higher: "low", lower: "high", target: "off" } as const;
const AT_MONTH_SIX = { higher: "at least this", lower: "at most this", target: "close to this" } as const;

/** The metrics that were chosen, and those that somebody has to name because no such metric was. */
export function withAsked(chosen: readonly MetricTemplate[]): readonly MetricTemplate[] {
  const asked = ASKED.filter(({ kind }) => !chosen.some((metric) => metric.kind === kind));
  return [
    ...asked.filter(({ kind }) => kind === "business"),
    ...chosen,
    ...asked.filter(({ kind }) => kind === "quality"),
  ];
}

/** The metric that shows whether the business gains what it is after. */
export function kpiOf(metrics: readonly MetricTemplate[]): MetricTemplate {
  return metrics.find(({ kind }) => kind === "business") ?? metrics[0]!;
}

/** The metric that says whether the output is good. */
export function watchedOf(metrics: readonly MetricTemplate[]): MetricTemplate {
  return metrics.find(({ kind }) => kind === "quality") ?? metrics[0]!;
}

/** `metrics`. */
export function metricsStub(metrics: readonly MetricTemplate[], stage: Stage): Stub {
  const { when, due } = Metric.keys.source as Key;
  const needsSource = (kind: string) =>
    when?.kind === "sibling-in" && when.values.includes(kind) && due !== undefined && isDueBy(due, stage);
  return lines(
    metrics.map(({ id, kind, unit, direction, measures }) => [
      id,
      inline({
        kind: written(kind),
        unit: written(unit),
        direction: written(direction),
        ...(measures ? { measures: written(measures) } : {}),
        ...(needsSource(kind) ? { source: placeholder(`${IDS["data-source"]}`) } : {}),
      }),
    ]),
  );
}

/** `success-criteria.targets`. What a metric is today is asked of those that the business knows already. */
export function targetsStub(metrics: readonly MetricTemplate[]): Stub {
  const { baseline, "month-1": monthOne } = Target.keys;
  return lines(
    metrics.map(({ id, kind, direction, examples }) => [
      id,
      inline({
        ...(kind === "business" || kind === "quality" ? { baseline: asking(baseline, examples.baseline) } : {}),
        "month-1": asking(monthOne, examples["month-1"]),
        "month-6": placeholder(`${AT_MONTH_SIX[direction]} after six months e.g. ${examples["month-6"]}`),
      }),
    ]),
  );
}

/** `triggers`: an alarm for each metric, on its bad side. A target that nothing watches can be missed for months. */
export function triggersStub(metrics: readonly MetricTemplate[], stage: Stage, onlySuggests: boolean): Stub {
  return lines(
    metrics.map((metric) => {
      const side = ALARM_SIDE[metric.direction];
      const section = sectionStub("triggers", { stage, ids: IDS, onlySuggests, member: side });
      const first = section.kind === "map" ? (section.entries[0]?.[1] as Stub) : section;
      const named = withEntry(first, "metric", textStub(metric.id));
      return [triggerId(metric), withEntry(named, side, limitStub(Trigger.keys[side], metric.examples.alarm))];
    }),
  );
}

/** `reviews`: one that looks at whatever the alarms say. */
export function reviewsStub(section: Stub, metrics: readonly MetricTemplate[]): Stub {
  if (section.kind !== "map") return section;
  const all: Stub = { kind: "list", items: metrics.map((metric) => textStub(triggerId(metric))), inline: true };
  const entries = section.entries.map(
    ([name, review]) => [name, review.kind === "map" ? withEntry(review, "triggered-by", all) : review] as const,
  );
  return { ...section, entries };
}

/** The id of the alarm for a metric. */
export function triggerId({ id, direction }: MetricTemplate): string {
  const [, words] = /^<.* e\.g\. (.*)>$/.exec(id) ?? [];
  const name = `${words ?? id}-${ALARM_NAME[direction]}`;
  return words === undefined ? name : `<id of its alarm e.g. ${name}>`;
}

/** The key that opens a gate at the good side of a metric. */
export function gateMember({ direction }: MetricTemplate): keyof typeof Gate.keys {
  return GOOD_SIDE[direction];
}

/** What to ask at a gate on a metric, with examples, by what the description asks. */
export function gateExamples(metric: MetricTemplate): Readonly<Record<string, string>> {
  const { alarm, "month-1": monthOne } = metric.examples;
  const asked = Gate.keys[gateMember(metric)].placeholder;
  const [low, high] = typeof alarm === "string" ? [monthOne, monthOne] : alarm;
  return Object.fromEntries([
    ...[
      [asked, monthOne],
      ["lower bound", low],
      ["upper bound", high],
    ].map(([words, example]) => [words, `<${words} e.g. ${example}>`]),
  ]);
}

function limitStub(key: Key, alarm: MetricTemplate["examples"]["alarm"]): Stub {
  if (typeof alarm === "string") return asking(key, alarm);
  const [low, high] = alarm;
  const items = [placeholder(`lower bound e.g. ${low}`), placeholder(`upper bound e.g. ${high}`)];
  return { kind: "list", items, inline: true };
}

/** What the description asks at a key, with an example that fits. */
function asking({ placeholder: words }: Key, example: string): Stub {
  return placeholder(`${words.replace(/ e\.g\. .*$/, "")} e.g. ${example}`);
}

function inline(entries: Readonly<Record<string, Stub>>): Stub {
  return { kind: "map", entries: Object.entries(entries), inline: true };
}

function lines(entries: readonly (readonly [string, Stub])[]): Stub {
  return { kind: "map", entries, inline: false };
}

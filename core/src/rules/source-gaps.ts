import type { Located } from "../artifacts/artifact.ts";
import { serversOutOfProduction } from "../figures/environments.ts";
import { DataSource } from "../language/index.ts";
import type { NodeOf, ScalarNode } from "../syntax/nodes.ts";
import { enumerate } from "./messages.ts";
import type { ReportOptions, RuleContext } from "./rule-context.ts";
import { shown } from "./words.ts";

type Source = NodeOf<typeof DataSource>;

/** What shows that a source is not there in production. */
export interface SourceGap {
  readonly at: ScalarNode;
  /** What is wrong and what comes of it; what to do depends on whose source it is. */
  readonly fact: string;
  readonly advice: string;
  readonly related: NonNullable<ReportOptions["related"]>;
}

/** What shows that a source which the live system works on, or the model learned from, is not there in production. */
export function gapsOf(source: Source, context: RuleContext): SourceGap[] {
  const environment = source.get("environment");
  if (!environment?.value) return [];
  const uses = source.get("used-for")?.items() ?? [];
  const feeds = uses.some((use) => use.value === "inference");
  const trains = environment.value !== "synthetic" && uses.some((use) => use.value === "training");
  if (!feeds && !trains) return [];
  const name = shown(source.key?.text ?? "");
  if (environment.value === "production") return feeds ? gapsOfContract(name, source, context) : [];
  if (source.entry("production-source")) return gapOfStandIn(name, source, context);
  const kind = `which is ${notProduction(environment.value)}`;
  const fact = feeds
    ? `The live system would work on ${name}, ${kind}: on the first day in production that data is gone, or not what it was.`
    : `The model learns from ${name}, ${kind}, and nothing says what it will meet instead: accuracy drops once it meets live data.`;
  const advice = "Name the source that takes its place: `production-source`.";
  return [{ at: environment, fact, advice, related: [] }];
}

function notProduction(environment: keyof typeof DataSource.keys.environment.type.choices): string {
  const meaning = DataSource.keys.environment.type.choices[environment].toLowerCase();
  return `not production data but \`${environment}\` (${meaning})`;
}

/** What is to take its place is no production data either, and nothing else speaks of that one. */
function gapOfStandIn(name: string, source: Source, context: RuleContext): SourceGap[] {
  const at = source.get("production-source");
  const other = context.find("data-source", at);
  const environment = other?.get("environment");
  if (!at || !other || !environment?.value || environment.value === "production") return [];
  const advice = "Name a source whose `environment` is `production`.";
  if (other === source) {
    const fact = `${name} is to take its own place in production, and is ${notProduction(environment.value)}: on the first day in production it is gone, or not what it was.`;
    return [{ at, fact, advice, related: [{ at: environment, message: `The environment of ${name}` }] }];
  }
  if (other.entry("production-source") || gapsOf(other, context).length > 0) return [];
  return [
    {
      at,
      fact: `${shown(at.word)} is to take the place of ${name} in production, but is itself ${notProduction(environment.value)}: on the first day in production neither is there.`,
      advice,
      related: [{ at: environment, message: `The environment of ${shown(at.word)}` }],
    },
  ];
}

const UNPROMISED =
  "nobody has promised the data yet, so its columns and its timing may still change, or it may never come.";

/** What the states of a contract other than `active` mean for those who rely on it. */
const STATES: ReadonlyMap<string, string> = new Map([
  ["proposed", UNPROMISED],
  ["draft", UNPROMISED],
  ["deprecated", "its owner means to withdraw the data, and the live system with it."],
  ["retired", "its owner no longer delivers the data."],
]);

/** It claims to be in production, but the contract of its owner says otherwise. */
function gapsOfContract(name: string, source: Source, context: RuleContext): SourceGap[] {
  const contract = source.get("contract");
  const table = context.linked("data contract", contract);
  if (!contract || !table) return [];
  const gaps: SourceGap[] = [];
  const add = (fact: string, advice: string, places: readonly Located<string>[], what: string) =>
    gaps.push({
      at: contract,
      fact,
      advice,
      related: places.map(({ place }) => ({ at: place, message: what })),
    });
  const others = serversOutOfProduction(table, context.workspace.config);
  if (others.length > 0)
    add(
      `The data contract of ${name} names no server in production, only ${enumerate([...new Set(others.map(({ value }) => shown(value)))])}: what it promises is not there on the first day in production.`,
      "Link the contract of the production data. If that is what production is called here, say so in `aiplan.config.yaml` under `environments`.",
      others,
      "A server that is not in production",
    );
  const { status } = table;
  const consequence = STATES.get(status?.value.trim().toLowerCase() ?? "");
  if (status && consequence)
    add(
      `The data contract of ${name} is ${shown(status.value)}, not \`active\`: ${consequence}`,
      "Agree with its owner on a contract that holds in production.",
      [status],
      "The status of the contract",
    );
  return gaps;
}

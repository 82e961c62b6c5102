import { language, newPlanSnippet, nextPlaceholder, PLAN_KINDS, type PlanKind, rolesNamed } from "@aiplan/core";
import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import { offsetAt } from "../from-lsp.ts";
import {
  type KindChoice,
  NEW_PLAN,
  NEW_PLAN_CHOICES,
  NEXT_PLACEHOLDER,
  type NewPlanAnswer,
  type NewPlanChoices,
  type NewPlanParams,
  type NextPlaceholderAnswer,
  type NextPlaceholderParams,
  type WordChoice,
} from "../new-plan-requests.ts";
import type { Requests } from "../requests.ts";

/** What helps to begin a plan, beside what the protocol knows. */
export function serveNewPlan(connection: Connection, requests: Requests): void {
  connection.onRequest(
    NEW_PLAN_CHOICES,
    requests.guarded(async () => choices()),
  );
  connection.onRequest(
    NEW_PLAN,
    requests.guarded(async (params: NewPlanParams) => answerFor(params)),
  );
  connection.onRequest(
    NEXT_PLACEHOLDER,
    requests.onPlan<NextPlaceholderParams, NextPlaceholderAnswer>(null, (plan, { position }, { lsp }) => {
      const place = nextPlaceholder(plan.plan, offsetAt(plan, position));
      return place ? lsp.range(plan, place) : null;
    }),
  );
}

const { stage, "operating-limits": limits } = language.Plan.keys;
const STAGES = stage.type.choices;
const AUTONOMIES = limits.type.keys.autonomy.type.choices;

function choices(): NewPlanChoices {
  return {
    kinds: PLAN_KINDS.map(kindChoice),
    stages: wordChoices(STAGES),
    autonomies: wordChoices(AUTONOMIES),
    metricKinds: wordChoices(language.Metric.keys.kind.type.choices).map(withoutExample),
    roles: mapped(STAGES, (stage) => mapped(AUTONOMIES, (autonomy) => rolesNamed({ stage, autonomy }))),
  };
}

function kindChoice({ id, name, title, autonomy, metrics, moreMetrics }: PlanKind): KindChoice {
  const all = [...metrics, ...moreMetrics].map(({ id, title, kind, unit, direction }, at) => {
    return { id, title, kind, unit, direction, isUsual: at < metrics.length };
  });
  return { id, name, title, autonomy, metrics: all };
}

function wordChoices<Word extends string>(words: Readonly<Record<Word, string>>): WordChoice<Word>[] {
  return (Object.entries(words) as [Word, string][]).map(([id, meaning]) => ({ id, meaning }));
}

/** As a heading of examples, it needs none. */
function withoutExample<Word extends string>({ id, meaning }: WordChoice<Word>): WordChoice<Word> {
  return { id, meaning: meaning.replace(/, e\.g\. .*$/, "") };
}

function mapped<Word extends string, Value>(
  words: Readonly<Record<Word, string>>,
  value: (word: Word) => Value,
): Record<Word, Value> {
  return Object.fromEntries(Object.keys(words).map((word) => [word, value(word as Word)])) as Record<Word, Value>;
}

function answerFor({ kind: kindId, metrics, stage, autonomy, ...others }: NewPlanParams): NewPlanAnswer {
  const kind = PLAN_KINDS.find(({ id }) => id === kindId);
  if (!kind || !Object.hasOwn(STAGES, stage) || !Object.hasOwn(AUTONOMIES, autonomy)) throw unknownChoice();
  const known = [...kind.metrics, ...kind.moreMetrics];
  const chosen = known.filter(({ id }) => metrics.includes(id));
  if (chosen.length !== metrics.length) throw unknownChoice();
  return { snippet: newPlanSnippet({ ...others, kind, stage, autonomy, metrics: chosen }) };
}

function unknownChoice(): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `A new plan takes what ${NEW_PLAN_CHOICES} offers.`);
}

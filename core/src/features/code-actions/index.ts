import type { Finding } from "../../rules/finding.ts";
import type { Span } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { ActionContext, CodeAction, CodeActionKind, Family, Load } from "./action.ts";
import { extracting } from "./extract.ts";
import { fixingAll } from "./fix-all.ts";
import { fixes } from "./fixes.ts";
import { ignoring } from "./ignore.ts";
import { inlining } from "./inline.ts";
import { insertingAll } from "./insert-all.ts";
import { organizing } from "./organize.ts";
import { waiving } from "./waive.ts";

export type { CodeAction, CodeActionKind, Load } from "./action.ts";

/** In the order in which they are offered. */
const FAMILIES: readonly Family[] = [
  { kind: "quickfix", offer: fixes },
  { kind: "quickfix", offer: insertingAll },
  { kind: "quickfix", offer: waiving },
  { kind: "quickfix", offer: ignoring },
  { kind: "refactor.extract", offer: extracting },
  { kind: "refactor.inline", offer: inlining },
  { kind: "source.fixAll.aiplan", offer: fixingAll },
  { kind: "source.organizeSections.aiplan", offer: organizing },
];

export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [...new Set(FAMILIES.map(({ kind }) => kind))];

/** Refactors check the plan anew: in one of more characters the cursor would have to wait for that wherever it rests. */
const LONG = 100_000;

export interface CodeActionOptions {
  /** The kinds that are wanted, each with all below it; all where nothing is said. */
  readonly only?: readonly string[] | undefined;
  /** Nobody has asked: the editor wants to know whether there is something to offer at the cursor. */
  readonly automatic?: boolean;
  /** Without it nothing is offered that has to check the plan again. */
  readonly load?: Load;
}

/** What can be done at a span of the plan: about the findings that touch it, with what stands there, or with all of the plan. */
export function codeActions(
  plan: CheckedPlan,
  findings: readonly Finding[],
  span: Span,
  { only, automatic = false, load }: CodeActionOptions = {},
): CodeAction[] {
  const touched = findings.filter(({ place }) => place.uri === plan.file.uri && touches(place, span));
  const context: ActionContext = { plan, findings, touched, span, load };
  const unasked = plan.file.text.length > LONG ? ["source", "refactor"] : ["source"];
  return FAMILIES.filter(({ kind }) => (only ? isWanted(kind, only) : !automatic || !isWanted(kind, unasked))).flatMap(
    ({ offer }) => offer(context),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isWanted(kind: CodeActionKind, only: readonly string[]): boolean {
  return only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
}

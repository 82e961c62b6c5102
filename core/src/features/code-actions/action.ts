import type { TextEdit } from "../../edits/text-edit.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Span } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";

/** What an action is for; editors group and bind them by it. Kinds nest at their dots: `source` means all below it too. */
export type CodeActionKind =
  | "quickfix"
  | "refactor.extract"
  | "refactor.inline"
  | "refactor.rewrite"
  | "source.fixAll.aiplan"
  | "source.organizeSections.aiplan";

/** Something an editor offers to do. */
export interface CodeAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What it puts right, where it is about a finding. */
  readonly finding?: Finding;
  /** The one to do unless the author says otherwise; at most one a finding. */
  readonly preferred: boolean;
  /** It makes a file, which not every editor can. */
  readonly createsFile: boolean;
  /** Made only when asked for. */
  edits(): TextEdit[] | Promise<TextEdit[]>;
}

/** Reads the plan anew, with another text and all else as it is. */
export type Load = (text: string) => Promise<CheckedPlan>;

/** What is offered depends on this. */
export interface ActionContext {
  readonly plan: CheckedPlan;
  readonly findings: readonly Finding[];
  /** Those that touch the span. */
  readonly touched: readonly Finding[];
  /** The cursor, or what is selected. */
  readonly span: Span;
  readonly load: Load | undefined;
}

/** Actions of one kind. */
export interface Family {
  readonly kind: CodeActionKind;
  offer(context: ActionContext): CodeAction[];
}

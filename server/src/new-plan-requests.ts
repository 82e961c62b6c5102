import type { Autonomy, language } from "@aiplan/core";
import type { Position, Range } from "vscode-languageserver";

// What a client can ask beside the protocol to help somebody begin a plan. Nothing of it is written: that the client does.

/** What a new plan can be, to choose from. Takes nothing. */
export const NEW_PLAN_CHOICES = "aiplan/newPlanChoices";

/** A fixed word of the language, and what it means. */
export interface WordChoice<Word extends string> {
  readonly id: Word;
  readonly meaning: string;
}

export interface MetricChoice {
  readonly id: string;
  /** What it counts or measures. */
  readonly title: string;
  readonly kind: string;
  readonly unit: string;
  readonly direction: string;
  /** Most plans of this kind have it. */
  readonly isUsual: boolean;
}

export interface KindChoice {
  readonly id: string;
  readonly name: string;
  /** What such a system does, as a sentence about it goes on. */
  readonly title: string;
  /** How far such systems usually act on their own. */
  readonly autonomy: Autonomy;
  readonly metrics: readonly MetricChoice[];
}

/** Roles beside the owner that a plan may name: who is called when something goes wrong, and who reviews its output. */
export type OtherRole = "responder" | "reviewer";

export interface NewPlanChoices {
  readonly kinds: readonly KindChoice[];
  /** In the order in which a plan passes through them. */
  readonly stages: readonly WordChoice<language.Stage>[];
  readonly autonomies: readonly WordChoice<Autonomy>[];
  /** The kinds of metrics, with what each tells. */
  readonly metricKinds: readonly WordChoice<string>[];
  /** Which other roles a plan names at a stage, by how far the system acts on its own. */
  readonly roles: Readonly<Record<language.Stage, Readonly<Record<Autonomy, readonly OtherRole[]>>>>;
}

/** A new plan for what was chosen, as a snippet. An id that is none of the choices is an error. */
export const NEW_PLAN = "aiplan/newPlan";

export interface NewPlanParams {
  /** Small letters, digits and hyphens. */
  readonly name: string;
  readonly kind: string;
  readonly stage: language.Stage;
  readonly autonomy: Autonomy;
  /** Their ids. */
  readonly metrics: readonly string[];
  readonly owner?: string;
  readonly responder?: string;
  readonly reviewer?: string;
}

export interface NewPlanAnswer {
  /** Its tab stops are what is left to fill in. */
  readonly snippet: string;
}

/** The next placeholder of an open plan from a position on, round its end; null where none is left. */
export const NEXT_PLACEHOLDER = "aiplan/nextPlaceholder";

export interface NextPlaceholderParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export type NextPlaceholderAnswer = Range | null;

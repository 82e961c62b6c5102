import type { Acceptance, language, Severity } from "@aiplan/core";
import type { BaselineState } from "../baseline/meet.ts";
import type { Range } from "./source-text.ts";

/**
 * What was found in one file. Plain data: it can be sent from a worker, and nothing in it needs the text of the plan.
 */
export interface FileReport {
  /** As reports show it: relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly kind: "plan" | "catalog";
  readonly name?: string;
  /** What the plan claims, or is judged as. */
  readonly stage: language.Stage;
  readonly findings: readonly ReportedFinding[];
  /** Those that a baseline knows, where there is one: they do not count. */
  readonly known?: readonly ReportedFinding[];
  /** What is silenced, where a format asked for it. */
  readonly silenced?: readonly ReportedSilenced[];
}

/** A place in a file, which need not be the one that the report is about. */
export interface ReportedPlace {
  /** As reports show it. */
  readonly path: string;
  readonly range: Range;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: ReportedPlace;
  readonly identity: Identity;
  readonly related: readonly { readonly place: ReportedPlace; readonly message: string }[];
  /** Best first. */
  readonly fixes: readonly ReportedFix[];
  /** Somebody accepts the risk until a given day, by a waiver in the plan. */
  readonly accepted?: Omit<Acceptance, "place"> & { readonly place: ReportedPlace };
  /** The rule itself failed: nothing is known of what it looks for. */
  readonly ruleFailed?: true;
  /** What it is to the baseline, where there is one. */
  readonly baseline?: BaselineState;
  /** The lines around its place, where the format asked for them. */
  readonly excerpt?: Excerpt;
}

/** A finding that nobody is shown, and what silences it. */
export interface ReportedSilenced extends ReportedFinding {
  readonly by: ReportedSilencer;
}

export type ReportedSilencer =
  | { readonly kind: "comment"; readonly reason: string; readonly place: ReportedPlace }
  /** With the path of the configuration that switches its rule off. */
  | { readonly kind: "configuration"; readonly path?: string };

/**
 * What makes a finding the same as one of another run, whatever was edited around it: with its rule and the path of the
 * plan all that a fingerprint or a baseline needs.
 */
export interface Identity {
  /** From {@link baseFolder}, with forward slashes: the plan that was checked. */
  readonly plan: string;
  /** Where it is in another file: that file, in the same way. */
  readonly file?: string;
  /** The keys that lead to it, such as `rollout.steps.canary.traffic`. */
  readonly at: string;
  /** How many findings of the rule in the same place came before it. */
  readonly before: number;
  /** The keys that are missing, where it is about such. */
  readonly missing?: readonly string[];
}

export interface ReportedFix {
  readonly title: string;
  /** Empty where the format did not ask for them. */
  readonly edits: readonly (ReportedPlace & { readonly newText: string })[];
}

/** Some lines of a file. */
export interface Excerpt {
  /** The number of the first of them, counted from zero. */
  readonly firstLine: number;
  /** Without their line ends; of very long lines only a part. */
  readonly lines: readonly string[];
  /** How many UTF-16 code units are cut off at the start of each line. */
  readonly cut: number;
}

/** What a report holds only for formats that ask for it. */
export interface Needs {
  readonly edits?: boolean;
  readonly excerpts?: boolean;
  /** Takes longer: for it the rules run as well that are switched off. */
  readonly silenced?: boolean;
}

import type { KeyInsertion } from "../edits/plan-editor.ts";
import type { TextEdit } from "../edits/text-edit.ts";
import type { MapNode } from "../syntax/nodes.ts";
import type { Place } from "../workspace/checked-plan.ts";
import type { Lack } from "../workspace/due.ts";
import type { Severity } from "./severity.ts";

export interface Fix {
  readonly title: string;
  /** A `repair` says what was meant and can be applied unseen; a `stub` leaves placeholders for a person. */
  readonly kind: "repair" | "stub";
  /** The one that most authors want. */
  readonly preferred: boolean;
  /** It makes a file, which not every editor can. */
  readonly createsFile?: true;
  /** What it writes, where it only inserts keys: several such fixes can be made as one. */
  readonly inserts?: { readonly object: MapNode; readonly keys: readonly KeyInsertion[] };
  /** Made only when asked for; places are those of the files that were checked. */
  edits(): TextEdit[];
}

/** An order of findings in one file: that of the text. */
export function inOrderOfText({ place: a }: Finding, { place: b }: Finding): number {
  return a.start - b.start || a.end - b.end;
}

/** Keys that an object lacks. */
export interface Missing {
  readonly object: MapNode;
  readonly lacks: readonly Lack[];
}

/** Who took a risk, why, and until when. */
export interface Acceptance {
  /** The id of a role. */
  readonly approver: string;
  readonly reason: string;
  /** The last day it holds, as the plan writes it. */
  readonly expires: string;
  /** The waiver that says so. */
  readonly place: Place;
}

/** What a rule has to say, in the author's words. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes: readonly Fix[];
  /** How an editor may show it: greyed out. */
  readonly unnecessary: boolean;
  /** What it says is missing. That has no place in the text, so a waiver names it by its path. */
  readonly missing?: Missing;
  /** Somebody accepts the risk until a given day, by a waiver in the plan. */
  readonly accepted?: Acceptance;
  /** The rule itself failed: nothing is known of what it looks for. */
  readonly ruleFailed?: true;
}

/** A finding that nobody is shown, and what silences it. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly by: Silencer;
}

export type Silencer =
  /** An ignore comment of the plan, at its place, with its reason. */
  | { readonly kind: "comment"; readonly reason: string; readonly place: Place }
  /** The configuration switches its rule off. */
  | { readonly kind: "configuration"; readonly uri?: string };

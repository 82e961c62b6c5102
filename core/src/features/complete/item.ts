import type { TextEdit } from "../../edits/text-edit.ts";
import type { NearbyFiles } from "./nearby-files.ts";

/** What an item stands for; clients choose its icon by it. */
export type CompletionKind =
  | "section"
  | "key"
  | "value"
  | "id"
  | "unit"
  | "date"
  | "file"
  | "folder"
  | "rule"
  | "snippet";

/** Something that may be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /**
   * Offsets (UTF-16) into the text of the file; the range is the token that is being typed, on one line. Further lines
   * of the text are indented as they are to stand in the file.
   */
  readonly insert: Omit<TextEdit, "uri">;
  /** What the typed token is compared with, where that is not the label. */
  readonly filterText?: string;
  /** It fits what is typed so far only: after one more character something else is to be offered. */
  readonly passing?: true;
  /** Items are meant to be shown in the order in which they are given; this says so to clients that sort. */
  readonly sortText?: string;
}

export interface CompleteOptions {
  /** Can the client stop at the places where there is something left to write? */
  readonly snippets: boolean;
  /** What is known of the files that links may lead to; without it none are offered. */
  readonly files?: NearbyFiles;
}

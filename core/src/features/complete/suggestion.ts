import type { CompletionKind } from "./item.ts";

/** A scalar that may be written, before it is known how it is written. */
export interface Suggestion {
  readonly text: string;
  /** What is shown, where that is not the text. */
  readonly label?: string;
  /** The scalar as it will read, where the text is only a part of it. */
  readonly whole?: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** The part of the token that it takes the place of; offsets into the whole text. */
  readonly part?: { readonly start: number; readonly end: number };
  /** A blank is put before it. */
  readonly afterBlank?: boolean;
  /** It fits what is typed so far only. */
  readonly passing?: boolean;
}

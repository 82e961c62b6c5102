import type { Place } from "../workspace/checked-plan.ts";
import type { ArtifactKind, Artifacts } from "./artifact.ts";

/** Where the text of a linked file can't be read as YAML or JSON. UTF-16 offsets into the text, `end` exclusive. */
export interface LinkedTextProblem {
  /** One or two sentences for somebody who is not a programmer. */
  readonly message: string;
  readonly start: number;
  readonly end?: number;
}

/** A linked file, parsed once: any number of links may then be followed into it. */
export interface LinkedText {
  readonly uri: string;
  readonly problem?: LinkedTextProblem;
}

/** A part of a linked file that a fragment can name. */
export interface NamedPart {
  /** As people call it: `tickets`. */
  readonly name: string;
  /** What to write behind the `#`: `/schema/tickets`. */
  readonly fragment: string;
}

/** Why a link into a file that is there leads to nothing. Everything in it can be shown to an author. */
export type ArtifactProblem =
  /** The file can't be read as YAML or JSON. `line` counts from 1. */
  | { readonly kind: "syntax"; readonly message: string; readonly place: Place; readonly line: number }
  /** It reads, but holds something else. `seems` says what, if that can be told: `an OpenSLO file`, `an empty file`. */
  | { readonly kind: "not-this-format"; readonly seems?: string }
  /**
   * The format is right, but has no part of that name. `part` is what it would be (`table`, `column`, `SLO`, `entity`,
   * `flag`, `rollout`), `name` the name that was asked for, `known` what there is instead.
   */
  | {
      readonly kind: "no-such-part";
      readonly part: string;
      readonly name: string;
      readonly known: readonly NamedPart[];
    }
  /** There are several parts, and the link does not say which it means. */
  | { readonly kind: "no-fragment"; readonly part: string; readonly known: readonly NamedPart[] };

/**
 * Parses the text of a linked file: YAML or JSON, of one or several documents, or a Markdown page with front matter.
 * Never throws, whatever the text; what aliases may add and how deep it may nest are bounded.
 */
export function readLinkedText(uri: string, _text: string): LinkedText {
  return { uri };
}

/**
 * What a link into a file leads to.
 *
 * @param fragment what stands behind the `#` of the link, or an empty text
 */
export function findArtifact<Kind extends ArtifactKind>(
  _kind: Kind,
  _linked: LinkedText,
  _fragment: string,
): { readonly artifact: Artifacts[Kind] } | { readonly problem: ArtifactProblem } {
  return { problem: { kind: "not-this-format" } };
}

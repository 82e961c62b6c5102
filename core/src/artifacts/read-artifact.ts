import type { Place } from "../workspace/checked-plan.ts";
import type { ArtifactKind, Artifacts } from "./artifact.ts";
import type { Found } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";
import { readBackstage } from "./read-backstage.ts";
import { readDataContract } from "./read-data-contract.ts";
import { readFlagd } from "./read-flagd.ts";
import { readModelCard } from "./read-model-card.ts";
import { readOpenSlo } from "./read-openslo.ts";
import { readRollout } from "./read-rollout.ts";
import { whatItSeems } from "./what-it-seems.ts";

export type { NamedPart } from "./found.ts";
export { type LinkedText, type LinkedTextProblem, readLinkedText } from "./linked-text.ts";

/** Why a link into a file that is there leads to nothing. Everything in it can be shown to an author. */
export type ArtifactProblem =
  /** The file can't be read as YAML or JSON. `line` counts from 1. */
  | { readonly kind: "syntax"; readonly message: string; readonly place: Place; readonly line: number }
  /** It reads, but holds something else. `seems` says what, if that can be told: `an OpenSLO file`, `an empty file`. */
  | { readonly kind: "not-this-format"; readonly seems?: string }
  /** The format is right, but has no part of that name. */
  | Extract<Found<never>, { readonly kind: "no-such-part" }>
  /** There are several parts, and the link does not say which it means. */
  | Extract<Found<never>, { readonly kind: "no-fragment" }>;

type Reader<Kind extends ArtifactKind> = (linked: LinkedText, fragment: string) => Found<Artifacts[Kind]> | undefined;

const READERS: { readonly [Kind in ArtifactKind]: Reader<Kind> } = {
  "data contract": readDataContract,
  openslo: readOpenSlo,
  backstage: readBackstage,
  flagd: readFlagd,
  "rollout engine": readRollout,
  "model card": readModelCard,
};

/** What a fragment names in a file; undefined where the file has another format, or no links of the kind are read. */
export function readPart(kind: string, linked: LinkedText, fragment: string): Found<unknown> | undefined {
  const readers: Readonly<Record<string, Reader<ArtifactKind> | undefined>> = READERS;
  return linked.problem ? undefined : readers[kind]?.(linked, fragment);
}

/**
 * What a link into a file leads to.
 *
 * @param fragment what stands behind the `#` of the link, or an empty text
 */
export function findArtifact<Kind extends ArtifactKind>(
  kind: Kind,
  linked: LinkedText,
  fragment: string,
): { readonly artifact: Artifacts[Kind] } | { readonly problem: ArtifactProblem } {
  const { uri, problem } = linked;
  if (problem) {
    const { message, start, end, line } = problem;
    return { problem: { kind: "syntax", message, line, place: { uri, start, end } } };
  }
  const found = READERS[kind](linked, fragment);
  if (found?.kind === "found") return { artifact: found.artifact };
  if (found) return { problem: found };
  const seems = whatItSeems(linked);
  return { problem: { kind: "not-this-format", ...(seems === undefined ? {} : { seems }) } };
}

import type { Key, ObjectType, ValueType } from "../language/types.ts";
import type { DateReading, QuantityProblem } from "../quantity/index.ts";
import type { ListNode, MapNode, Node, ScalarNode, Span } from "./nodes.ts";

/** Text that should have been written instead; offsets like those of nodes. */
export interface Rewriting extends Span {
  readonly replacement?: string;
}

/**
 * Something that does not fit the description of the language. The hygiene rules turn problems into findings; what
 * each kind means for a plan, and what to do about it, is said there.
 */
export type Problem =
  | {
      readonly kind: "unknown-key";
      readonly node: ScalarNode;
      readonly object: ObjectType;
      readonly map: MapNode | undefined;
    }
  | { readonly kind: "duplicate-key"; readonly node: ScalarNode; readonly first: ScalarNode }
  | { readonly kind: "wrong-shape"; readonly node: Node; readonly expected: ValueType }
  | { readonly kind: "wrong-length"; readonly node: ListNode; readonly expected: number }
  | { readonly kind: "empty-value"; readonly node: ScalarNode; readonly key: Key }
  | { readonly kind: "placeholder"; readonly node: ScalarNode }
  | { readonly kind: "unknown-choice"; readonly node: ScalarNode; readonly choices: readonly string[] }
  | { readonly kind: "not-a-boolean"; readonly node: ScalarNode }
  | { readonly kind: "not-a-number"; readonly node: ScalarNode; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "not-an-id"; readonly node: ScalarNode }
  | { readonly kind: "not-a-column"; readonly node: ScalarNode }
  | { readonly kind: "not-a-unit"; readonly node: ScalarNode; readonly problem: QuantityProblem }
  | {
      readonly kind: "not-a-quantity";
      readonly node: ScalarNode;
      readonly problem: QuantityProblem;
      readonly example: string;
    }
  | { readonly kind: "wrong-dimension"; readonly node: ScalarNode; readonly example: string }
  | { readonly kind: "share-out-of-range"; readonly node: ScalarNode }
  | { readonly kind: "not-a-date"; readonly node: ScalarNode; readonly reading: DateReading }
  /** Right, but there is a shorter or clearer way to write it. */
  | { readonly kind: "long-form"; readonly node: ScalarNode; readonly replacement: string }
  | ({ readonly kind: "split-value"; readonly node: ScalarNode } & Rewriting)
  | ({ readonly kind: "comment-ate-value"; readonly node: ScalarNode } & Rewriting)
  | ({ readonly kind: "missing-space"; readonly node: ScalarNode } & Rewriting);

export type ProblemKind = Problem["kind"];
export type ProblemOf<Kind extends ProblemKind> = Extract<Problem, { kind: Kind }>;

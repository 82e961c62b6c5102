import type { Key, ObjectType, ValueType } from "../language/types.ts";
import type { DateReading, QuantityProblem } from "../quantity/index.ts";
import type { ListNode, MapNode, Node, ScalarNode } from "./nodes.ts";
import type { SilentTrap } from "./traps/silent.ts";

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
  /** Writing that YAML reads without a word, but not as it was meant. */
  | ({ readonly kind: TrapKind; readonly node: Node } & SilentTrap);

/**
 * `split-value`: a comma in braces cut it. `comment-ate-value`: it became a comment. `missing-space`: `{a:1}`.
 * `keys-as-text`: lines of keys without colons. `operator-as-block`: `>5`. `hard-space`: a key with a non-breaking space.
 */
export type TrapKind =
  | "split-value"
  | "comment-ate-value"
  | "missing-space"
  | "keys-as-text"
  | "operator-as-block"
  | "hard-space";

export type ProblemKind = Problem["kind"];
export type ProblemOf<Kind extends ProblemKind> = Kind extends TrapKind
  ? { readonly kind: Kind; readonly node: Node } & SilentTrap
  : Extract<Problem, { kind: Kind }>;

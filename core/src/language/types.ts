import type { PrincipleId } from "../principles/principle.ts";
import type { Dimension } from "../quantity/index.ts";

/** The stages a plan claims, in order. What is missing is judged by them. */
export const STAGES = ["proposal", "build", "pilot", "production"] as const;
export type Stage = (typeof STAGES)[number];

/** Is what is due at `due` asked of a plan at `stage` by now? */
export function isDueBy(due: Stage, stage: Stage): boolean {
  return STAGES.indexOf(due) <= STAGES.indexOf(stage);
}

/** Is what is due at `due` asked of a plan at `stage`: by now, or (as a hint) at the next stage? */
export function isDueWithin(due: Stage, stage: Stage): boolean {
  return STAGES.indexOf(due) <= STAGES.indexOf(stage) + 1;
}

/** What an id can name. Every id is defined in one place and may be referred to from others. */
export type DefinitionKind =
  | "role"
  | "metric"
  | "data-source"
  | "system"
  | "fallback-mode"
  | "escalation-path"
  | "milestone"
  | "trigger"
  | "review"
  | "join"
  | "decision"
  | "rollout-step"
  | "rule";

/** When a key that has a due stage is really due. Without a condition it always is. */
export type Condition =
  /** Not while `operating-limits.autonomy` is `suggest`. */
  | { readonly kind: "unless-suggest" }
  /** Only where the key beside it holds (or, for a list, includes) one of these values. */
  | { readonly kind: "sibling-in"; readonly key: string; readonly values: readonly string[] }
  /** Only where the key beside it is absent. */
  | { readonly kind: "sibling-absent"; readonly key: string }
  /** Only in the first item of the list, or only in the later ones. */
  | { readonly kind: "item"; readonly which: "first" | "later" };

export interface TextType {
  readonly kind: "text";
}
export interface ChoiceType<Value extends string = string> {
  readonly kind: "choice";
  /** value → one line that says what it means */
  readonly choices: Readonly<Record<Value, string>>;
}
export interface BooleanType {
  readonly kind: "boolean";
}
export interface NumberType {
  readonly kind: "number";
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface DateType<OrMilestone extends boolean = boolean> {
  readonly kind: "date";
  /** The name of a milestone may stand here too. */
  readonly orMilestone: OrMilestone;
}
export interface QuantityType {
  readonly kind: "quantity";
  /** What it measures; "metric" when the metric it speaks of decides. */
  readonly dimension: Dimension | readonly Dimension[] | "metric";
  /** A part of a whole: between 0% and 100%. */
  readonly share?: boolean;
  /** Something a person would write, e.g. `60 req/min`. */
  readonly example: string;
}
export interface UnitType {
  readonly kind: "unit";
}
export interface IdType {
  readonly kind: "id";
  readonly defines?: DefinitionKind;
}
export interface ReferenceType {
  readonly kind: "reference";
  readonly to: DefinitionKind;
  /** Fixed words that may stand in place of an id. */
  readonly choices?: Readonly<Record<string, string>>;
}
/** `source.column`, both of which are declared elsewhere. */
export interface ColumnType {
  readonly kind: "column";
}
/** A file in the workspace, or a URL where a document is meant; `text` allows plain words as well. */
export interface LinkType {
  readonly kind: "link";
  readonly artifact: string;
  readonly fragment: boolean;
  readonly orText: boolean;
}
export interface AnyType {
  readonly kind: "any";
}
export interface ListType<Of extends ValueType = ValueType> {
  readonly kind: "list";
  readonly of: Of;
  /** Exactly this many items, e.g. the two bounds of a range. */
  readonly length?: number;
}
/** A map whose keys are ids: what they name (`defines`), or what they refer to (`refersTo`), or free words. */
export interface MapType<Of extends ValueType = ValueType> {
  readonly kind: "map";
  readonly of: Of;
  readonly defines?: DefinitionKind;
  readonly refersTo?: DefinitionKind;
  /** Well-known keys with docs of their own, e.g. `milestones.build-start`; they may have due stages. */
  readonly known?: Readonly<Record<string, Key>>;
  /** What a key is called in a placeholder, e.g. "role". */
  readonly keyName: string;
}
export interface ObjectType<
  Name extends string = string,
  Keys extends Readonly<Record<string, Key>> = Readonly<Record<string, Key>>,
> {
  readonly kind: "object";
  readonly name: Name;
  readonly doc: string;
  readonly keys: Keys;
  /** Small enough to be written on one line, `{a: 1, b: 2}`; stubs then are. */
  readonly inline: boolean;
}
/** The first of these whose shape (scalar, list or map) the author wrote. */
export interface EitherType<Of extends readonly ValueType[] = readonly ValueType[]> {
  readonly kind: "either";
  readonly of: Of;
}

export type ScalarType =
  | TextType
  | ChoiceType
  | BooleanType
  | NumberType
  | DateType
  | QuantityType
  | UnitType
  | IdType
  | ReferenceType
  | ColumnType
  | LinkType;
export type ValueType =
  | ScalarType
  | AnyType
  | { readonly kind: "list"; readonly of: ValueType; readonly length?: number }
  | MapType<any>
  | ObjectType<string, any>
  | EitherType<any>;

export interface KeyOptions {
  /** What it is and how to write it: one or two sentences in Markdown, for people who are not programmers. */
  readonly doc: string;
  /** The stage at which a plan must have it; left out for keys that are never missed. */
  readonly due?: Stage;
  readonly when?: Condition;
  /** Keys of one group stand in for each other: one of them is enough. */
  readonly group?: string;
  /** Of the keys of a group, the one for metrics of this direction. */
  readonly suits?: Direction;
  /** The rule that says it is missing; otherwise `missing-key` does. */
  readonly ownedBy?: string;
  readonly principle: PrincipleId;
  /** What a stub says, without the angle brackets: "who answers for the outcome". Never holds `,:#{}[]<>|`. */
  readonly placeholder: string;
}
export interface Key<Type extends ValueType = ValueType> extends KeyOptions {
  readonly type: Type;
}

export const text: TextType = { kind: "text" };
export const boolean: BooleanType = { kind: "boolean" };
export const date: DateType<false> = { kind: "date", orMilestone: false };
export const dateOrMilestone: DateType<true> = { kind: "date", orMilestone: true };
export const unit: UnitType = { kind: "unit" };
export const column: ColumnType = { kind: "column" };
export const any: AnyType = { kind: "any" };

export function choice<const Choices extends Readonly<Record<string, string>>>(
  choices: Choices,
): ChoiceType<keyof Choices & string> {
  return { kind: "choice", choices };
}

export function number(range: { minimum?: number; maximum?: number } = {}): NumberType {
  return { kind: "number", ...range };
}

export function quantity(
  dimension: QuantityType["dimension"],
  example: string,
  options: { share?: boolean } = {},
): QuantityType {
  return { kind: "quantity", dimension, example, ...options };
}

/** A part of a whole, 0% to 100%. */
export function share(example: string): QuantityType {
  return quantity("share", example, { share: true });
}

export function id(defines?: DefinitionKind): IdType {
  return defines ? { kind: "id", defines } : { kind: "id" };
}

export function reference(to: DefinitionKind, choices?: Readonly<Record<string, string>>): ReferenceType {
  return choices ? { kind: "reference", to, choices } : { kind: "reference", to };
}

export function link(artifact: string, options: { fragment?: boolean; orText?: boolean } = {}): LinkType {
  return { kind: "link", artifact, fragment: options.fragment ?? false, orText: options.orText ?? false };
}

export function list<Of extends ValueType>(of: Of, options: { length?: number } = {}): ListType<Of> {
  return { kind: "list", of, ...options };
}

export function map<Of extends ValueType>(of: Of, options: Omit<MapType<Of>, "kind" | "of">): MapType<Of> {
  return { kind: "map", of, ...options };
}

export function either<const Of extends readonly ValueType[]>(...of: Of): EitherType<Of> {
  return { kind: "either", of };
}

export function key<Type extends ValueType>(type: Type, options: KeyOptions): Key<Type> {
  return { type, ...options };
}

export function object<const Name extends string, Keys extends Readonly<Record<string, Key<any>>>>(
  name: Name,
  definition: { doc: string; keys: Keys; inline?: boolean },
): ObjectType<Name, Keys> {
  return { kind: "object", name, doc: definition.doc, keys: definition.keys, inline: definition.inline ?? false };
}

export const unlessSuggest: Condition = { kind: "unless-suggest" };
export const firstItem: Condition = { kind: "item", which: "first" };
export const laterItems: Condition = { kind: "item", which: "later" };

export function where(siblingKey: string, ...values: string[]): Condition {
  return { kind: "sibling-in", key: siblingKey, values };
}
export function unlessPresent(siblingKey: string): Condition {
  return { kind: "sibling-absent", key: siblingKey };
}

/** The keys that the language names for an object, or for a map of ids. */
export function keysOf(type: ObjectType | MapType): Readonly<Record<string, Key>> {
  return type.kind === "object" ? type.keys : (type.known ?? {});
}

/** Which way of a metric is better. */
export type Direction = "higher" | "lower" | "target";

/**
 * Is it the key to write of those that stand in for each other: the one that suits a metric of this direction, else the
 * first? A key without a group always is.
 */
export function leadsGroup(name: string, keys: Readonly<Record<string, Key>>, direction?: Direction): boolean {
  const group = keys[name]?.group;
  if (group === undefined) return true;
  const names = Object.keys(keys).filter((other) => keys[other]?.group === group);
  const suited = names.find((other) => direction !== undefined && keys[other]?.suits === direction);
  return name === (suited ?? names[0]);
}

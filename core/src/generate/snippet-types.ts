import { type Stub, type StubContext, stubOf } from "../edits/stub.ts";
import { Trigger } from "../language/index.ts";
import {
  type DefinitionKind,
  isDueBy,
  type Key,
  type ObjectType,
  STAGES,
  type Stage,
  type ValueType,
} from "../language/types.ts";

/** Which keys a snippet holds, and how it names the ids that occur in it more than once. */
export interface Selection {
  /** What is due by this stage is in the snippet. */
  readonly stage: Stage;
  /** The ids that the snippet defines: what to write for each kind, wherever it is defined or referred to. */
  readonly ids?: Partial<Readonly<Record<DefinitionKind, string>>>;
  /** The key to take of a group whose keys stand in for each other; the first one if left out. */
  readonly member?: string;
  /** The system only suggests: what binds only systems that act is left out. */
  readonly onlySuggests?: boolean;
}

/** Keys that nothing makes due but that most plans have. */
const USUAL: ReadonlySet<Key> = new Set<Key>([Trigger.keys.escalate]);

/** The stub of a key with what is selected of it. */
export function snippetStub(key: Pick<Key, "type" | "placeholder">, selection: Selection): Stub {
  return stubOf({ type: select(key.type, selection), placeholder: key.placeholder }, everything);
}

/** The stub of an item of a list that is not the first. */
export function laterItemStub(type: ObjectType, selection: Selection): Stub {
  const keys = Object.entries(type.keys as Record<string, Key>).flatMap(([name, key]) => {
    if (key.when?.kind !== "item") return [[name, key] as const];
    const { when, ...unconditional } = key;
    return when.which === "later" ? [[name, unconditional] as const] : [];
  });
  return snippetStub({ type: { ...type, keys: Object.fromEntries(keys) }, placeholder: "" }, selection);
}

const everything: StubContext = { includes: () => true, idsFor: () => [] };

/** The same type with the selected keys only, all of them due. */
function select(type: ValueType, selection: Selection): ValueType {
  switch (type.kind) {
    case "object":
      return { ...type, keys: selectKeys(type.keys, selection) };
    case "map": {
      const keyName =
        (type.defines && selection.ids?.[type.defines]) ?? (type.refersTo && selection.ids?.[type.refersTo]);
      const known = type.known ? { known: selectKeys(type.known, selection) } : {};
      return { ...type, ...known, of: select(type.of, selection), keyName: keyName ?? type.keyName };
    }
    case "list":
      return { ...type, of: select(type.of, selection) };
    case "either":
      return { ...type, of: type.of.map((one: ValueType) => select(one, selection)) };
    default:
      return type;
  }
}

function selectKeys(keys: Readonly<Record<string, Key>>, selection: Selection): Record<string, Key> {
  const all = Object.entries(keys);
  const selected = wantedOf(all, selection).filter(([name, key]) => isMember(name, key, all, selection));
  return Object.fromEntries(
    selected.map(([name, key]) => [
      name,
      { ...key, due: "proposal", placeholder: wordsFor(key, selection), type: select(key.type, selection) },
    ]),
  );
}

function wantedOf(keys: readonly [string, Key][], { stage, onlySuggests }: Selection): readonly [string, Key][] {
  const all = onlySuggests ? keys.filter(([, { when }]) => when?.kind !== "unless-suggest") : keys;
  const due = all.filter(([, key]) => USUAL.has(key) || (key.due !== undefined && isDueBy(key.due, stage)));
  if (due.length > 0) return due;
  // Where nothing is due yet, what can be said without defining more; where nothing ever is, all there is.
  const later = all.filter(([, { due, when, type }]) => due !== undefined && !when && type.kind !== "reference");
  const first = STAGES.find((one) => later.some(([, { due }]) => due === one));
  return first ? later.filter(([, { due }]) => due === first) : all;
}

function isMember(name: string, key: Key, all: readonly (readonly [string, Key])[], { member }: Selection): boolean {
  if (key.group === undefined) return true;
  const names = all.filter(([, other]) => other.group === key.group).map(([other]) => other);
  return name === (member !== undefined && names.includes(member) ? member : names[0]);
}

/** A reference to an id that the snippet defines is filled in along with it. */
function wordsFor({ type, placeholder }: Key, { ids }: Selection): string {
  const one = type.kind === "list" ? type.of : type;
  return (one.kind === "reference" && !one.choices && ids?.[one.to as DefinitionKind]) || placeholder;
}

/** A part of a linked file that a fragment can name. */
export interface NamedPart {
  /** As people call it: `tickets`. */
  readonly name: string;
  /** What to write behind the `#`: `/schema/tickets`. */
  readonly fragment: string;
}

/** What a fragment leads to in a file of the right format. */
export type Found<Artifact> =
  | { readonly kind: "found"; readonly artifact: Artifact }
  /** `part` is what it would be: `table`, `column`, `SLO`, `flag`. `name` was asked for, `known` is there instead. */
  | {
      readonly kind: "no-such-part";
      readonly part: string;
      readonly name: string;
      readonly known: readonly NamedPart[];
    }
  | { readonly kind: "no-fragment"; readonly part: string; readonly known: readonly NamedPart[] };

/** A part of a file with what it takes to choose it. */
export interface Choice<Artifact> extends NamedPart {
  /** Other fragments that mean it. */
  readonly also?: readonly string[];
  readonly read: () => Artifact;
}

/**
 * The part that a fragment names; without a fragment the only one there is. Undefined where none is asked for and there
 * is none: such a file is of no use as one of its format.
 *
 * @param part what the parts are called
 * @param choices in the order of the file: of two with one name the first counts
 */
export function choose<Artifact>(
  part: string,
  choices: readonly Choice<Artifact>[],
  fragment: string,
  same: (written: string, name: string) => boolean = (written, name) => written === name,
): Found<Artifact> | undefined {
  const known = () => choices.map(({ name, fragment }) => ({ name, fragment }));
  const wanted = unescaped(fragment);
  const only = choices.length === 1 ? choices[0] : undefined;
  if (wanted === "" && choices.length === 0) return undefined;
  if (wanted === "") return only ? found(only) : { kind: "no-fragment", part, known: known() };
  const chosen =
    choices.find((choice) => same(wanted, choice.fragment)) ??
    choices.find((choice) => choice.also?.some((other) => same(wanted, other)));
  return chosen ? found(chosen) : { kind: "no-such-part", part, name: wanted, known: known() };
}

function found<Artifact>(choice: Choice<Artifact>): Found<Artifact> {
  return { kind: "found", artifact: choice.read() };
}

/** A fragment without the escapes of a URL, where they can be read. */
export function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment).trim();
  } catch {
    return fragment.trim();
  }
}

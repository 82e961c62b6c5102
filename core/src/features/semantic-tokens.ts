import type { DefinitionKind } from "../language/types.ts";
import { waiverSteps } from "../rules/waiver-path.ts";
import type { Node, ScalarNode, Span } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { placeOf } from "./occurrences.ts";

/** What a word of a plan means. */
export type TokenKind = Exclude<DefinitionKind, "rule"> | "column" | "choice" | "number" | "date";

/** A word whose meaning decides its colour; offsets into the text. */
export interface SemanticToken extends Span {
  readonly kind: TokenKind;
  /** An id where it gets its meaning. */
  readonly defines: boolean;
  /** An id that a catalog lends. */
  readonly lent: boolean;
}

/**
 * The words that colouring by the looks of the text can't tell apart, in its order, none over another: ids by what they
 * name, where they are defined and wherever they are used, columns, fixed choices, numbers without their units, and dates.
 * An id that leads nowhere is none of them.
 *
 * @param range only what reaches into this part of the text
 */
export function semanticTokens(plan: CheckedPlan, range: Span): SemanticToken[] {
  const tokens = new Tokens(plan);
  tokens.ids();
  tokens.sourceColumns();
  tokens.waiverPaths();
  for (const { value } of plan.file.sections) tokens.values(value);
  return tokens.found
    .filter(({ start, end }) => end > range.start && start < range.end)
    .sort((a, b) => a.start - b.start);
}

type Meaning = Omit<SemanticToken, keyof Span>;

class Tokens {
  readonly found: SemanticToken[] = [];
  private readonly file: PlanFile;
  private readonly names = new Map<ScalarNode, Meaning>();

  constructor(private readonly plan: CheckedPlan) {
    this.file = plan.file;
  }

  ids(): void {
    for (const { kind, id, node } of this.file.definitions) this.name(node, id, this.meaning(kind, id, true));
    for (const { to, id, node } of this.file.references) {
      this.name(node, id, this.meaning(to, id, false));
      if (node.type?.kind !== "column") continue;
      const from = id.length + 1;
      this.word(node, from, node.word.slice(from), { kind: "column", defines: false, lent: this.isLent(to, id) });
    }
  }

  /** The columns that the sources of this file list, and the one of them that holds the labels. */
  sourceColumns(): void {
    for (const { value } of this.file.root.get("data-sources")?.items() ?? []) {
      for (const { key } of value.get("columns")?.entries ?? [])
        this.name(key, key.text, { kind: "column", defines: true, lent: false });
      const label = value.get("labels")?.get("field");
      if (label?.value !== undefined) this.name(label, label.word, { kind: "column", defines: false, lent: false });
    }
  }

  /** In the path of keys that a waiver has, the ids it leads over. */
  waiverPaths(): void {
    for (const [name, steps] of waiverSteps(this.file)) {
      const meaning = this.names.get(name);
      if (meaning) for (const { at, from } of steps) this.word(at, from, name.word, { ...meaning, defines: false });
    }
  }

  /** What can be told from a value itself. */
  values(node: Node): void {
    // What is borrowed stands elsewhere in the text.
    if (node.borrowed) return;
    if (node.kind === "map") for (const { value } of node.all) this.values(value);
    else if (node.kind === "list") for (const item of node.all) this.values(item);
    else this.value(node);
  }

  private value(node: ScalarNode): void {
    const kind = kindOfValue(node);
    const word = kind === "number" ? /^[+-]?[\d.]+/.exec(node.word)?.[0] : node.word;
    if (kind && word) this.word(node, 0, word, { kind, defines: false, lent: false });
  }

  private meaning(kind: DefinitionKind, id: string, defines: boolean): Meaning | undefined {
    if (kind === "rule" || (!defines && this.plan.definitions.all(kind, id).length === 0)) return undefined;
    return { kind, defines, lent: !defines && this.isLent(kind, id) };
  }

  private isLent(kind: DefinitionKind, id: string): boolean {
    const first = this.plan.definitions.all(kind, id)[0];
    return first !== undefined && first.file !== this.file;
  }

  private name(node: ScalarNode, id: string, meaning: Meaning | undefined): void {
    if (!meaning || node.isPlaceholder) return;
    this.names.set(node, meaning);
    this.word(node, 0, id, meaning);
  }

  /** A word of a scalar, where it stands as such in the text; else an alias or escapes would be coloured for it. */
  private word(node: ScalarNode, from: number, word: string, meaning: Meaning): void {
    if (node.borrowed || word === "" || /[\r\n]/.test(word)) return;
    const { start, end } = placeOf({ file: this.file, node, from, defines: meaning.defines }, word);
    if (this.file.text.slice(start, end) === word) this.found.push({ start, end, ...meaning });
  }
}

function kindOfValue({ type, value, word }: ScalarNode): TokenKind | undefined {
  if (value === undefined) return undefined;
  if (type?.kind === "date") return typeof value === "object" ? "date" : undefined;
  if (type?.kind === "number" || type?.kind === "quantity") return "number";
  const isChoice = type?.kind === "choice" || (type?.kind === "reference" && Object.hasOwn(type.choices ?? {}, word));
  return isChoice ? "choice" : undefined;
}

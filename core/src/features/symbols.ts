import type { DefinitionKind } from "../language/types.ts";
import type { Entry, MapNode, Node } from "../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../syntax/plan-file.ts";

/** A part of a plan, for an outline. */
export interface PlanSymbol {
  readonly name: string;
  /** What is said of it, in a few words. */
  readonly detail: string;
  /** A section, something with an id, an item of a list, or any other key. */
  readonly kind: "section" | DefinitionKind | "item" | "key";
  /** All of it; offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Its name, inside of it. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly PlanSymbol[];
}

/** More than fits beside a name in an outline, in UTF-16 units. */
const LONGEST_DETAIL = 80;

/** The sections of a plan with what is defined in them: ids and the keys of a section, but not the keys of each id. */
export function symbols(file: PlanFile): PlanSymbol[] {
  return new Outline(file).sections();
}

class Outline {
  private readonly kinds: ReadonlyMap<Node, DefinitionKind>;

  constructor(private readonly file: PlanFile) {
    this.kinds = new Map(file.definitions.map(({ node, kind }) => [node, kind]));
  }

  sections(): PlanSymbol[] {
    return this.file.sections.flatMap(({ key, value }) => {
      if (key.borrowed) return [];
      const children = isContainer(value) ? this.inside(value, true) : [];
      return [this.symbol("section", key, value, children)];
    });
  }

  /** @param top the map is a section's own, all of whose keys are worth a line */
  private inside(node: Node, top: boolean): PlanSymbol[] {
    if (node.borrowed || node.kind === "scalar") return [];
    if (node.kind === "list") return node.all.flatMap((item, index) => this.item(item, index));
    return node.all.flatMap((entry) => this.entry(entry, node, top));
  }

  private entry(entry: Entry, map: MapNode, top: boolean): PlanSymbol[] {
    const { key, value } = entry;
    if (key.borrowed) return [];
    const isId = map.type?.kind === "map";
    const children = isContainer(value) && !isWordList(value) ? this.inside(value, false) : [];
    if (!top && !isId && children.length === 0) return [];
    return [this.symbol(this.kinds.get(key) ?? "key", key, value, children)];
  }

  private item(item: Node, index: number): PlanSymbol[] {
    if (item.borrowed || item.kind !== "map") return [];
    const first = item.all[0];
    const name = item.entry("id")?.value ?? first?.value;
    const named = name?.kind === "scalar" && !name.borrowed && name.text !== "" ? name : undefined;
    const kind = (named && this.kinds.get(named)) ?? "item";
    const whole = spanIn(this.file, item);
    const label = named ? spanIn(this.file, named) : whole;
    const detail = summary(item.all.filter(({ value }) => value !== named));
    const title = named?.text ?? `${index + 1}`;
    const children = this.inside(item, false);
    return [{ name: shorten(title), detail, kind, ...whole, nameStart: label.start, nameEnd: label.end, children }];
  }

  private symbol(
    kind: PlanSymbol["kind"],
    key: Node & { text: string },
    value: Node,
    children: PlanSymbol[],
  ): PlanSymbol {
    const name = spanIn(this.file, key);
    const end = Math.max(name.end, value.borrowed ? 0 : spanIn(this.file, value).end);
    const detail = value.kind === "map" ? summary(kind === "section" ? [] : value.all) : textOf(value);
    return {
      // An outline can't show a name that is empty.
      name: shorten(key.text) || "(no name)",
      detail: shorten(detail),
      kind,
      start: name.start,
      end,
      nameStart: name.start,
      nameEnd: name.end,
      children,
    };
  }
}

function isContainer(node: Node): boolean {
  return node.kind !== "scalar";
}

/** A list of ids or words says all in its own detail. */
function isWordList(node: Node): boolean {
  return node.kind === "list" && node.all.every(({ kind }) => kind === "scalar");
}

/** The values that are words or numbers, as they were written: `business, h, lower`; numbers and dates with their keys. */
function summary(entries: readonly Entry[]): string {
  const said = entries.map(({ key, value }) => {
    const text = value.kind === "map" ? "" : textOf(value);
    const isBare = value.type?.kind === "quantity" || value.type?.kind === "date";
    return isBare && text !== "" ? `${key.text} ${text}` : text;
  });
  return shorten(said.filter(Boolean).join(", "));
}

function textOf(node: Node): string {
  if (node.kind === "scalar") return node.isNull ? "" : node.text;
  if (node.kind === "map" || !isWordList(node)) return "";
  return node.all.map(textOf).join(", ");
}

function shorten(text: string): string {
  const line = text
    .slice(0, LONGEST_DETAIL * 4)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= LONGEST_DETAIL ? line : `${line.slice(0, LONGEST_DETAIL - 1)}…`;
}

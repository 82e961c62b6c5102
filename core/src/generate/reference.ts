import { type Condition, type Key, type MapType, STAGES, type ValueType } from "../language/types.ts";
import { principleById } from "../principles/index.ts";
import { formOf, nameOf, refersTo } from "./form.ts";
import { anchor, page, table } from "./markdown.ts";
import { opened, type ReferenceSection, referenceSections, wordFor } from "./reference-sections.ts";

/** The page that lists the whole language: a heading for each place that has keys, and a table of them. */
export function referencePage(): string {
  const sections = referenceSections();
  return page(
    "# Reference of the plan language",
    `Every key that a plan may hold, in the order in which plans are written. *Due* is the stage from which on a plan must
have the key: ${STAGES.join(", ")}. A key without a stage is never missed on its own account, but a
[rule](rules/README.md) may still ask for it where it matters. Keys that start with \`x-\` are your own and may stand
anywhere.`,
    "A value in angle brackets, `<what to write>`, is a placeholder: it may stand anywhere and says that somebody still has to decide.",
    table(
      ["section", "what it is"],
      sections.filter(isTop).map(({ path, doc }) => [`[\`${path}\`](#${anchor(path)})`, doc]),
    ),
    ...sections.flatMap(sectionParts),
  );
}

function isTop({ path }: ReferenceSection): boolean {
  return path !== "" && !/[.[]/.test(path);
}

function sectionParts(section: ReferenceSection): string[] {
  const { path, doc, map, keys } = section;
  const heading = path === "" ? "## The top of a plan" : `${isTop(section) ? "##" : "###"} \`${path}\``;
  const entries = Object.entries(keys);
  return [
    heading,
    doc,
    map ? mapText(path, map, entries.length > 0) : "",
    table(
      ["key", "what it is", "what to write", "due", "refers to"],
      entries.map(([name, key]) => row(section, name, key)),
    ),
  ];
}

/** What stands in a map besides the keys that the language knows there. */
function mapText(path: string, map: MapType, hasKnown: boolean): string {
  const below = `${path}.<${wordFor(map)}>`;
  const holds =
    map.of.kind === "object"
      ? `Below it stand the keys of [\`${below}\`](#${anchor(below)}).`
      : `What it holds: ${formOf(map.of)}.`;
  if (hasKnown) return `The names below are known, and others may be added. ${holds}`;
  if (map.refersTo) return `Each entry stands under the id of a ${nameOf(map.refersTo)}. ${holds}`;
  return `Each entry stands under ${map.defines ? "an id of its own" : `the name of the ${map.keyName}`}. ${holds}`;
}

function row(section: ReferenceSection, name: string, key: Key): string[] {
  const target = opened(section, name, key);
  const label = `\`${name}\``;
  const principle = principleById(key.principle).number;
  return [
    target === undefined ? label : `[${label}](#${anchor(target)})`,
    `${key.doc} ([principle ${principle}](principles/${key.principle}.md))`,
    [formOf(key.type), ...meanings(key.type)].join("<br>"),
    [key.due ?? "", key.when ? conditionText(key.when) : ""].filter(Boolean).join(", "),
    refersTo(key.type)
      .map((one) => `[\`${one}\`](#${anchor(one)})`)
      .join(", "),
  ];
}

/** What each of the fixed words stands for. */
function meanings(type: ValueType): string[] {
  if (type.kind === "list") return meanings(type.of);
  if (type.kind !== "choice" && type.kind !== "reference") return [];
  return Object.entries(type.choices ?? {}).map(([value, doc]) => `\`${value}\`: ${doc}`);
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "unless-suggest":
      return "unless the system only suggests";
    case "sibling-in":
      return `where \`${condition.key}\` is ${condition.values.map((value) => `\`${value}\``).join(", ")}`;
    case "sibling-absent":
      return `unless \`${condition.key}\` is there`;
    case "item":
      return condition.which === "first" ? "in the first step" : "from the second step on";
  }
}

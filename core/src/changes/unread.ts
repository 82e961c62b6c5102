import type { CheckedPlan } from "../workspace/checked-plan.ts";
import { fileName } from "../workspace/links.ts";
import type { NotCompared } from "./change.ts";

/** What cannot be compared, because one of the versions cannot be read there. */
export interface Unread {
  /** Nothing can be compared at all. */
  readonly isWhole: boolean;
  readonly sections: ReadonlySet<string>;
  readonly words: readonly NotCompared[];
}

export function unreadSections(before: CheckedPlan, after: CheckedPlan): Unread {
  const words: NotCompared[] = [];
  const sections = new Set<string>();
  const sides = [
    { checked: before, name: "the version before" },
    { checked: after, name: "the version after" },
  ];
  for (const { checked, name } of sides) {
    const { file } = checked;
    const at = (start: number, end: number) => ({ uri: file.uri, start, end });
    if (file.refusal) {
      const reason =
        file.refusal.reason === "newer-version"
          ? "is written in a newer version of the plan language than this program knows"
          : "holds several documents";
      const { start, end } = file.refusal;
      return {
        isWhole: true,
        sections,
        words: [{ words: `Nothing was compared: ${name} ${reason}.`, place: at(start, end) }],
      };
    }
    for (const section of file.sections) {
      if (!section.broken || sections.has(section.name)) continue;
      sections.add(section.name);
      words.push({
        words: `\`${section.name}\` was not compared: its YAML cannot be read in ${name}.`,
        place: checked.place(section.key),
      });
    }
    for (const garbled of file.garbled) {
      if (sections.has(garbled)) continue;
      sections.add(garbled);
      words.push({ words: `\`${garbled}\` was not compared: its YAML cannot be read in ${name}.`, place: at(0, 0) });
    }
    for (const { node, problem } of checked.workspace.imports) {
      if (problem === undefined || problem === "cycle") continue;
      words.push({
        words: `What the catalog \`${fileName(node.text)}\` lends was not compared: it cannot be read in ${name}.`,
        place: checked.place(node),
      });
    }
  }
  if (before.file.kind !== after.file.kind)
    return {
      isWhole: true,
      sections,
      words: [
        {
          words: `Nothing was compared: the version before is a ${before.file.kind}, the version after a ${after.file.kind}.`,
          place: after.place(after.sectionPlace("kind")),
        },
      ],
    };
  return { isWhole: false, sections, words };
}

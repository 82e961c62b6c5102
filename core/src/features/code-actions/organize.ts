import { onceFor } from "../../workspace/once-for.ts";
import { organizeSections } from "../organize-sections.ts";
import type { ActionContext, CodeAction } from "./action.ts";

/** Editors ask again with every move of the cursor, while the text is the same. */
const editsOf = onceFor(organizeSections);

/** Puts the sections into the order of the language, where they are in another one. */
export function organizing({ plan }: ActionContext): CodeAction[] {
  const edits = editsOf(plan.file);
  if (edits.length === 0) return [];
  return [
    {
      title: "Put the sections in their usual order",
      kind: "source.organizeSections.aiplan",
      preferred: false,
      createsFile: false,
      edits: () => edits,
    },
  ];
}

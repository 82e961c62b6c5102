import { organizeSections } from "../organize-sections.ts";
import type { ActionContext, CodeAction } from "./action.ts";

/** Puts the sections into the order of the language, where they are in another one. */
export function organizing({ plan }: ActionContext): CodeAction[] {
  const edits = organizeSections(plan.file);
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

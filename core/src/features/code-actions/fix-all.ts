import { fixAll, safeRepair } from "../../rules/fix-all.ts";
import { rules } from "../../rules/registry.ts";
import type { ActionContext, CodeAction } from "./action.ts";

/** Makes all repairs of the plan that can be made unseen, wherever the cursor is. */
export function fixingAll({ plan, findings, load }: ActionContext): CodeAction[] {
  const { uri } = plan.file;
  const isOwn = findings.some((one) =>
    safeRepair(one)
      ?.edits()
      .every((edit) => edit.uri === uri),
  );
  if (!load || !isOwn) return [];
  return [
    {
      title: "Put right all that can be put right without you",
      kind: "source.fixAll.aiplan",
      preferred: false,
      createsFile: false,
      edits: async () => [...(await fixAll(plan, findings, { rules, load })).edits],
    },
  ];
}

import type { ActionContext, CodeAction } from "./action.ts";

/** The fixes of the findings, as their rules order them. */
export function fixes({ touched }: ActionContext): CodeAction[] {
  return touched.flatMap((finding) => {
    const first = finding.fixes.find(({ preferred }) => preferred);
    return finding.fixes.map((fix) => ({
      title: fix.title,
      kind: "quickfix" as const,
      finding,
      preferred: fix === first,
      createsFile: fix.createsFile ?? false,
      edits: () => fix.edits(),
    }));
  });
}

import { applyEdits, readPlanFile, type TextEdit } from "@aiplan/core";

/** What a page, a comment, a picture, a log or a terminal would obey, if it came through as it is. */
export const HOSTILE = [
  "</script></style></title></textarea><script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  `" onmouseover="alert(3)" x='`,
  "@team #123 [link](javascript:alert(4)) ![image](https://example.com/a.png) www.example.com",
  "| a | b |\n\n# heading\n\n```mermaid\ngraph TD; A-->B; click A href javascript:alert(5)\n```",
  "%%{init: {'securityLevel': 'loose'}}%% end; A-->B: x",
  "::error::pwned ##vso[task.complete] \u001b[31mred\u001b[0m \u202eright to left \u009b2J",
] as const;

/** Ids of these kinds are parts of other words, names of rules, or written in letters only. */
const KEPT = new Set<string>(["data-source", "rollout-step", "rule"]);

/**
 * A plan that says something hostile wherever its author may write what he likes, ids included. Otherwise it stays as it is,
 * so that there is everything to show of it.
 */
export function hostile(plan: string): string {
  const file = readPlanFile("file:///plan.aiplan", plan);
  const ids = new Map<string, string>();
  let at = 0;
  const next = (rest: string) => JSON.stringify(`${HOSTILE[at++ % HOSTILE.length]} ${rest}`);
  for (const { kind, id } of file.definitions)
    if (!KEPT.has(kind) && kind !== "milestone" && !ids.has(`${kind} ${id}`)) ids.set(`${kind} ${id}`, next(id));
  const edits: TextEdit[] = [];
  const replace = (
    node: { start: number; end: number; section: Parameters<typeof file.startOf>[0] },
    newText: string,
  ) => {
    const from = file.startOf(node.section);
    edits.push({ uri: file.uri, start: from + node.start, end: from + node.end, newText });
  };
  for (const { kind, id, node } of file.definitions) {
    const other = ids.get(`${kind} ${id}`);
    if (other !== undefined) replace(node, other);
  }
  for (const { to, id, node } of file.references) {
    const other = ids.get(`${to} ${id}`);
    if (other !== undefined) replace(node, other);
  }
  const visit = (node: (typeof file.sections)[number]["value"]): void => {
    if (node.kind === "list") for (const item of node.all) visit(item);
    else if (node.kind === "map") for (const { value } of node.all) visit(value);
    else if (node.type?.kind === "text") replace(node, next(node.word));
  };
  for (const { value } of file.sections) visit(value);
  return applyEdits(plan, edits);
}

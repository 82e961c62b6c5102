import type { Actions } from "../../language/index.ts";
import type { Node, NodeOf } from "../../syntax/nodes.ts";
import type { ChangeContext } from "../change-context.ts";
import type { Pair } from "../comparison.ts";
import { reportLost, reportMoved, wordsOnlyIn } from "../judging.ts";

/** What the system may do now and was not to do before. */
export function judgeActions({ before, after }: Pair<NodeOf<typeof Actions>>, context: ChangeContext): void {
  if (!before || !after) return;
  const faster = {
    so: "a system that runs wild does more harm before somebody stops it",
    advice: "Keep the limit as close above a normal peak as it was.",
  };
  reportMoved(before.get("max-rate"), after.get("max-rate"), "higher", faster, context);
  reportLost(before, after, "max-rate", faster, context);
  const [had, has] = [actionsOf(before.get("allowed")), actionsOf(after.get("allowed"))];
  const forbidden = new Map(
    before.get("forbidden")?.all.map((item) => [item.kind === "scalar" ? item.word : "", item]),
  );
  const untested = {
    so: "nothing that was tested or agreed covers what it does there",
    advice: "Try it in a step of its own, with review, before it is let loose.",
  };
  for (const [name, node] of has) {
    if (had.size === 0 || had.has(name)) continue;
    const was = forbidden.get(name);
    const what = `The action \`${name}\` ${was ? "was forbidden and is now allowed" : "is now allowed"}`;
    context.report({ before: was, after: node }, { what, ...untested });
  }
  for (const item of wordsOnlyIn(before.get("forbidden"), after.entry("forbidden")?.value))
    if (!has.has(item.word) || had.has(item.word))
      context.removed(item, {
        noun: "forbidden action",
        name: `\`${item.word}\``,
        so: "nothing says any more that the system must not do it",
        advice: "Put it back.",
      });
}

/** Allowed actions by name, be they a list or a map. */
function actionsOf(node: Node | undefined): Map<string, Node> {
  if (node?.kind === "map") return new Map([...node.entries].map(({ key }) => [key.text, key]));
  const items = node?.kind === "list" ? node.all : [];
  return new Map(
    items.flatMap((item) => (item.kind === "scalar" && item.value !== undefined ? [[item.word, item]] : [])),
  );
}

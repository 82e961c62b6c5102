import assert from "node:assert/strict";
import { type CallItem, callsFrom, callsTo, prepareCalls } from "@aiplan/core";
import { ROOT } from "../check.ts";
import type { Marked, Verb } from "./verb.ts";

/** `@calls(golden)`: what the thing at the marked span leads to, and what that leads to, and so on. */
export const calls: Verb = (marked) => tree(marked, callsFrom);

/** `@called(golden)`: what leads to it, and what leads to that, and so on. */
export const called: Verb = (marked) => tree(marked, callsTo);

/** `@nocalls`: nothing there takes part. */
export const nocalls: Verb = ({ plan, marker }) => assert.equal(prepareCalls(plan, marker.start), undefined);

function tree({ argument, rest, marker, plan, plans, golden }: Marked, ask: typeof callsFrom): void {
  const item = prepareCalls(plan, marker.start);
  assert.ok(item, "nothing there takes part");
  assert.deepEqual(prepareCalls(plan, marker.end), item);
  assert.equal(rest, "", "a golden says what is expected");
  const label = ({ kind, title, uri }: CallItem) =>
    `${kind} ${title}${uri === plan.file.uri ? "" : ` (${uri.slice(ROOT.length + 1)})`}`;
  const textOf = (uri: string) => [plan, ...plans].find(({ file }) => file.uri === uri)!.file.text;
  const lines = (of: CallItem, indent: string, above: readonly string[]): string[] =>
    ask(plan, of, plans).flatMap(({ item: next, how, places }) => {
      const caller = ask === callsFrom ? of : next;
      const words = places.map(({ uri, start, end }) => {
        assert.equal(uri, caller.uri, "a call stands in the file of the one that calls");
        return `«${textOf(uri).slice(start, end)}» ${textOf(uri).slice(0, start).split("\n").length}`;
      });
      const line = `${indent}${label(next)}: ${how} ${words.join(", ")}`;
      if (above.includes(label(next))) return [`${line} …`];
      return [line, ...lines(next, `${indent}  `, [...above, label(next)])];
    });
  const text = textOf(item.uri);
  assert.ok(item.whole.start <= item.name.start && item.name.end <= item.whole.end, "the name is inside");
  golden(
    argument!,
    [`${label(item)} «${text.slice(item.name.start, item.name.end)}»`, ...lines(item, "  ", [label(item)])].join("\n"),
  );
}

import assert from "node:assert/strict";
import { folds } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@folds(golden)`: what can be folded, a line for each: its kind, its lines (counted from 1) and the one that stays. */
export const folding: Verb = ({ argument = "folds", plan, golden }) => {
  const { text } = plan.file;
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  const lines = text.split(/\r?\n/);
  const open: number[] = [];
  const found = folds(plan.file).map(({ kind, start, end }) => {
    const [first, last] = [lineOf(start), lineOf(end)];
    assert.ok(first < last, `line ${first} folds nothing away`);
    while (open.length > 0 && open.at(-1)! < first) open.pop();
    assert.ok(open.length === 0 || last <= open.at(-1)!, `the fold at line ${first} reaches out of the one around it`);
    assert.notEqual(lines[last - 1]?.trim(), "", `line ${last} is blank and would be folded away`);
    const shown = `${"  ".repeat(open.length)}${kind} ${first}-${last}: ${lines[first - 1]?.trim()}`;
    open.push(last);
    return shown;
  });
  golden(argument, found.join("\n"));
};

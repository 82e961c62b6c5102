import { type PlanSymbol, symbols } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@symbols(golden)`: the outline of the file, a line for each symbol. */
export const outline: Verb = ({ argument = "symbols", plan, golden }) => {
  const { text } = plan.file;
  const lines = (found: readonly PlanSymbol[], indent: string): string[] =>
    found.flatMap((symbol) => {
      const { kind, name, detail, start, end, nameStart, nameEnd, children } = symbol;
      if (nameStart < start || nameEnd > end) throw new Error(`${name}: the name is not inside the symbol`);
      const label = text.slice(nameStart, nameEnd);
      const rows = text.slice(start, end).split("\n").length;
      const shown = `${kind} ${name}${detail ? ` (${detail})` : ""}${label === name ? "" : ` at «${label}»`}`;
      return [`${indent}${shown}, ${rows} line${rows === 1 ? "" : "s"}`, ...lines(children, `${indent}  `)];
    });
  golden(argument, lines(symbols(plan.file), "").join("\n"));
};
